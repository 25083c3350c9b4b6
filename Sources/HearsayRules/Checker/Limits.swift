/// How much a rule file may ask for. A pack is data from a stranger: no file makes the parser or the engine use memory
/// or time without bound. The shipped rulebook stays below a tenth of each.
public enum Limits {
  /// Bytes of one file.
  public static let fileSize = 8 << 20
  /// Bytes of all files.
  public static let totalSize = 64 << 20
  public static let errorsPerFile = 100
  public static let errors = 2_000
  /// Bytes of the name of a block, class or capture.
  public static let nameLength = 64
  /// `pattern` and `unless` lines of one rule or fragment.
  public static let patternsPerBlock = 64
  /// Alternatives of one group, capture or `a/b/c`.
  public static let alternatives = 64
  /// Brackets in brackets.
  public static let nesting = 8
  /// Items of one pattern, all alternatives counted, after its fragments have been put in.
  public static let patternSize = 2_048
  /// Items of all patterns of a rule set, fragments put in.
  public static let totalPatternSize = 1 << 20
  public static let capturesPerRule = 16
  public static let capturesPerPattern = 32
  /// `..N`
  public static let gap = 1...12
  /// `within N sentences`
  public static let sentences = 1...20
  public static let classesPerLexicon = 256
  /// Classes of all lexicons, each lexicon counted as one too.
  public static let classes = 16_384
  /// Words of all lexicons times their classes: bits of the largest table that the compiler makes.
  public static let lexiconBits = 1 << 30
}
