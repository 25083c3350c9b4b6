import Foundation
import HearsayDiagnostics
import Testing

@testable import HearsayRules

/// The rule files of this repository can be read: a field or class that the parser doesn't know would leave everybody
/// without a rulebook.
@Suite struct ShippedRulesTests {
  @Test func theyHaveNoErrors() throws {
    let folder = HandbookTests.file.deletingLastPathComponent()
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".rules") }.sorted()
    #expect(!paths.isEmpty)
    let files = try paths.map { path in
      RuleFile(path: path, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(path))))
    }
    let packs = RulePacks(files.map { ($0.path, $0.bytes) })
    #expect(packs.languages.contains("en"))
    // The packs of two languages are never one set.
    for language in packs.languages {
      let pack = packs.files(for: language).map { RuleFile(path: $0.path, bytes: $0.bytes) }
      let errors = RuleSet.parse(files: pack).1.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(DiagnosticRenderer().render(errors))")
    }
  }
}
