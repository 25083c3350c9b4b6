import Testing

@testable import HearsayReport

@Suite struct CSVTests {
  @Test func fieldsAreQuotedWhereTheyMustBe() {
    let csv = CSV(ReportOptions())
    #expect(csv.field("plain words") == "plain words")
    #expect(csv.field("a,b") == "\"a,b\"")
    #expect(csv.field("say \"no\"\n") == "\"say \"\"no\"\"\n\"")
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]) func formulasAreDefusedWhereAskedFor(
    _ value: String
  ) {
    #expect(!CSV(ReportOptions()).field(value).contains("'"))
    var options = ReportOptions()
    options.isFormulaSafe = true
    let field = CSV(options).field(value)
    #expect(field.hasPrefix("'") || field.hasPrefix("\"'"))
  }

  @Test func aRowHoldsTheChainAndTheOffsets() throws {
    let records = try WellFormed.csv(StatementsCSV(report: SampleStory.report()).text)
    #expect(records.count == 3)
    let row = Dictionary(uniqueKeysWithValues: zip(records[0], records[2]))
    #expect(row["chain"] == "harbour official > The Quay Times > The Harbour Ledger")
    #expect(row["content"] == "“We shut at six.”")
    #expect(row["line"] == "3" && row["grade"] == "G2" && row["count_max"] == "" && row["implied_links"] == "1")
    #expect(row["caveats"] == "unverified:certain")
    let hops = try WellFormed.csv(HopsCSV(report: SampleStory.report()).text)
    #expect(
      hops.count == 4
        && hops[2] == [
          "stories/port.txt", "a2", "2", "The Quay Times", "outlet", "quay-times", "false", "the story opens with it",
        ])
  }

  @Test func aByteOrderMarkIsThereOnlyWhereAskedFor() {
    var options = ReportOptions()
    options.hasByteOrderMark = true
    #expect(FindingsCSV(report: SampleStory.report(options)).text.hasPrefix("\u{FEFF}story,check"))
    #expect(FindingsCSV(report: SampleStory.report()).text.hasPrefix("story,check"))
  }
}
