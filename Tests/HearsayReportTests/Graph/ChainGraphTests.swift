import HearsayAttribution
import Testing

@testable import HearsayReport

@Suite struct ChainGraphTests {
  private let graph = ChainGraph(stories: [SampleStory.attributed])

  @Test func nodesStandFromTheSourceToTheReader() {
    #expect(graph.nodes.map(\.name) == ["harbour official", "The Quay Times", "The Harbour Ledger"])
    #expect(graph.nodes.map(\.column) == [0, 1, 2])
    #expect(graph.nodes.map(\.isPublisher) == [false, false, true])
    #expect(graph.edges.map(\.isStated) == [false, true])
    #expect(graph.edges[0].attributions == ["a2"])
  }

  @Test func unnamedSpeakersOfTwoStoriesStayApart() {
    var other = SampleStory.attributed
    other.document = HostileStory.attributed.document
    let both = ChainGraph(stories: [SampleStory.attributed, other])
    #expect(both.nodes.count { $0.name == "harbour official" } == 2)
    #expect(both.nodes.count { $0.name == "The Quay Times" } == 1)
  }

  @Test func aCircleEnds() {
    var story = SampleStory.attributed
    let a = Link(name: "A", kind: .outlet)
    let b = Link(name: "B", kind: .outlet)
    story.attributions[1].chain = [a, b, a, b]
    let circle = ChainGraph(stories: [story])
    #expect(circle.nodes.count == 2 && circle.edges.count == 2)
    #expect(circle.nodes.allSatisfy { $0.column < 2 })
    #expect(GraphSVG(circle, id: "g").svg.contains("</svg>"))
  }

  @Test func theDrawingSharesOneArrow() {
    var story = SampleStory.attributed
    story.attributions.append(story.attributions[1])
    story.attributions[2].chain[0].name = "another official"
    #expect(
      ChainDrawing.lines(story) == [
        "harbour official ··┐", "another official ··┴─► The Quay Times ─► The Harbour Ledger ─► reader",
      ])
  }

  @Test func aNameInTwoSpellingsIsOnePerson() {
    func story(_ name: String) -> AttributedStory {
      var story = SampleStory.attributed
      var speaker = SampleStory.official
      speaker.name = name
      speaker.anonymous = false
      speaker.grade = .named
      story.attributions[1].speaker = speaker
      story.attributions[1].chain[0].name = name
      return story
    }
    let stories = [story("Danylo Horskyy"), story("Danylo Horskiy")]
    #expect(ChainGraph(stories: stories).nodes.count == 3)
    #expect(ChainDrawing.lines(stories).count == 1)
    #expect(ChainDrawing.lines([story("Danylo Horsk"), story("Danylo Horban")]).count == 2)
  }

  @Test func dotAndMermaidEscapeTheirQuotes() {
    let hostile = ChainGraph(stories: [HostileStory.attributed])
    let dot = DOT(graph: hostile).text
    #expect(!dot.contains(" \"]]>") && dot.contains("\\\"]]>"))
    let mermaid = Mermaid(graph: hostile).text
    #expect(!mermaid.contains("<script") && mermaid.contains("#60;script#62;"))
  }

  @Test func attributionsOfOneStoryStandTogether() {
    #expect(ChainGraph.listed(["a1", "a3"]) == "a1 and a3")
    #expect(ChainGraph.listed(["b/x.txt:a1", "b/x.txt:a3", "y.txt:a2"]) == "b/x.txt: a1 and a3; y.txt: a2")
  }
}
