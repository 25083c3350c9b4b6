import HearsayDiagnostics
import HearsayText

/// Reads the small blocks: caveats, grades, weights, checks, fragments, languages.
///
/// A field that is missing has been reported; the value stays empty, so that the rest can be checked.
struct DefinitionReader {
  let reader: FieldReader
  private var name: String { reader.block.name }

  init(_ reader: FieldReader) { self.reader = reader }

  func caveat(into sink: inout DiagnosticSink) -> CaveatDefinition {
    var found = CaveatDefinition(id: name, location: reader.location, label: "", effect: nil, why: "")
    reader.forEachField(into: &sink) { field, _ in
      switch field.name {
      case .label: found.label = field.text
      case .effect: found.effect = field.text
      default: found.why = field.text
      }
    }
    return found
  }

  func grade(into sink: inout DiagnosticSink) -> GradeDefinition {
    var found = GradeDefinition(id: name, location: reader.location, label: "", why: "")
    reader.forEachField(into: &sink) { field, _ in
      if field.name == .label { found.label = field.text } else { found.why = field.text }
    }
    return found
  }

  func weight(into sink: inout DiagnosticSink) -> WeightDefinition {
    var found = WeightDefinition(name: name, location: reader.location, label: "", millionths: 0, why: "")
    reader.forEachField(into: &sink) { field, sink in
      switch field.name {
      case .label: found.label = field.text
      case .value: found.millionths = millionths(field, into: &sink)
      default: found.why = field.text
      }
    }
    return found
  }

  /// `0.85`: from 0 to 1, as millionths.
  private func millionths(_ field: FieldReader.Field, into sink: inout DiagnosticSink) -> Int {
    let typed = field.text
    let parts = typed.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    if parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
      parts[0] == "0" || parts[0] == "1", decimals.utf8.count <= 6, parts.count == 1 || !decimals.isEmpty,
      let fraction = Int(decimals + String(repeating: "0", count: 6 - decimals.utf8.count))
    {
      let value = (parts[0] == "1" ? 1_000_000 : 0) + fraction
      if value <= 1_000_000 { return value }
    }
    sink.report(
      .unknownChoice, "`\(typed.prefix(Limits.nameLength))` is no weight", at: field.location,
      "not a number from 0 to 1", help: "write a decimal with a point and up to six digits behind it: `0.85`")
    return 0
  }

  func check(into sink: inout DiagnosticSink) -> CheckDefinition {
    var found = CheckDefinition(
      id: name, location: reader.location, level: .warning, title: "", why: "", standard: nil, needs: .text,
      isOnByDefault: true, bad: [], good: [])
    reader.forEachField(into: &sink) { field, sink in
      switch field.name {
      case .level: found.level = field.severity(into: &sink) ?? found.level
      case .title: found.title = field.text
      case .standard: found.standard = found.standard.map { $0 + "; " + field.text } ?? field.text
      case .needs: found.needs = field.choice(CheckDefinition.Need.self, into: &sink) ?? found.needs
      case .onOff:
        found.isOnByDefault = field.choice(of: [("on", true), ("off", false)], into: &sink) ?? found.isOnByDefault
      case .bad: found.bad.append(field.text)
      case .good: found.good.append(field.text)
      default: found.why = field.text
      }
    }
    return found
  }

  func profile(into sink: inout DiagnosticSink) -> ProfileDefinition {
    var found = ProfileDefinition(id: name, location: reader.location, why: "")
    reader.forEachField(into: &sink) { field, _ in
      let checks = field.list.map {
        ProfileDefinition.Entry(prefix: field.file.string($0), location: SourceLocation(field.file, $0))
      }
      switch field.name {
      case .standard: found.standards.append(field.text)
      case .select: found.select += checks
      case .ignore: found.ignore += checks
      case .error: found.levels += checks.map { ($0, .error) }
      case .warning: found.levels += checks.map { ($0, .warning) }
      case .note: found.levels += checks.map { ($0, .note) }
      default: found.why = field.text
      }
    }
    return found
  }

