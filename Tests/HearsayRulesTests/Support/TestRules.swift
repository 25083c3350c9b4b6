import HearsayDiagnostics
import HearsayText
import Testing

@testable import HearsayRules

/// Rule sets made without the parser, so that what is tested here is the engine alone.
struct TestRules {
  var set = RuleSet()
  let place = SourceLocation(SourceFile(path: "test.rules", text: ""), Span(0, 0))

  /// Entries are written as in a file: `say/says/said, call for/called for`.
  mutating func lexicon(_ name: String, _ classes: [(String, String)]) {
    var definition = LexiconDefinition(name: name, location: place, why: "test", classes: [])
    for (className, entries) in classes {
      let file = SourceFile(path: "\(name).rules", text: entries)
      var one = LexiconClass(
        name: className, location: SourceLocation(file, Span(0, 0)), entries: [], forms: [])
      var offset = 0
      for entry in entries.split(separator: ",") {
        let first = one.forms.count
        for form in entry.split(separator: "/") {
          let lead = form.prefix { $0 == " " }.utf8.count
          one.forms.append(
            FormRange(start: UInt32(offset + lead), end: UInt32(offset + form.utf8.count)))
          offset += form.utf8.count + 1
        }
        one.entries.append(LexiconEntry(firstForm: Int32(first), endForm: Int32(one.forms.count)))
      }
      definition.classes.append(one)
    }
    set.lexicons.append(definition)
  }

  mutating func outlet(_ id: String, _ aliases: [String], kind: String? = nil, domains: [String] = []) {
    set.outlets.append(
      OutletDefinition(
        id: id, location: place, name: aliases[0],
        aliases: aliases.dropFirst().map { .init(text: $0, location: place) }, domains: domains, kind: kind))
  }

  mutating func rule(
    _ name: String, _ patterns: [[PatternElement]], unless: [[PatternElement]] = [],
    where tests: [(Constraint.Test, Bool)] = [], over: [String] = [], scope: Rule.Scope = .sentence,
    attribute: Bool = false, examples: [Example] = []
  ) {
    var captures: [String] = []
    for pattern in patterns { Self.captures(pattern, into: &captures) }
    var actions: [Action] = []
    if attribute {
      actions.append(
        Action(
          effect: .attribute(AttributeEffect(content: ["content"], source: .capture("source"), isDirect: false)),
          location: place))
    }
    set.rules.append(
      Rule(
        name: name, location: place, why: "test", status: .stable, level: .note, scope: scope,
        patterns: patterns.map { Pattern(elements: $0, location: place) },
        unless: unless.map { Pattern(elements: $0, location: place) },
        constraints: tests.map { Constraint(test: $0.0, isNegated: $0.1, location: place) }, over: over,
        actions: actions, examples: examples, captures: captures))
  }

  static func captures(_ elements: [PatternElement], into names: inout [String]) {
    for element in elements {
      switch element {
      case .capture(let name, let inner):
        if !names.contains(name) { names.append(name) }
        for one in inner { captures(one, into: &names) }
      case .group(let inner):
        for one in inner { captures(one, into: &names) }
      case .optional(let one):
        captures([one], into: &names)
      default:
        break
      }
    }
  }

  func compile() throws -> Rulebook {
    let (rulebook, diagnostics) = Rulebook.compile(set)
    return try #require(rulebook, "\(diagnostics.map(\.message))")
  }
}

extension Rulebook {
  /// All matches in a text taken as one scope.
  func matches(_ text: String, kind: Rule.Scope = .sentence) -> [RuleMatch] {
    let scanned = scan(SourceText(text))
    var matcher = Matcher(self)
    var matches: [RuleMatch] = []
    matcher.match(
      scanned, scope: 0..<scanned.count, kind: kind, phrases: SimplePhrases(scanned: scanned), into: &matches)
    return matches
  }

  /// `rule: name=words name=words` for each match.
  func rendered(_ text: String, kind: Rule.Scope = .sentence) -> [String] {
    let scanned = scan(SourceText(text))
    return matches(text, kind: kind).map { match in
      let captures = match.captures.map { capture in
        " \(capture.name)=\(scanned.text.string(scanned.tokens.span(capture.range)))"
      }
      return rules[match.rule].name + ":" + captures.joined()
    }
  }
}
