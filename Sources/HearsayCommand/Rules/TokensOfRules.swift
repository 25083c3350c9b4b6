import Hearsay
import HearsayReport
import HearsayRules
import HearsaySyntax
import HearsayText

extension RulesAction {
  static let tokens = RulesAction(
    name: "tokens", operands: "TEXT", summary: "show a text as the rules see it: tokens, lexicons, phrases"
  ) { arguments, console in
    guard !arguments.operands.isEmpty else {
      throw UsageError("no text was given", help: "hearsay rules tokens \"The mayor said so.\"")
    }
    let rulebook = try LoadedRules(arguments, console).rulebook
    let scanned = rulebook.scan(SourceText(arguments.operands.joined(separator: " ")))
    let syntax = LightSyntax(scanned, scanned.quotations, LightSyntax.Context(rulebook))
    var paper = console.resultWriter(arguments.color)
    let phrases = TypedPhrases(rulebook: rulebook, scanned: scanned, syntax: syntax)
    TokenText(rulebook).write(scanned, phrases: phrases.all, to: &paper)
    try console.results.write(paper.out)
    return .success
  }
}

/// The typed phrases and verb groups of a text that patterns can ask for.
private struct TypedPhrases {
  let rulebook: Rulebook
  let scanned: ScannedText
  let syntax: LightSyntax

  /// Clauses are left out: one begins at nearly every token.
  private static let types: [PhraseType] = [.source, .person, .outlet, .quote, .number, .date, .statement]

  var all: [(name: String, tokens: Range<Int>)] {
    var found: [(name: String, tokens: Range<Int>)] = []
    for sentence in scanned.sentences.outer {
      for type in Self.types {
        var end = sentence.tokens.lowerBound
        for start in sentence.tokens where start >= end {
          var ends: [Int] = []
          syntax.ends(of: type, from: start, scope: sentence.tokens, into: &ends)
          guard let first = ends.first(where: { $0 > start }) else { continue }
          found.append(("<\(type.name)>", start..<first))
          // What lies inside the best phrase is seldom what a rule takes.
          end = first
        }
      }
      for head in sentence.tokens {
        for form in VerbForm.allCases {
          guard let lexicon = verbLexicons.first(where: { scanned.has(head, $0.predicate) }),
            let group = syntax.verbGroup(head: head, form: form)
          else { continue }
          found.append(("\(form.keyword) @\(lexicon.name)", group))
        }
      }
    }
    return found.enumerated().sorted {
      ($0.element.tokens.lowerBound, $0.offset) < ($1.element.tokens.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// The lexicons that some pattern asks for with `verb`, `participle` … before them.
  private var verbLexicons: [(name: String, predicate: Predicate)] {
    var names: Set<String> = []
    func walk(_ elements: [PatternElement]) {
      for element in elements {
        switch element {
        case .verb(let name, _, _): names.insert(name)
        case .capture(_, let alternatives), .group(let alternatives): alternatives.forEach(walk)
        case .optional(let inner): walk([inner])
        case .word, .lexicon, .type, .gap, .start, .end, .fragment: break
        }
      }
    }
    for rule in rulebook.rules { rule.patterns.forEach { walk($0.elements) } }
    return names.sorted().compactMap { name in rulebook.predicate(name).map { (name, $0) } }
  }
}
