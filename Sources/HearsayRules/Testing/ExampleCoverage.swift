import HearsayDiagnostics
import HearsayText

/// L008: rules that nothing but their own examples shows at work.
///
/// A rule that no sentence of another rule and no story test hits may be dead, or so narrow that nobody meets it; either
/// way nobody would notice when it broke.
public struct ExampleCoverage<Phrases: PhraseFinder> {
  private let rulebook: Rulebook
  private let makePhrases: (ScannedText) -> Phrases

  public init(_ rulebook: Rulebook, makePhrases: @escaping (ScannedText) -> Phrases) {
    self.rulebook = rulebook
    self.makePhrases = makePhrases
  }

  /// - Parameter stories: Texts beyond the rules' examples: those of story tests.
  public func run(stories: [String]) -> [Diagnostic] {
    var isHit = [Bool](repeating: false, count: rulebook.rules.count)
    var matcher = Matcher(rulebook)
    for (number, rule) in rulebook.rules.enumerated() {
      for example in rule.examples where example.kind == .match || example.kind == .skip {
        mark(example.text, except: number, &matcher, &isHit)
      }
    }
    for story in stories { mark(story, except: nil, &matcher, &isHit) }
    return rulebook.rules.enumerated().compactMap { number, rule in
      guard !isHit[number], rulebook.running.contains(rule.status) else { return nil }
      return Diagnostic(
        code: "L008", severity: .note, message: "no example of another rule and no story test hits `\(rule.name)`",
        primary: .init(rule.location), help: "a story test in a folder `tests` would show it at work")
    }
  }

  private func mark(_ text: String, except own: Int?, _ matcher: inout Matcher, _ isHit: inout [Bool]) {
    let scanned = rulebook.scan(SourceText(text))
    let phrases = makePhrases(scanned)
    for kind in Rule.Scope.allCases {
      var matches: [RuleMatch] = []
      for scope in scanned.scopes(for: kind) {
        matcher.match(scanned, scope: scope, kind: kind, phrases: phrases, into: &matches)
      }
      for match in matches where match.rule != own { isHit[match.rule] = true }
    }
  }
}
