import HearsayRules
import HearsayText

/// Prints a text as the rules see it: its tokens with the lexicons they are in, entries of several words, quotations,
/// sentences and typed phrases. All numbers are token numbers, as patterns and `rules test` count them.
public struct TokenText: Sendable {
  private let rulebook: Rulebook
  /// The classes of all lexicons in the order of the files, each with its question.
  private let classes: [(name: String, predicate: Predicate)]

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    var seen: Set<String> = []
    var classes: [(String, Predicate)] = []
    for lexicon in rulebook.lexicons {
      for one in lexicon.classes where seen.insert("\(lexicon.name).\(one.name)").inserted {
        guard let predicate = rulebook.predicate(lexicon.name, one.name) else { continue }
        classes.append(("@\(lexicon.name).\(one.name)", predicate))
      }
    }
    self.classes = classes
  }

  /// - Parameter phrases: Typed phrases and verb groups, each with its name.
  public func write(
    _ scanned: ScannedText, phrases: [(name: String, tokens: Range<Int>)], to paper: inout TerminalWriter
  ) {
    paper.line("tokens", .strong)
    let width = (0..<scanned.count).map { columns(scanned.text.string(scanned.tokens.span($0))) }.max() ?? 0
    for i in 0..<scanned.count {
      let word = scanned.text.string(scanned.tokens.span(i))
      let left = pad(String(i), 5) + word + String(repeating: " ", count: min(width, 24) - min(columns(word), 24) + 2)
      paper.write(left)
      paper.write(pad(kind(i, scanned), 15), .faint)
      paper.wrapped(classes.filter { scanned.has(i, $0.predicate) }.map(\.name).joined(separator: " "), indent: 24)
      paper.newline()
    }
    section("entries of several words", scanned.hits.map { ($0.range, words(of: $0, scanned)) }, scanned, &paper)
    section("quotations", scanned.quotations.map { ($0.tokens, "") }, scanned, &paper)
    section("sentences", scanned.sentences.outer.map { ($0.tokens, "") }, scanned, &paper)
    section("phrases", phrases.map { ($0.tokens, $0.name) }, scanned, &paper)
  }

  private func section(
    _ title: String, _ rows: [(tokens: Range<Int>, what: String)], _ scanned: ScannedText,
    _ paper: inout TerminalWriter
  ) {
    guard !rows.isEmpty else { return }
    paper.newline()
    paper.line(title, .strong)
    for row in rows {
      paper.write(pad("\(row.tokens.lowerBound)–\(max(row.tokens.lowerBound, row.tokens.upperBound - 1))", 9))
      let words = "“\(scanned.text.string(scanned.tokens.span(row.tokens)))”"
      paper.wrapped(row.what.isEmpty ? words : "\(row.what)  \(words)", indent: 9, limit: 3)
      paper.newline()
    }
  }

  private func words(of hit: PhraseHit, _ scanned: ScannedText) -> String {
    let outlet = hit.outlet.map { ["outlet \(rulebook.outlets[$0].id)"] } ?? []
    return (outlet + classes.filter { scanned.has(hit, $0.predicate) }.map(\.name)).joined(separator: " ")
  }

  private func kind(_ i: Int, _ scanned: ScannedText) -> String {
    let flags = scanned.tokens.flags[i]
    var words = [String(describing: scanned.tokens.kind[i])]
    if flags.contains(.allCaps) {
      words.append("CAPS")
    } else if flags.contains(.capitalised) {
      words.append("Cap")
    }
    if flags.contains(.opens) { words.append("opens") }
    if flags.contains(.closes) { words.append("closes") }
    return words.joined(separator: " ")
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }
}
