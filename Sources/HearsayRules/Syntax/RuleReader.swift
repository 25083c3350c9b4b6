import HearsayDiagnostics
import HearsayText

/// Reads `rule` blocks; what its names refer to is the checker's business.
struct RuleReader {
  let reader: FieldReader

  func read(into sink: inout DiagnosticSink) -> Rule {
    var rule = Rule(
      name: reader.block.name, location: reader.location, why: "", guide: nil, status: .stable, level: .note,
      scope: .sentence, patterns: [], unless: [], constraints: [], over: [], actions: [], examples: [], captures: [])
    reader.forEachField(into: &sink) { field, sink in
      switch field.name {
      case .guide: rule.guide = field.text
      case .status: rule.status = field.choice(Rule.Status.self, into: &sink) ?? rule.status
      case .level: rule.level = field.severity(into: &sink) ?? rule.level
      case .scope: rule.scope = field.choice(Rule.Scope.self, into: &sink) ?? rule.scope
      case .pattern:
        let pattern = PatternParser.parse(field.value, in: field.file, into: &sink)
        if pattern == nil { rule.hasBrokenPattern = true }
        append(pattern, to: &rule.patterns, at: field.keyLocation, into: &sink)
      case .unless:
        let pattern = PatternParser.parse(field.value, in: field.file, into: &sink)
        append(pattern, to: &rule.unless, at: field.keyLocation, into: &sink)
      case .constraint:
        guard let (constraint, uses) = ConstraintParser.parse(field.value, in: field.file, into: &sink) else { return }
        rule.constraints.append(constraint)
        rule.uses += uses
      case .then:
        guard let (action, uses) = ActionParser.parse(field.value, in: field.file, into: &sink) else { return }
        rule.actions.append(action)
        rule.uses += uses
      case .over:
        for span in field.list {
          let name = field.file.string(span)
          rule.over.append(name)
          rule.uses.append(NameUse(kind: .rule, name: name, location: SourceLocation(field.file, span)))
        }
      case .match: example(.match, field, of: &rule, into: &sink)
      case .skip: example(.skip, field, of: &rule, into: &sink)
      case .todoMatch: example(.todoMatch, field, of: &rule, into: &sink)
      case .todoSkip: example(.todoSkip, field, of: &rule, into: &sink)
      default: rule.why = field.text
      }
    }
    return rule
  }

  private func example(
    _ kind: Example.Kind, _ field: FieldReader.Field, of rule: inout Rule, into sink: inout DiagnosticSink
  ) {
    guard let (example, uses) = ExampleParser.parse(kind, field.value, in: field.file, into: &sink) else { return }
    if let first = uses.first, kind == .skip || kind == .todoSkip {
      sink.report(
        .badExample, "a capture in a sentence that must not be found", at: first.location, "nothing is captured here",
        help: "write the plain sentence, or `match` if the rule should find it")
      return
    }
    rule.examples.append(example)
    rule.uses += uses
  }
}
