/// Language settings made ready for the scanner and the splitter: lists as one small vocabulary with roles.
///
/// A class: the splitter takes it along to every paragraph.
final class LanguageTables: Sendable {
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    static let abbreviation = Roles(rawValue: 1 << 0)
    static let starter = Roles(rawValue: 1 << 2)
    static let casualStarter = Roles(rawValue: 1 << 3)
    static let alwaysCapital = Roles(rawValue: 1 << 1)
    static let possessive = Roles(rawValue: 1 << 4)
    static let clitic = Roles(rawValue: 1 << 5)
    static let elision = Roles(rawValue: 1 << 6)
    static let domain = Roles(rawValue: 1 << 7)
  }

  let words: Vocabulary
  /// By form.
  let roles: [Roles]
  /// By form: the class of capitalised text, and of any text, where they are abbreviations.
  let classes: [(capitalised: LanguageSettings.AbbreviationClass?, any: LanguageSettings.AbbreviationClass?)]
  let spelling: LanguageSettings.Spelling
  /// The longest abbreviation, clitic or elision in bytes: what a scanner must look ahead at most.
  let longest: Int

  init(_ language: LanguageSettings) {
    var builder = VocabularyBuilder()
    var roles: [Roles] = []
    var classes: [(capitalised: LanguageSettings.AbbreviationClass?, any: LanguageSettings.AbbreviationClass?)] = []
    var longest = 0
    @discardableResult func add(_ string: String, _ role: Roles) -> Int {
      let form = Int(builder.intern(string))
      if form == roles.count {
        roles.append([])
        classes.append((nil, nil))
      }
      roles[form].formUnion(role)
      longest = max(longest, string.utf8.count)
      return form
    }
    for abbreviation in language.abbreviations {
      let form = add(abbreviation.written, .abbreviation)
      if abbreviation.written.unicodeScalars.first?.properties.isUppercase ?? false {
        classes[form].capitalised = classes[form].capitalised ?? abbreviation.kind
      } else {
        classes[form].any = classes[form].any ?? abbreviation.kind
      }
    }
    for word in language.starters { add(word, .starter) }
    for word in language.casualStarters { add(word, .casualStarter) }
    for word in language.alwaysCapital { add(word, .alwaysCapital) }
    for word in language.possessives { add(word, .possessive) }
    for word in language.clitics { add(word, .clitic) }
    for word in language.elisions { add(word, .elision) }
    for word in language.domains { add(word, .domain) }
    words = builder.freeze()
    spelling = language.spelling
    self.roles = roles
    self.classes = classes
    self.longest = longest
  }

  /// The form of a piece of text in `words`. Text of ASCII, which nearly all is, is looked up where it stands.
  func form(of p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard range.count <= 64, range.lowerBound >= 0, range.upperBound <= p.count, let base = p.baseAddress else {
      return nil
    }
    var all: UInt8 = 0
    for i in range { all |= p[i] }
    if all < 0x80 {
      let form = words.withView {
        $0.form(base + range.lowerBound, count: range.count, readable: p.count - range.lowerBound, lowering: true)
      }
      return form.isKnown ? Int(form) : nil
    }
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
    let (scalar, _) = ScalarReader.scalar(in: p, at: range.lowerBound)
    let isCapital = scalar < 0x80 ? (0x41...0x5A).contains(scalar) : ScalarClass.of(scalar) == .upperLetter
    return isCapital ? classes[form].capitalised ?? classes[form].any : classes[form].any
  }
}
