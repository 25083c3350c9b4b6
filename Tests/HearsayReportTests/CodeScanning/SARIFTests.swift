import Foundation
import HearsayAudit
import HearsayText
import Testing

@testable import HearsayReport

@Suite struct SARIFTests {
  private func run(_ report: SourcingReport) throws -> [String: Any] {
    let format = try #require(DocumentFormat.named("sarif"))
    let log = try #require(try WellFormed.json(format.string(report)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    return try #require(runs.first)
  }

  private func results(_ report: SourcingReport) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  @Test func columnsAreUTF16Units() throws {
    let run = try run(SampleStory.report())
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let text = SourceText("🌉🌉 bridge\nsecond")
    let lines = LineIndex(text)
    #expect(lines.utf16Position(ofByte: 9).column == 6)
    #expect(lines.position(ofByte: 9).column == 4)
  }

  @Test func aChainIsACodeFlowFromTheOriginToThePublisher() throws {
    var report = SampleStory.report()
    report.stories[0].findings = [
      Finding(
        check: "ANON-01", level: .warning, message: "no reason", at: SampleStory.span("a harbour official"),
        attribution: 1)
    ]
    let result = try #require(try results(report).first)
    let text = try #require(String(data: JSONSerialization.data(withJSONObject: result), encoding: .utf8))
    #expect(text.contains("origin: harbour official"))
    #expect(text.contains("relay: The Quay Times (implied)"))
    #expect(text.contains("publisher: The Harbour Ledger"))
  }

  @Test func whatWasAcceptedIsSuppressedWithItsReason() throws {
    let finding = Finding(check: "ANON-05", level: .note, message: "m", at: SampleStory.span("Port closes"))
    let report = SampleStory.report(accepted: [AcceptedFinding(finding, how: .accepted, reason: "the desk knows")])
    let all = try results(report)
    #expect(all.count == 3)
    let suppressed = all.compactMap { ($0["suppressions"] as? [[String: Any]])?.first }
    #expect(suppressed.count == 1 && suppressed[0]["justification"] as? String == "the desk knows")
  }

  @Test func relatedPlacesAreLinkedFromTheMessage() throws {
    let first = try #require(try results(SampleStory.report()).first)
    let message = (first["message"] as? [String: Any])?["text"] as? String
    #expect(message?.hasSuffix("See [1](1)") == true)
    #expect((first["relatedLocations"] as? [[String: Any]])?.first?["id"] as? Int == 1)
  }

  @Test func anAddressOfAFileIsEncoded() {
    #expect(Escaping.uri("a b/ü.txt") == "a%20b/%C3%BC.txt")
    #expect(Escaping.uri("/x y") == "file:///x%20y")
    #expect(Escaping.uri("https://a.example/x?y=1&z") == "https://a.example/x?y=1&z")
  }
}

@Suite struct FindingKeyTests {
  @Test func editsElsewhereDontChangeTheKey() {
    #expect(
      FindingKey.fingerprint(check: "A", words: "“Two\n people”")
        == FindingKey.fingerprint(check: "A", words: "two people"))
    #expect(FindingKey.fingerprint(check: "A", words: "two") != FindingKey.fingerprint(check: "B", words: "two"))
  }

  @Test func twoAlikeAreToldApart() {
    let finding = Finding(check: "A", level: .note, message: "", at: SampleStory.span("report"))
    let keys = FindingKey.fingerprints([finding, finding], in: SampleStory.text)
    #expect(keys[1] == keys[0] + "-2")
  }

  @Test func theHashIsTheOneOfItsAuthors() {
    #expect(StableHash.hexadecimal("") == "cbf29ce484222325")
    #expect(StableHash.hexadecimal("foobar") == "85944171f73967e8")
  }
}

@Suite struct JUnitTests {
  @Test func errorsAndWarningsFailAndNotesDont() throws {
    let printed = try #require(DocumentFormat.named("junit")).string(SampleStory.report())
    #expect(printed.contains(#"failures="2""#))
    #expect(printed.contains(#"<skipped message="plain text has no links"/>"#))
  }
}
