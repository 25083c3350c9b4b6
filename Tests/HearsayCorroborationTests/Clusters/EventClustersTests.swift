import HearsayText
import Testing

@testable import HearsayCorroboration

@Suite struct EventClustersTests {
  private static let wall = [
    "The harbour wall at Tarnmouth collapsed before dawn and forty cellars in Anchor Street were flooded by the sea.",
    "Sea water filled forty cellars in Tarnmouth after its harbour wall gave way; Anchor Street is closed.",
    "Tarnmouth council will meet on Friday about the harbour wall whose collapse flooded Anchor Street.",
  ]
  private static let choir = [
    "The Merrow choir won the festival at Holm with a setting of three fishing songs, judges said on Sunday.",
    "Judges at the Holm festival gave the first prize to the choir from Merrow for its fishing songs.",
  ]

  @Test func eventsAreToldApart() throws {
    let clusters = EventClusters(try ReadStreams.of(EventClustersTests.wall + EventClustersTests.choir))
    #expect(clusters.cluster == [0, 0, 0, 1, 1])
    #expect(clusters.members == [[0, 1, 2], [3, 4]])
  }

  /// In a dossier on one event all stories have the telling words, which must still count.
  @Test func dossierOnOneEventIsOneCluster() throws {
    #expect(EventClusters(try ReadStreams.of(EventClustersTests.wall)).cluster == [0, 0, 0])
  }

  @Test func anniversaryIsAnotherEvent() throws {
    let texts = [EventClustersTests.wall[0], EventClustersTests.wall[0]]
    let dates = ["2031-03-04", "2032-03-04"]
    #expect(EventClusters(try ReadStreams.of(texts, dates: dates)).cluster == [0, 1])
    #expect(EventClusters(try ReadStreams.of(texts, dates: ["2031-03-04", nil])).cluster == [0, 0])
  }

  @Test func nothingAndAlmostNothing() {
    #expect(EventClusters([]).members.isEmpty)
    let empty = WordStream(id: "empty", forms: [])
    #expect(EventClusters([empty, empty]).cluster == [0, 1])
  }

  @Test(arguments: 0..<20) func orderOfTheStoriesDoesNotMatter(seed: Int) {
    var generated = GeneratedStories(UInt64(seed))
    for _ in 0..<6 { generated.addFamily(copies: generated.number(0...4), words: 90) }
    let streams = generated.streams
    var numbers = SeededNumbers(UInt64(seed) + 500)
    let order = Array(streams.indices).shuffled(using: &numbers)
    let straight = EventClusters(streams).members.map { Set($0) }
    let shuffled = EventClusters(order.map { streams[$0] }).members.map { Set($0.map { order[$0] }) }
    #expect(Set(straight) == Set(shuffled))
    #expect(straight.count == 6)
  }

  @Test func logarithmsAreExactAtPowersAndAscend() {
    #expect((0..<31).map { FixedLog.log2(1 << $0) } == (0..<31).map { $0 << 16 })
    #expect(FixedLog.log2(10) == 217_705)
    #expect((1..<5000).allSatisfy { FixedLog.log2($0) < FixedLog.log2($0 + 1) })
  }

  @Test func daysAreCountedThroughLeapYears() throws {
    let day = { try #require(DayNumber.day($0)) }
    #expect(try day("2032-03-01") - day("2032-02-28") == 2)
    #expect(try day("2100-03-01") - day("2100-02-28") == 1)
    #expect(try day("2031-01-01") - day("2030-12-31") == 1)
    #expect(DayNumber.day("2031-13-01") == nil)
    #expect(DayNumber.day("yesterday") == nil)
  }
}
