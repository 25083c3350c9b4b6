import HearsayDiagnostics
import HearsayText

/// Reads one `where` line: a closed list of forms, each a short English sentence about a capture.
struct ConstraintParser {
  /// Every form, as the handbook prints it.
  static let forms: [(form: String, about: String)] = [
    ("not in quote", "The match stands in the outlet's own words, outside quotation marks."),
    ("in quote", "It stands inside quotation marks."),
    ("CAPTURE is unnamed", "No name stands in the capture."),
    ("CAPTURE is capitalised", "Each of its words begins with a capital, small words aside."),
    ("CAPTURE is TYPE", "It is a phrase of that type."),
    ("CAPTURE is CAPTURE", "Both captures hold the same words."),
    ("CAPTURE.kind is KIND", "It names an outlet of that kind; several kinds as `wire/newspaper`."),
    ("CAPTURE.control is CONTROL", "It names an outlet that is controlled so: `state`, `public`."),
    ("CAPTURE.class is CLASS", "One of its words is in a class of that name; several as `deny/claim`."),
    ("CAPTURE has quote", "A quotation stands inside it; `has no quote` for the opposite."),
    ("CAPTURE begins @LEXICON", "Its first words are in the lexicon or class."),
    ("CAPTURE holds @LEXICON", "Some of its words are in the lexicon or class."),
    ("CAPTURE lacks @LEXICON", "None of its words is."),
  ]

  private static let help =
    "a `where` line says `not in quote`, or of a capture `is`, `has quote`, `begins @lexicon`, `holds @lexicon`, "
    + "`lacks @lexicon`"

  /// The constraint in `span` and the names that it uses; nil after reporting why it can't be read.
  static func parse(
    _ span: Span, in file: SourceFile, into sink: inout DiagnosticSink
  ) -> (Constraint, [NameUse])? {
    var phrase = Phrase(file: file, span: span)
    do throws(SyntaxError) {
      let (test, isNegated) = try test(&phrase)
      try phrase.expectEnd(.badConstraint, form: help)
      return (Constraint(test: test, isNegated: isNegated, location: SourceLocation(file, span)), phrase.uses)
    } catch {
      error.report(in: file, into: &sink)
      return nil
    }
  }

  private static func test(_ phrase: inout Phrase) throws(SyntaxError) -> (Constraint.Test, Bool) {
    let isNegated = phrase.skip("not")
    if isNegated || phrase.word == "in" {
      try phrase.expect("in", .badConstraint, form: help)
      try phrase.expect("quote", .badConstraint, form: help)
      return (.inQuote, isNegated)
    }
    if phrase.word.contains(".") { return try property(&phrase) }
    let capture = try phrase.name(.capture, .badConstraint, form: help)
    switch phrase.word {
    case "is":
      _ = phrase.take()
      let isNegated = phrase.skip("not")
      return (try identity(capture, &phrase), isNegated)
    case "has":
      _ = phrase.take()
      let isNegated = phrase.skip("no")
      try phrase.expect("quote", .badConstraint, form: help)
      return (.hasQuote(capture), isNegated)
    case "begins":
      _ = phrase.take()
      let (name, className) = try lexicon(&phrase)
      return (.begins(capture, lexicon: name, class: className), false)
    case "holds", "lacks":
      let isNegated = phrase.take() == "lacks"
      let (name, className) = try lexicon(&phrase)
      return (.holds(capture, lexicon: name, class: className), isNegated)
    default: throw phrase.unexpected("a verb is expected", .badConstraint, form: help)
    }
  }

  /// Behind `CAPTURE is`. A type name is read as the type; the checker turns it into a capture where the rule has one
  /// of that name.
  private static func identity(_ capture: String, _ phrase: inout Phrase) throws(SyntaxError) -> Constraint.Test {
    let word = phrase.word
    if word == "unnamed" || word == "capitalised" {
      _ = phrase.take()
      return word == "unnamed" ? .isUnnamed(capture) : .isCapitalised(capture)
    }
    if let type = PhraseType(name: word) {
      _ = phrase.take()
      return .isType(capture, type)
    }
    return .isSame(capture, try phrase.name(.capture, .badConstraint, form: help))
  }

  /// `CAPTURE.property is [not] VALUE/VALUE`
  private static func property(_ phrase: inout Phrase) throws(SyntaxError) -> (Constraint.Test, Bool) {
    let span = phrase.span
    let parts = phrase.word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let properties: [String: NameUse.Kind] = ["kind": .outletKind, "control": .outletControl, "class": .wordClass]
    guard parts.count == 2, !parts[0].isEmpty, let kind = properties[parts[1]] else {
      let near = nearestName(to: parts.last ?? "", among: properties.keys.sorted())
      throw SyntaxError(
        code: .badConstraint, message: "`\(phrase.word.prefix(Limits.nameLength))` can't be asked for", span: span,
        label: "not something a capture has",
        help: near.map { "did you mean `\(parts[0].prefix(Limits.nameLength)).\($0)`?" }
          ?? "a capture has `.kind`, `.control` and `.class`")
    }
    _ = phrase.take()
    phrase.note(.capture, parts[0], Span(span.start, span.start + parts[0].utf8.count))
    try phrase.expect("is", .badConstraint, form: help)
    let isNegated = phrase.skip("not")
    let values = try values(kind, &phrase)
    switch kind {
    case .outletKind: return (.kind(parts[0], values), isNegated)
    case .outletControl: return (.control(parts[0], values), isNegated)
    default: return (.lexiconClass(parts[0], values), isNegated)
    }
  }

  private static func values(_ kind: NameUse.Kind, _ phrase: inout Phrase) throws(SyntaxError) -> [String] {
    let values = phrase.word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var start = phrase.span.start
    guard values.count <= Limits.alternatives,
      values.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isNamePart) })
    else { throw phrase.unexpected("a name is expected, or several as `a/b`", .badConstraint, form: help) }
    for value in values {
      phrase.note(kind, value, Span(start, start + value.utf8.count))
      start += value.utf8.count + 1
    }
    _ = phrase.take()
    return values
  }

  private static func lexicon(_ phrase: inout Phrase) throws(SyntaxError) -> (String, String?) {
    let span = phrase.span
    let parts = phrase.word.dropFirst().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard phrase.word.hasPrefix("@"), parts.count <= 2,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isNamePart) }), let name = parts.first
    else { throw phrase.unexpected("a lexicon is expected: `@name` or `@name.class`", .badConstraint, form: help) }
    _ = phrase.take()
    let className = parts.count == 2 ? parts[1] : nil
    phrase.note(.lexicon, name, span, className: className)
    return (name, className)
  }
}
