import Foundation
import HearsayText
import Testing

@testable import HearsayReport

@Suite struct WebAnnotationTests {
  @Test func theQuotationAndThePositionNameTheSameWords() throws {
    for report in [SampleStory.report(), HostileStory.report()] {
      let format = try #require(DocumentFormat.named("webanno"))
      let page = try #require(try WellFormed.json(format.string(report)) as? [String: Any])
      let scalars = Array(report.stories[0].story.document.text.string(Span(0, 1 << 20)).unicodeScalars)
      for item in try #require(page["items"] as? [[String: Any]]) {
        let target = try #require(item["target"] as? [String: Any])
        let selectors = try #require(target["selector"] as? [[String: Any]])
        let start = try #require(selectors[1]["start"] as? Int)
        let end = try #require(selectors[1]["end"] as? Int)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[start..<end])
        #expect(selectors[0]["exact"] as? String == String(words))
      }
    }
  }
}

@Suite struct ProvenanceTests {
  @Test func aReportThatIsNotAtHandIsSaidToBeUnseen() {
    let turtle = ProvenanceTurtle(provenance: Provenance(SampleStory.report())).text
    #expect(turtle.contains("rdfs:label \"report of The Quay Times, as cited\" ; hs:seen false ; hs:stated false"))
    #expect(turtle.contains("prov:wasQuotedFrom"))
    #expect(turtle.contains("hs:caveat \"unverified (certain)\""))
  }

  @Test func localNamesDontCollide() {
    #expect(Provenance.name("The Quay Times") == "the-quay-times")
    #expect(Provenance.name("Ö") != Provenance.name("Ä"))
    #expect(Provenance.name("").count > 4)
    #expect(Provenance.name(String(repeating: "a", count: 99)) != Provenance.name(String(repeating: "a", count: 98)))
  }

  @Test func turtleStringsHaveNoLineBreaks() {
    #expect(Escaping.turtle("a\n\"b\\\u{1}") == "a\\n\\\"b\\\\\\u0001")
  }
}

@Suite struct SchemaOrgTests {
  @Test func nobodyIsSaidToHaveCheckedAnything() throws {
    let printed = try #require(DocumentFormat.named("schemaorg")).string(SampleStory.report())
    #expect(!printed.contains("ClaimReview"))
    #expect(
      printed.contains(#""@type":"Quotation""#) && printed.contains(#""description":"harbour official (anonymous)""#))
  }
}
