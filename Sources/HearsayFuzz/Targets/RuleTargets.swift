import HearsayDiagnostics
import HearsayRules
import HearsaySyntax
import HearsayText

extension FuzzTarget {
  /// The parser and the checker of rule files, and the printing of what they find wrong.
  static let rules = FuzzTarget("rules", seeds: RuleSeeds.files, pieces: RuleSeeds.pieces) {
    { bytes in
      let (set, diagnostics) = RuleSet.parse(files: [RuleFile(path: "stranger.rules", bytes: bytes)])
      try Violation.unless(
        diagnostics.count <= Limits.errorsPerFile + 1, "\(diagnostics.count) diagnostics of one file")
      for diagnostic in diagnostics {
        for label in [diagnostic.primary] + diagnostic.secondary {
          let span = label.location.span
          try Violation.unless(
            span.start >= 0 && span.end <= bytes.count, "\(diagnostic.code) points at \(span) of \(bytes.count) bytes")
        }
      }
      let text = DiagnosticRenderer().render(diagnostics)
      try Violation.unless(text.isEmpty == diagnostics.isEmpty, "a diagnostic prints nothing")
      try Violation.unless(
        !text.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "a control character of the file reaches the terminal")
      guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
      let (rulebook, more) = Rulebook.compile(set, running: Set(Rule.Status.allCases))
      try Violation.unless(
        (rulebook == nil) == more.contains { $0.severity == .error }, "compiled with errors, or not without")
    }
  }

  /// Rules of a stranger on a text of a stranger: behind a line of `===` stands the text.
  static let match = FuzzTarget(
    "match", seeds: RuleSeeds.files.flatMap { rules in RuleSeeds.texts.map { rules + "===\n" + $0 } },
    pieces: RuleSeeds.pieces
  ) {
    let border = Array("===\n".utf8)
    return { bytes in
      let cut = bytes.indices.first { bytes[$0...].starts(with: border) } ?? bytes.count
      let files = [(path: "stranger.rules", bytes: Array(bytes[..<cut]))]
      guard let rulebook = Rulebook.load(files: files, running: Set(Rule.Status.allCases)).0 else { return }
      let scanned = rulebook.scan(SourceText(decoding: Array(bytes[min(cut + border.count, bytes.count)...])))
      try match(rulebook, scanned)
    }
  }

  private static func match(_ rulebook: Rulebook, _ scanned: ScannedText) throws(Violation) {
    let syntax = LightSyntax(scanned, scanned.quotations, LightSyntax.Context(rulebook))
    var matcher = Matcher(rulebook)
    for kind in Rule.Scope.allCases {
      for scope in kind == .block ? scanned.blocks : scanned.sentences.outer.map(\.tokens) {
        var matches: [RuleMatch] = []
        matcher.match(scanned, scope: scope, kind: kind, phrases: syntax, into: &matches)
        for match in matches {
          let ranges = [match.range] + match.captures.map(\.range)
          try Violation.unless(
            ranges.allSatisfy { $0.lowerBound >= scope.lowerBound && $0.upperBound <= scope.upperBound },
            "a match outside its scope")
        }
      }
    }
  }
}
