import HearsayAttribution
import HearsayStory
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayEvaluation

@Suite struct ErrorGroupsTests {
  private static let text = """
    “Rain is coming,” Ida Marl told the council. According to the harbour office, two boats are missing.
    """

  private func document() throws -> (Document, MechanismReader) {
    let rulebook = try TestRulebook.get()
    let document = Document(Story(id: "s", text: SourceText(Self.text)), rulebook)
    return (document, MechanismReader(document, rulebook))
  }

  @Test func mechanismsAreToldFromTheWords() throws {
    let (_, reader) = try document()
    let quoted = reader.mechanism(of: GoldAttribution(content: [0..<17], cue: [27..<31], source: [18..<26]))
    #expect(quoted.values[.order] == "content, source, cue")
    #expect(quoted.values[.marks] == "quoted")
    #expect(quoted.values[.length] == "5–14 words")
    #expect(quoted.values[.source] == "with a name")
    #expect(quoted.values[.cue] == "@say" || quoted.values[.cue] == "@tell")
    let told = reader.mechanism(of: GoldAttribution(content: [79..<100], cue: [45..<57], source: [58..<77]))
    #expect(told.values[.order] == "cue, source, content")
    #expect(told.values[.marks] == "not quoted")
    #expect(told.values[.source] == "description")
    #expect(reader.mechanism(of: GoldAttribution(content: [79..<100])).values[.cue] == "no cue")
  }

  @Test func errorsAreCountedOnceAndPartsAddUp() throws {
    let (_, reader) = try document()
    let gold = [
      GoldAttribution(content: [0..<17], cue: [27..<31], source: [18..<26]),
      GoldAttribution(content: [79..<100], cue: [45..<57], source: [58..<77]),
    ]
    let result = AttributionScorer().score(text: Self.text, gold: gold, predicted: [gold[0]])
    var one = ErrorGroups()
    one.add(story: "s", gold: gold, predicted: [gold[0]], pairing: result.pairing, reader: reader)
    var both = one
    both += one
    for trait in Mechanism.Trait.allCases {
      let groups = one.sorted(trait)
      #expect(groups.reduce(0) { $0 + $1.group.gold } == 2)
      #expect(groups.reduce(0) { $0 + $1.group.missed } == 1)
      #expect(groups.reduce(0) { $0 + $1.group.invented } == 0)
      #expect(groups[0].group.missedExamples.count == 1)
      #expect(both.sorted(trait).reduce(0) { $0 + $1.group.missed } == 2)
    }
  }
}
