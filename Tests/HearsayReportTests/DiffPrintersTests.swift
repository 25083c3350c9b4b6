import HearsayAudit
import HearsayText
import Testing

@testable import HearsayReport

@Suite struct DiffPrintersTests {
  private let comparison = SourcingComparison(
    old: SourcingCounts(), new: SourcingCounts(),
    changes: [
      SourcingChange(
        kind: .quotationAltered, message: HostileStory.name, old: Span(0, 20),
        new: SampleStory.span("“We shut at six.”"),
        edits: [
          .init(operation: .same, text: "We"), .init(operation: .deleted, text: "\u{1B}[31m"),
          .init(operation: .inserted, text: "shut"),
        ])
    ], notes: [])

  @Test func jsonReadsBack() throws {
    var json = JSONWriter()
    DiffJSON().write(comparison, old: HostileStory.attributed, new: SampleStory.attributed, to: &json)
    let object = try #require(try WellFormed.json(json.out.string) as? [String: Any])
    #expect(object["schema"] as? String == "hearsay.diff/1")
    let changes = try #require(object["changes"] as? [[String: Any]])
    #expect(changes[0]["level"] as? String == "error" && (changes[0]["edits"] as? [Any])?.count == 3)
  }

  @Test func textShowsBothSidesAndNoControlCharacters() {
    var paper = TerminalWriter(usesColor: false)
    DiffText().write(comparison, old: HostileStory.attributed, new: SampleStory.attributed, to: &paper)
    let printed = paper.out.string
    #expect(printed.contains("+ stories/port.txt:3:73\n      “We shut at six.”"))
    #expect(printed.contains("[-�[31m-] {+shut+}") && !printed.contains("\u{1B}"))
  }
}
