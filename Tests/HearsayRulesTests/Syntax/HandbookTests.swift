import Foundation
import HearsayDiagnostics
import HearsayRulebook
import Testing

@testable import HearsayRules

/// Rules/README.md says what the parser does: its reference is made from the parser's tables, its examples are read.
///
/// `HEARSAY_RECORD=1 swift test --filter Handbook` writes the reference anew.
@Suite struct HandbookTests {
  static let file = GoldenDiagnosticsTests.folder
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules/README.md")

  @Test func theReferenceIsCurrent() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- reference -->\n"))
    let end = try #require(text.range(of: "<!-- end of reference -->"))
    let wanted = "\n" + RuleReference.markdown() + "\n"
    if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1", ProcessInfo.processInfo.environment["CI"] == nil {
      let recorded = text[..<begin.upperBound] + wanted + text[end.lowerBound...]
      try String(recorded).write(to: Self.file, atomically: true, encoding: .utf8)
      return
    }
    #expect(String(text[begin.upperBound..<end.lowerBound]) == wanted)
  }

  @Test func everyFieldTypeAndCodewordIsNamed() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let words =
      FieldName.allCases.map(\.rawValue) + RuleBlockKind.allCases.map(\.keyword) + PhraseType.allCases.map(\.name)
      + Rule.Status.allCases.map(\.rawValue) + Rule.Scope.allCases.map(\.rawValue)
      + LanguageDefinition.Abbreviations.classes
    for word in words { #expect(text.contains("`\(word)`"), "`\(word)` is missing from the handbook") }
  }

  @Test func itsRulesHaveNoMistakes() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let fenced = text.components(separatedBy: "```rules\n").dropFirst().map { part in
      // The first example stands in a list and is indented as a whole.
      let lines = part.components(separatedBy: "```")[0].components(separatedBy: "\n")
      let isIndented = lines[0].hasPrefix("   ")
      return lines.map { isIndented ? String($0.dropFirst(3)) : $0 }.joined(separator: "\n")
    }
    #expect(fenced.count == 2)
    let own = fenced.enumerated().map { SourceFile(path: "handbook-\($0).rules", text: $1) }
    let shipped = Rulebook.files(builtIn: builtInRules).map { SourceFile(path: $0.path, bytes: $0.bytes) }
    let found = RuleSet.parse(files: shipped + own).1.filter { $0.primary.location.file.path.hasPrefix("handbook") }
    #expect(found.isEmpty, "\(DiagnosticRenderer().render(found))")
  }
}
