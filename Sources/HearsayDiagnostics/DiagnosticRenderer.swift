import HearsayText

/// Prints diagnostics with an excerpt of the file and carets under the words that are meant.
///
///     error[R014]: unknown lexicon `@sy`
///       --> bad.rules:69:35
///        |
///     69 |   pattern  <source: source> <cue: @sy> that?
///        |                                   ^^^ no lexicon with this name
///        = help: did you mean `@say`?
///
/// Columns are 1-based and count characters as people see them. The excerpt is laid out for a terminal: tabs are
/// spread, wide characters take two columns, marks that join onto others none.
public struct DiagnosticRenderer: Sendable {
  /// Write ANSI colours; the text is the same without them.
  public var usesColor: Bool

  public init(usesColor: Bool = false) {
    self.usesColor = usesColor
  }

  /// All of them, with an empty line between; ends in a line break unless there are none.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// One diagnostic; ends in a line break.
  public func render(_ diagnostic: Diagnostic) -> String {
    let groups = excerpts(of: diagnostic)
    let lastLine = groups.flatMap(\.lines).map(\.number).max() ?? 1
    let margin = String(repeating: " ", count: String(lastLine).count)
    var out = paint("\(diagnostic.severity.name)[\(diagnostic.code)]", style(of: diagnostic.severity))
    out += paint(": " + DisplayWidth.printable(diagnostic.message), .strong) + "\n"
    for (index, group) in groups.enumerated() {
      out += margin + paint(index == 0 ? "--> " : "::: ", .frame) + place(of: group) + "\n"
      out += margin + paint(" |", .frame) + "\n"
      for (position, line) in group.lines.enumerated() {
        if position > 0, line.number > group.lines[position - 1].number + 1 { out += paint("...", .frame) + "\n" }
        out += render(line, of: group.file, margin.count, diagnostic.severity)
      }
    }
    if let help = diagnostic.help {
      out += margin + paint(" = ", .frame) + paint("help:", .strong) + " " + DisplayWidth.printable(help) + "\n"
    }
    return out
  }

  // MARK: - Excerpts

  /// The labels that stand in one file.
  private struct Group {
    var file: SourceFile
    var lines: [Line] = []
    /// The place that the head line names.
    var head: Span
  }

  private struct Line {
    var number: Int
    var labels: [(span: Span, message: String, isPrimary: Bool)]
  }

  /// The primary label's file first, the others in the order of their labels; lines in the order of the file.
  private func excerpts(of diagnostic: Diagnostic) -> [Group] {
    var groups: [Group] = []
    let labels = [(diagnostic.primary, true)] + diagnostic.secondary.map { ($0, false) }
    for (label, isPrimary) in labels {
      let location = label.location
      let entry = (span: location.span, message: DisplayWidth.printable(label.message), isPrimary: isPrimary)
      let place = groups.firstIndex { $0.file === location.file } ?? groups.count
      if place == groups.count { groups.append(Group(file: location.file, head: location.span)) }
      if let line = groups[place].lines.firstIndex(where: { $0.number == location.line }) {
        groups[place].lines[line].labels.append(entry)
      } else {
        groups[place].lines.append(Line(number: location.line, labels: [entry]))
      }
    }
    for index in groups.indices { groups[index].lines.sort { $0.number < $1.number } }
    return groups
  }

  private func place(of group: Group) -> String {
    let line = group.file.line(of: group.head.start)
    let column = SourceLine(file: group.file, line: line).column(of: group.head.start)
    return "\(DisplayWidth.printable(group.file.path)):\(line):\(column)"
  }

  /// The line of the file, and below it a line for each label.
  private func render(_ line: Line, of file: SourceFile, _ margin: Int, _ severity: Severity) -> String {
    let excerpt = SourceLine(file: file, line: line.number).excerpt(marking: line.labels.map(\.span))
    let number = String(line.number)
    let padding = String(repeating: " ", count: margin - number.count)
    var out = paint(padding + number + " |", .frame) + (excerpt.text.isEmpty ? "" : " " + excerpt.text) + "\n"
    for (label, mark) in zip(line.labels, excerpt.marks) {
      let width = min(mark.count, SourceLine.maximumWidth)
      var row = String(repeating: label.isPrimary ? "^" : "-", count: width)
      if !label.message.isEmpty { row += " " + label.message }
      out += String(repeating: " ", count: margin) + paint(" |", .frame) + " "
      out += String(repeating: " ", count: mark.lowerBound)
      out += paint(row, label.isPrimary ? style(of: severity) : .frame) + "\n"
    }
    return out
  }

  // MARK: - Colours

  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case frame = "1;34"
    case strong = "1"
  }

  private func style(of severity: Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
