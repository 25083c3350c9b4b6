/// Language settings made ready for the scanner and the splitter: lists as one small vocabulary with roles.
struct LanguageTables: Sendable {
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    static let abbreviation = Roles(rawValue: 1 << 0)
    /// The abbreviation is written with a capital.
    static let needsCapital = Roles(rawValue: 1 << 1)
    static let starter = Roles(rawValue: 1 << 2)
    static let casualStarter = Roles(rawValue: 1 << 3)
    static let possessive = Roles(rawValue: 1 << 4)
    static let clitic = Roles(rawValue: 1 << 5)
    static let elision = Roles(rawValue: 1 << 6)
    static let domain = Roles(rawValue: 1 << 7)
  }

  let words: Vocabulary
  /// By form.
  let roles: [Roles]
  /// By form; meaningful where `roles` has `abbreviation`.
  let classes: [LanguageSettings.AbbreviationClass]
  /// The longest abbreviation, clitic or elision in bytes: what a scanner must look ahead at most.
  let longest: Int

  init(_ language: LanguageSettings) {
    var builder = VocabularyBuilder()
    var roles: [Roles] = []
    var classes: [LanguageSettings.AbbreviationClass] = []
    var longest = 0
    func add(_ string: String, _ role: Roles, _ kind: LanguageSettings.AbbreviationClass = .end) {
      let form = Int(builder.intern(string))
      if form == roles.count {
        roles.append([])
        classes.append(kind)
      }
      if role.contains(.abbreviation) {
        guard !roles[form].contains(.abbreviation) else { return }
        classes[form] = kind
      }
      roles[form].formUnion(role)
      longest = max(longest, string.utf8.count)
    }
    for abbreviation in language.abbreviations {
      let first = abbreviation.written.unicodeScalars.first
      let capital = first?.properties.isUppercase ?? false
      add(abbreviation.written, capital ? [.abbreviation, .needsCapital] : .abbreviation, abbreviation.kind)
    }
    for word in language.starters { add(word, .starter) }
    for word in language.casualStarters { add(word, .casualStarter) }
    for word in language.possessives { add(word, .possessive) }
    for word in language.clitics { add(word, .clitic) }
    for word in language.elisions { add(word, .elision) }
    for word in language.domains { add(word, .domain) }
    words = builder.freeze()
    self.roles = roles
    self.classes = classes
    self.longest = longest
  }

  /// The form of a piece of text in `words`; folds a copy, so for rare places only.
  func form(of p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count <= 64, range.lowerBound >= 0, range.upperBound <= p.count else { return nil }
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    Folding.fold(UnsafeBufferPointer(rebasing: p[range]), into: &folded)
    return words.form(ofFolded: folded).map { Int($0) }
  }

  func roles(of p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Roles {
    form(of: p, range).map { roles[$0] } ?? []
  }

  /// The class of an abbreviation with its full stop; nil where it is none, or a capital is missing.
  func abbreviation(in p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> LanguageSettings.AbbreviationClass? {
    guard let form = form(of: p, range), roles[form].contains(.abbreviation) else { return nil }
    if roles[form].contains(.needsCapital) {
      let (scalar, _) = ScalarReader.scalar(in: p, at: range.lowerBound)
      let isCapital = scalar < 0x80 ? (0x41...0x5A).contains(scalar) : ScalarClass.of(scalar) == .upperLetter
      guard isCapital else { return nil }
    }
    return classes[form]
  }
}