  func fragment(into sink: inout DiagnosticSink) -> FragmentDefinition {
    var found = FragmentDefinition(name: name, location: reader.location, why: "", patterns: [])
    reader.forEachField(into: &sink) { field, sink in
      switch field.name {
      case .pattern:
        let pattern = PatternParser.parse(field.value, in: field.file, into: &sink)
        append(pattern, to: &found.patterns, at: field.keyLocation, into: &sink)
      default: found.why = field.text
      }
    }
    return found
  }

  func language(into sink: inout DiagnosticSink) -> LanguageDefinition {
    var found = LanguageDefinition(
      id: name, location: reader.location, why: nil, quotes: [], dashes: [], abbreviations: [], possessives: [],
      clitics: [], elisions: [], domains: [], starters: [], casualStarters: [], alwaysCapital: [],
      spelling: [], common: [])
    reader.forEachField(into: &sink) { field, sink in
      switch field.name {
      case .quotes: found.quotes += quotes(field, into: &sink)
      case .dash: found.dashes += field.words.map(field.file.string)
      case .abbreviations: abbreviations(field, into: &found, &sink)
      case .possessives: found.possessives += strings(field)
      case .clitics: found.clitics += strings(field)
      case .elisions: found.elisions += strings(field)
      case .domains: found.domains += strings(field)
      case .starters: found.starters += strings(field)
      case .casualStarters: found.casualStarters += strings(field)
      case .alwaysCapital: found.alwaysCapital += strings(field)
      case .spelling: found.spelling.formUnion(field.choice(of: LanguageDefinition.spellings, into: &sink) ?? [])
      case .common: found.common += strings(field)
      default: found.why = field.text
      }
    }
    return found
  }

  private func strings(_ field: FieldReader.Field) -> [String] { field.list.map(field.file.string) }

  private func quotes(_ field: FieldReader.Field, into sink: inout DiagnosticSink) -> [LanguageDefinition.QuotePair] {
    let marks = field.words.map(field.file.string)
    guard marks.count.isMultiple(of: 2) else {
      sink.report(
        .unknownChoice, "a quotation mark without its partner", at: field.location, "an odd number of marks",
        help: "write opening and closing marks in turn, with spaces between them")
      return []
    }
    return stride(from: 0, to: marks.count, by: 2).map { .init(open: marks[$0], close: marks[$0 + 1]) }
  }

  /// `CLASS  entry, entry`
  private func abbreviations(
    _ field: FieldReader.Field, into language: inout LanguageDefinition, _ sink: inout DiagnosticSink
  ) {
    var scanner = ByteScanner(field.file.bytes, field.value)
    let name = scanner.wordToSpace()
    scanner.skipSpace()
    let classes = LanguageDefinition.Abbreviations.classes
    let list = FieldReader.Field(
      name: field.name, file: field.file, key: name, value: Span(scanner.position, field.value.end))
    let typed = field.file.string(name)
    guard classes.contains(typed) else {
      sink.report(
        .unknownChoice, "`\(typed.prefix(Limits.nameLength))` is no class of abbreviations",
        at: SourceLocation(field.file, name), "not one of the choices",
        help: nearestName(to: typed, among: classes).map { "did you mean `\($0)`?" }
          ?? "write " + classes.map { "`\($0)`" }.joined(separator: " or "))
      return
    }
    language.abbreviations.append(.init(name: typed, entries: strings(list), location: list.keyLocation))
  }
}

/// Adds a pattern that could be read, up to the limit.
func append(
  _ pattern: Pattern?, to patterns: inout [Pattern], at key: SourceLocation, into sink: inout DiagnosticSink
) {
  guard let pattern else { return }
  if patterns.count < Limits.patternsPerBlock {
    patterns.append(pattern)
  } else if patterns.count == Limits.patternsPerBlock {
    sink.report(
      .limitExceeded, "more than \(Limits.patternsPerBlock) patterns in one block", at: key,
      "the limit is passed here", help: "cut the block in two, or put what the patterns share into a fragment")
  }
}
