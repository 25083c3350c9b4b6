import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// A rulebook with the texts as it sees them: what one line of the table measures.
final class BenchSubject {
  let name: String
  let rulebook: Rulebook
  let syntax: LightSyntax.Context
  /// The texts, cut into blocks, and the stretches of each that rules are matched against.
  private(set) var scanned: [ScannedText] = []
  private(set) var scopes: [[Scope]] = []
  private var ranges: [[Span]] = []
  private var light: [LightSyntax] = []
  private var matcher: Matcher
  private var matches: [RuleMatch] = []

  /// Seconds: reading the rule files, compiling them; the best so far of scanning, of the light syntax, of matching.
  private(set) var parsing = Double.infinity
  private(set) var compiling = Double.infinity
  /// Reading the rule files and taking the compiled form from an image, as every run but the first does.
  private(set) var opening = Double.infinity
  private(set) var scanning = Double.infinity
  private(set) var reading = Double.infinity
  private(set) var matching = Double.infinity
  /// Of the last round.
  private(set) var steps = 0
  private(set) var matchCount = 0

  init(_ name: String, files: [(path: String, bytes: [UInt8])], texts: [SourceText]) throws {
    self.name = name
    let sources = files.map { RuleFile(path: $0.path, bytes: $0.bytes) }
    var built: Rulebook?
    for _ in 0..<3 {
      var set = RuleSet()
      var problems = 0
      let parsing = ProcessorTime.of {
        let parsed = RuleSet.parse(files: sources)
        set = parsed.0
        problems = parsed.1.count { $0.severity == .error }
      }
      guard problems == 0 else { throw ChildProcess.Failure(description: "\(name): \(problems) errors in the rules") }
      self.parsing = min(self.parsing, parsing)
      compiling = min(compiling, ProcessorTime.of { built = Rulebook.compile(set).0 })
    }
    if let image = built?.image() {
      for _ in 0..<3 { opening = min(opening, ProcessorTime.of { _ = Rulebook.load(files: files, image: image) }) }
    }
    guard let built else { throw ChildProcess.Failure(description: "\(name): the rules can't be compiled") }
    rulebook = built
    syntax = LightSyntax.Context(built)
    matcher = Matcher(built)
    let reader = DocumentReader(built)
    for text in texts {
      let document = reader.read(Story(id: "", text: text))
      scanned.append(document.scanned)
      scopes.append(Self.scopes(of: document))
      ranges.append(document.blocks.map(\.span))
    }
  }

  typealias Scope = (tokens: Range<Int>, kind: Rule.Scope)

  /// As the analysis has them: headline, sentences and blocks of the body.
  private static func scopes(of document: Document) -> [Scope] {
    var scopes: [Scope] = []
    for (i, block) in document.blocks.enumerated() where block.kind.isBody || block.kind == .headline {
      let kind: Rule.Scope = block.kind == .headline ? .headline : .sentence
      for s in document.blockSentences[i] { scopes.append((document.sentences.outer[s].tokens, kind)) }
      scopes.append((document.blockTokens[i], .block))
    }
    return scopes
  }

  var tokens: Int { scanned.reduce(0) { $0 + $1.count } }

  /// One round over all texts.
  func measure() {
    var scratch = rulebook.scan(SourceText(""))
    scanning = min(
      scanning,
      ProcessorTime.of {
        for (text, ranges) in zip(scanned, ranges) { rulebook.scan(text.text, ranges: ranges, into: &scratch) }
      })
    light.removeAll(keepingCapacity: true)
    reading = min(
      reading, ProcessorTime.of { for text in scanned { light.append(LightSyntax(text, text.quotations, syntax)) } })
    let before = matcher.steps
    matchCount = 0
    matching = min(matching, ProcessorTime.of { matchAll() })
    steps = matcher.steps - before
  }

  private func matchAll() {
    for (i, text) in scanned.enumerated() {
      for scope in scopes[i] {
        matches.removeAll(keepingCapacity: true)
        matcher.match(text, scope: scope.tokens, kind: scope.kind, phrases: light[i], into: &matches)
        matchCount += matches.count
      }
    }
  }
}
