import HearsayCorroboration
import HearsayStory
import HearsayTestSupport
import HearsayText
import Testing

@Suite struct WireTagTests {
  private static let body = """
    The ferry to Pellwick will not run before Monday, the harbour office said. Two of its three engines have failed since \
    the summer, and a spare part has been on its way for a month.

    Passengers are taken over the causeway by bus at low water.
    """

  private func tags(_ text: String, byline: [String] = []) throws -> [String] {
    let rulebook = try TestRulebook.get()
    let story = Story(id: "s", text: SourceText(text), byline: byline)
    return WireTagFinder(rulebook).tags(of: Document(story, rulebook)).map { tag in
      "\(rulebook.outlets[tag.agency].id) \(tag.extent) \(tag.place)"
    }
  }

  @Test func datelineMakesTheStoryTheAgencys() throws {
    #expect(try tags("PELLWICK, Belmora (Meridian Wire) — " + Self.body) == ["meridian-wire derived dateline"])
  }

  @Test func bylineGivenWithTheStoryCounts() throws {
    #expect(try tags(Self.body, byline: ["Meridian Wire"]) == ["meridian-wire derived byline"])
  }

  @Test func creditLineCounts() throws {
    #expect(try tags(Self.body + "\n\n© Meridian Wire") == ["meridian-wire derived credit"])
  }

  @Test func contributionIsPartOfTheStory() throws {
    let text = Self.body + "\n\nMeridian Wire contributed to this report."
    #expect(try tags(text) == ["meridian-wire partial credit"])
  }

  @Test func citationIsNoTag() throws {
    #expect(try tags(Self.body + "\n\nThe engineer told Meridian Wire that no part had been ordered.").isEmpty)
    #expect(try tags(Self.body + "\n\nThe part is lost, according to Meridian Wire.").isEmpty)
  }

  /// Other outlets are no agencies, whatever line they stand in.
  @Test func newspaperIsNoAgency() throws {
    #expect(try tags(Self.body + "\n\n© The Ellery Courier").isEmpty)
  }

  @Test func wholeBeatsPart() throws {
    let text = "PELLWICK, Belmora (Meridian Wire) — " + Self.body + "\n\nMeridian Wire contributed to this report."
    #expect(try tags(text) == ["meridian-wire derived dateline"])
  }
}
