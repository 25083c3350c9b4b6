import HearsayDiagnostics
import HearsayRules

/// Prints rules for the people who edit them.
public struct RuleText: Sendable {
  public init() {}

  /// One rule a line, in the order of the files.
  public func list(_ rules: [Rule], to paper: inout TerminalWriter) {
    let column = min((rules.map(\.name.utf8.count).max() ?? 0) + 2, 36)
    for rule in rules {
      paper.write(rule.name, .strong)
      paper.spaces(max(column - rule.name.utf8.count, 2))
      if rule.status != .stable { paper.write("(\(rule.status.rawValue)) ", .warning) }
      paper.wrapped(rule.why, indent: column)
      paper.newline()
    }
  }

  public func writeCounts(_ rulebook: Rulebook, to paper: inout TerminalWriter) {
    paper.newline()
    paper.line(
      [
        counted(rulebook.rules.count, "rule"), counted(rulebook.outlets.count, "outlet"),
        counted(rulebook.caveats.count, "caveat"), counted(rulebook.checks.count, "check"),
      ].joined(separator: " · "))
  }

  /// A block as it stands in its file: from its first line to the next block, without the comments between them.
  public func writeSource(_ location: SourceLocation, to paper: inout TerminalWriter) {
    let file = location.file
    paper.line(location.description, .place)
    var lines = [file.string(file.span(ofLine: location.line))]
    for number in location.line + 1..<max(file.lineStarts.count + 1, location.line + 1) {
      let line = file.string(file.span(ofLine: number))
      if let first = line.utf8.first, first != UInt8(ascii: " "), first != UInt8(ascii: "\t") { break }
      lines.append(line)
    }
    while lines.last?.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) == true { lines.removeLast() }
    for line in lines { paper.line(line) }
  }
}
