import HearsayRules
import HearsayStory
import HearsayText

/// The words of a story's body in a row, as the search for copies and the clustering read them.
///
/// Signs are left out, because outlets set them differently; headlines, bylines and furniture are, because an outlet that
/// prints another's text puts its own. Memory: 14 bytes a word.
public struct WordStream: Sendable {
  public let id: String
  /// `YYYY-MM-DD` where it is known.
  public let published: String?
  /// The folded forms: equal for equal words, whether the rulebook knows them or not.
  public private(set) var forms: [Form] = []
  /// Where each word stands in the text.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  /// Whether a word is the story's own, and not quoted speech.
  public private(set) var isOwn: [Bool] = []
  /// Whether a word says nothing of what a story is about: "of", "her", "said", "Monday".
  private(set) var isCommon: [Bool] = []
  /// The number of own words.
  public private(set) var ownCount = 0

  fileprivate init(id: String, published: String?) {
    self.id = id
    self.published = published
  }

  /// A stream of words that stand behind one another with one sign between them: for tests.
  init(id: String, forms: [Form], isOwn: [Bool]? = nil, published: String? = nil) {
    self.id = id
    self.published = published
    self.forms = forms
    self.isOwn = isOwn ?? forms.map { _ in true }
    isCommon = forms.map { _ in false }
    ownCount = self.isOwn.reduce(0) { $0 + ($1 ? 1 : 0) }
    starts = forms.indices.map { UInt32($0 * 2) }
    ends = forms.indices.map { UInt32($0 * 2 + 1) }
  }

  public var count: Int { forms.count }

  /// The bytes from the first to the last of some words; the range must not be empty.
  func span(_ words: Range<Int>) -> Span { Span(Int(starts[words.lowerBound]), Int(ends[words.upperBound - 1])) }

  fileprivate mutating func append(_ form: Form, _ span: Span, isOwn own: Bool, isCommon common: Bool) {
    forms.append(form)
    starts.append(UInt32(span.start))
    ends.append(UInt32(span.end))
    isOwn.append(own)
    isCommon.append(common)
    ownCount += own ? 1 : 0
  }
}

/// Makes word streams of documents: the rulebook is asked once for all of them.
public struct WordStreamReader: Sendable {
  /// Lexicons whose words stand in stories on anything.
  private static let commonLexicons = [
    "function-word", "pronoun", "determiner", "aux", "preposition", "conjunction", "particle", "adverb", "contraction",
    "number-word", "when", "say",
  ]
  /// Quotations of fewer words are scare quotes and titles: the story's own wording.
  private static let shortestSpeech = 4
  /// With fewer words in what passes for its body, a page has been taken for furniture by mistake.
  private static let smallestBody = 20

  /// By word class.
  private let isCommon: [Bool]

  public init(_ rulebook: Rulebook) {
    var isCommon = [Bool](repeating: false, count: rulebook.wordClassCount)
    for predicate in WordStreamReader.commonLexicons.compactMap({ rulebook.predicate($0) }) {
      for one in rulebook.wordClasses(with: predicate) { isCommon[one] = true }
    }
    self.isCommon = isCommon
  }

  public func read(_ document: Document) -> WordStream {
    let quoted = speech(in: document)
    let body = stream(document, quoted) { $0.isBody }
    return body.count >= WordStreamReader.smallestBody ? body : stream(document, quoted) { $0 != .headline }
  }

  private func stream(_ document: Document, _ quoted: [Bool], _ takes: (BlockKind) -> Bool) -> WordStream {
    var stream = WordStream(id: document.story.id, published: document.published)
    let scanned = document.scanned
    for (block, range) in zip(document.blocks, document.blockTokens) where takes(block.kind) {
      for i in range where WordStreamReader.isWord(scanned.tokens.kind[i]) {
        // A document that another rulebook has read may have classes that this one doesn't.
        let wordClass = scanned.wordClass(i)
        stream.append(
          scanned.tokens.form[i], scanned.tokens.span(i), isOwn: !quoted[i],
          isCommon: wordClass < isCommon.count && isCommon[wordClass])
      }
    }
    return stream
  }

  /// Which tokens are quoted speech.
  private func speech(in document: Document) -> [Bool] {
    let tokens = document.scanned.tokens
    var quoted = [Bool](repeating: false, count: tokens.count)
    for quotation in document.quotations {
      let words = quotation.inner.reduce(into: 0) { $0 += WordStreamReader.isWord(tokens.kind[$1]) ? 1 : 0 }
      guard words >= WordStreamReader.shortestSpeech || quotation.isContinued else { continue }
      for i in quotation.tokens { quoted[i] = true }
    }
    return quoted
  }

  private static func isWord(_ kind: TokenKind) -> Bool { kind == .word || kind == .number }
}

extension WordStream {
  /// An order of stories that depends on what they are, not on where they stand: by id, then by words.
  static func precedes(_ a: WordStream, _ b: WordStream) -> Bool {
    if a.id != b.id { return a.id.utf8.lexicographicallyPrecedes(b.id.utf8) }
    return a.forms.lexicographicallyPrecedes(b.forms)
  }

  /// The places of the streams in that order.
  static func canonicalOrder(_ streams: [WordStream]) -> [Int] {
    streams.indices.sorted {
      if precedes(streams[$0], streams[$1]) { return true }
      return precedes(streams[$1], streams[$0]) ? false : $0 < $1
    }
  }
}
