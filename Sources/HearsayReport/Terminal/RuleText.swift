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

  /// A match: its rule and what that is for, then the text with the captures marked below it.
  public func write(
    _ match: RuleMatch, of rulebook: Rulebook, in scanned: ScannedText, to paper: inout TerminalWriter
  ) {
    let rule = rulebook.rules[match.rule]
    paper.write(rule.name, .strong)
    paper.write("  ")
    paper.line(rule.location.description, .place)
    paper.spaces(2)
    paper.wrapped(rule.why, indent: 2)
    paper.newline()
    if let guide = rule.guide { paper.line("  guide: \(guide)", .faint) }
    let marks = match.captures.isEmpty ? [(name: "match", range: match.range)] : match.captures
    let ruler = TokenRuler(scanned).render(marks.map { (name: $0.name, tokens: $0.range) })
    for line in ruler.split(separator: "\n", omittingEmptySubsequences: false) { paper.line("    " + line) }
  }

  /// Why one rule was preferred to another.
  public func words(_ reason: ConflictPolicy.Reason) -> String {
    switch reason {
    case .over: "it says `over`"
    case .longer: "its match is longer"
    case .fewerGaps: "its match has fewer gaps"
    case .order: "it stands earlier; say `over` to make that certain"
    }
  }
}
