import HearsayRules
import HearsaySyntax
import HearsayText

/// Two other ways to match the same rules against the same text: all patterns as one automaton, and the naive matcher
/// that the tests compare with.
struct Baselines {
  private let subject: BenchSubject
  /// The naive matcher takes exponential time; it gets as much text as it reads in so many seconds.
  private static let patience = 3.0

  init(_ subject: BenchSubject) { self.subject = subject }

  func run() throws {
    automaton()
    naive()
  }

  private func automaton() {
    let kinds: [Rule.Scope] = [.sentence, .headline, .block]
    let automata = kinds.map { OneAutomaton(subject.rulebook, kind: $0) }
    var run = OneAutomaton.Run()
    var best = Double.infinity
    var hits = 0
    for _ in 0..<2 {
      hits = 0
      var seconds = 0.0
      for (i, text) in subject.scanned.enumerated() {
        let light = LightSyntax(text, text.quotations, subject.syntax)
        seconds += ProcessorTime.of {
          for scope in subject.scopes[i] {
            guard let kind = kinds.firstIndex(of: scope.kind) else { continue }
            automata[kind].read(text, scope: scope.tokens, phrases: light, &run)
            hits += run.hits.count
          }
        }
      }
      best = min(best, seconds)
    }
    let states = automata.reduce(0) { $0 + $1.stateCount }
    print(
      row("one automaton", best, subject.tokens)
        + "\(Table.grouped(states)) states, \(Table.grouped(hits)) ends of patterns; no captures, no conditions")
  }

  private func naive() {
    let naive = NaiveMatcher(subject.rulebook)
    var fast = Matcher(subject.rulebook)
    var (tokens, seconds, fastSeconds) = (0, 0.0, 0.0)
    var (sentences, different) = (0, 0)
    for (i, text) in subject.scanned.enumerated() {
      let light = LightSyntax(text, text.quotations, subject.syntax)
      for scope in subject.scopes[i] where scope.kind != .block {
        guard seconds < Self.patience else { break }
        var (slow, quick): ([RuleMatch], [RuleMatch]) = ([], [])
        seconds += ProcessorTime.of {
          naive.match(text, scope: scope.tokens, kind: scope.kind, phrases: light, into: &slow)
        }
        fastSeconds += ProcessorTime.of {
          fast.match(text, scope: scope.tokens, kind: scope.kind, phrases: light, into: &quick)
        }
        tokens += scope.tokens.count
        sentences += 1
        if slow.map(describe) != quick.map(describe) { different += 1 }
      }
    }
    // They differ where the finder of phrases answers differently from the two ends of a phrase.
    let agreement =
      different == 0 ? "the same matches" : "other matches in \(different) of \(Table.grouped(sentences)) sentences"
    print(
      row("naive matcher", seconds, tokens)
        + "on \(Table.grouped(tokens)) tokens; the matcher takes "
        + "\(Table.fixed(fastSeconds * 1e9 / Double(max(tokens, 1)), 1)) there and finds \(agreement)")
  }

  private func describe(_ match: RuleMatch) -> String {
    "\(match.rule) \(match.pattern) \(match.range) \(match.captures)"
  }

  private func row(_ name: String, _ seconds: Double, _ tokens: Int) -> String {
    Table.pad(name, 34) + Table.right(Table.fixed(seconds * 1e9 / Double(max(tokens, 1)), 1), 12) + "  "
  }
}
