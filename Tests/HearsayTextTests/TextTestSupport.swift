import HearsayText

/// Settings made by hand: a little English, so that tests don't depend on the rulebook.
let english: LanguageSettings = {
  var settings = LanguageSettings()
  settings.name = "en"
  settings.quotes = [.init(open: "“", close: "”"), .init(open: "‘", close: "’")]
  settings.addAbbreviations(.title, ["Mr.", "Mrs.", "Gov.", "St."])
  settings.addAbbreviations(.never, ["vs.", "e.g."])
  settings.addAbbreviations(.number, ["No.", "p."])
  settings.addAbbreviations(.date, ["Jan.", "Sat."])
  settings.addAbbreviations(.company, ["Inc.", "Co.", "Jr."])
  settings.addAbbreviations(.place, ["U.S."])
  settings.addAbbreviations(.time, ["a.m.", "p.m."])
  settings.addAbbreviations(.end, ["etc.", "Ph.D."])
  settings.starters = ["the", "he", "she", "it", "they", "but", "how", "did", "in"]
  settings.casualStarters = ["i", "what"]
  settings.alwaysCapital = ["I"]
  settings.possessives = ["'s"]
  settings.clitics = ["'ll", "'ve"]
  settings.elisions = ["'em"]
  settings.domains = ["com", "example"]
  return settings
}()

/// A text taken through the whole text core.
struct ReadText {
  let text: SourceText
  var tokens = Tokens()
  var blocks: [Range<Int>] = []
  var quotations: [Quotation] = []
  var sentences = Sentences()

  /// Blank lines separate blocks.
  init(_ string: String, _ language: LanguageSettings = english, vocabulary: Vocabulary = .empty) {
    text = SourceText(string)
    var ranges: [Range<Int>] = []
    var start = 0
    let bytes = text.bytes
    for i in bytes.indices where i >= start && i + 1 < bytes.count && bytes[i] == 10 && bytes[i + 1] == 10 {
      ranges.append(start..<i)
      start = i + 2
    }
    ranges.append(start..<bytes.count)
    blocks = Tokenizer(vocabulary: vocabulary, language: language).tokenize(text, ranges: ranges, into: &tokens)
    quotations = QuotationMarks(language).pair(text, &tokens, blocks: blocks)
    SentenceSplitter(language).split(text, &tokens, blocks: blocks, quotations: quotations, into: &sentences)
  }

  var words: [String] { (0..<tokens.count).map { text.string(tokens.span($0)) } }
  var outer: [String] { sentences.outer.map { text.string(tokens.span($0.tokens)) } }
  var inner: [String] { sentences.inner.map { text.string(tokens.span($0)) } }
  var quoted: [String] { quotations.map { text.string(tokens.span($0.inner)) } }

  /// The flags and the kind of the first token with this text.
  func token(_ word: String) -> (kind: TokenKind, flags: TokenFlags)? {
    words.firstIndex(of: word).map { (tokens.kind[$0], tokens.flags[$0]) }
  }
}
