import Foundation
import HearsayTestSupport
import Testing

/// The stories of Fixtures/stories against their gold: no measure may fall below the baseline beside them.
///
/// `HEARSAY_RECORD=1 swift test --filter Baseline` writes the baseline anew. Lower a figure only on purpose.
@Suite struct BaselineTests {
  static let path = "Fixtures/stories/baseline.json"

  @Test func noMeasureFallsBelowTheBaseline() throws {
    var score = GoldScore()
    for story in try GoldStory.all() {
      score.add(story, try ReadStory(Checkout.text("Fixtures/stories/\(story.story)"), outlet: nil))
    }
    if Checkout.isRecording { return try Checkout.write(Self.json(score), to: Self.path) }
    let data = try Data(contentsOf: Checkout.file(Self.path))
    let baseline = try JSONDecoder().decode([String: Double].self, from: data)
    let details = score.misses.joined(separator: "\n")
    for (name, value) in score.measures {
      let least = try #require(baseline[name], "the baseline has no `\(name)`")
      #expect(value >= least, "\(name): \(value) is less than \(least)\n\(details)")
    }
  }

  @Test func everyStoryHasGold() throws {
    let names = try GoldStory.all().map { String($0.story.dropLast(".txt".count)) }
    #expect(names.sorted() == Checkout.names(in: "Fixtures/stories", ending: ".txt"))
  }

  /// Rounded down to three places, so that what was measured passes.
  private static func json(_ score: GoldScore) -> String {
    let lines = score.measures.map { name, value in
      let thousandths = Int(value * 1000)
      let digits = String(1000 + thousandths % 1000).dropFirst()
      return "  \"\(name)\": \(thousandths / 1000).\(digits)"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}
