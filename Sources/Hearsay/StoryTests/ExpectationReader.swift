import HearsayDiagnostics
import HearsayText

/// Reads the lines of an ` ```expect ` block: a subject in column 1, its fields indented below, as in rule files.
///
///     attribution
///       content  the pier was safe
///       source   Helen Varga
///     no finding ANON-01
struct ExpectationReader {
  let file: SourceFile
  private(set) var expectations: [Expectation] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Fields below a line that couldn't be read belong to nothing and are not reported again.
  private var skipsFields = false

  init(file: SourceFile) { self.file = file }

  mutating func read(_ lines: Range<Int>) {
    for line in lines {
      let span = file.span(ofLine: line)
      let text = file.string(span)
      let indent = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let words = text.trimmingSpaces()
      if words.isEmpty || words.hasPrefix("#") { continue }
      let location = SourceLocation(file, Span(span.start + indent, span.start + indent + words.utf8.count))
      if indent == 0 { subject(words, location) } else { field(words, location) }
    }
  }

  private mutating func subject(_ words: String, _ location: SourceLocation) {
    var parts = words.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    var isTodo = false
    var isAbsent = false
    skipsFields = true
    if parts.first == "todo" {
      isTodo = true
      parts.removeFirst()
    }
    if parts.first == "no" {
      isAbsent = true
      parts.removeFirst()
    }
    let names = Expectation.Subject.allCases.map(\.rawValue)
    guard let first = parts.first, let subject = Expectation.Subject(rawValue: first) else {
      let help = parts.first.flatMap { nearestName(to: $0, among: names) }.map { "did you mean `\($0)`?" }
      return report(
        "S003", "`\(parts.first ?? words)` is nothing that a story can be asked for", location,
        help
          ?? "a line in column 1 is \(names.map { "`\($0)`" }.joined(separator: ", ")), with `no` or `todo` before it")
    }
    if subject == .attribution ? parts.count > 1 : parts.count != 2 {
      return report(
        "S004",
        subject == .attribution ? "`attribution` stands alone on its line" : "`\(first)` is followed by its id alone",
        location, subject == .attribution ? "its fields stand indented below" : "as in `\(first) \(Self.idOf(subject))`"
      )
    }
    skipsFields = false
    expectations.append(
      Expectation(
        subject: subject, id: parts.dropFirst().first, isAbsent: isAbsent, isTodo: isTodo, lines: [], location: location
      ))
  }

  private static func idOf(_ subject: Expectation.Subject) -> String {
    subject == .finding ? "NUM-01" : "unverified"
  }

  private mutating func field(_ words: String, _ location: SourceLocation) {
    if skipsFields { return }
    guard let last = expectations.indices.last else {
      return report("S005", "this line belongs to nothing", location, "a line in column 1 stands before indented ones")
    }
    let name = String(words.prefix { $0 != " " && $0 != "\t" })
    let value = words.dropFirst(name.count).trimmingSpaces()
    let subject = expectations[last].subject
    guard let field = subject.fields.first(where: { $0.rawValue == name }) else {
      let names = subject.fields.map(\.rawValue)
      let help = nearestName(to: name, among: names).map { "did you mean `\($0)`?" }
      return report(
        "S006", "`\(subject.rawValue)` has no field `\(name)`",
        SourceLocation(file, Span(location.span.start, location.span.start + name.utf8.count)),
        help ?? "its fields are \(names.map { "`\($0)`" }.joined(separator: ", "))")
    }
    guard !value.isEmpty else {
      return report("S007", "`\(name)` has no value", location, "the words stand behind the name, on the same line")
    }
    expectations[last].lines.append(
      Expectation.Line(
        field: field, value: value,
        location: SourceLocation(file, Span(location.span.end - value.utf8.count, location.span.end))))
  }

  private mutating func report(_ code: String, _ message: String, _ location: SourceLocation, _ help: String) {
    diagnostics.append(Diagnostic(code: code, message: message, primary: .init(location), help: help))
  }
}
