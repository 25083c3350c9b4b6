import HearsayReport
import HearsayStory
import HearsayTestSupport
import HearsayText
import Testing

@testable import Hearsay

/// What `hearsay attribute` prints of each whole story, beside what it printed when somebody last read it.
///
/// `HEARSAY_RECORD=1 swift test --filter StorySnapshot` writes the snapshots anew; the diff is the effect of a change.
@Suite struct StorySnapshotTests {
  static let folder = "Fixtures/snapshots"
  static let stories = Checkout.names(in: "Fixtures/stories", ending: ".txt")

  @Test(arguments: stories) func aStoryReadsAsItDid(_ name: String) throws {
    let rendered = try Rendering.attributions(of: Checkout.text("Fixtures/stories/\(name).txt"), named: name + ".txt")
    let path = "\(Self.folder)/\(name).txt"
    if Checkout.isRecording { return try Checkout.write(rendered, to: path) }
    let expected = try Checkout.text(path)
    #expect(rendered == expected, "\(path): \(firstDifference(rendered, expected))")
  }

  /// A snapshot whose story is gone would never fail again.
  @Test func everySnapshotHasAStory() throws {
    let unused = Checkout.names(in: Self.folder, ending: ".txt").filter { !Self.stories.contains($0) }
    if Checkout.isRecording { return try unused.forEach { try Checkout.remove("\(Self.folder)/\($0).txt") } }
    #expect(unused.isEmpty)
  }
}

/// Stories as the command prints them, without colour.
enum Rendering {
  static func attributions(of text: String, named name: String) throws -> String {
    var desk = Pipeline(rulebook: try TestRulebook.get()).makeDesk()
    let story = desk.attribute(desk.document(Story(id: name, path: name, text: SourceText(text))))
    var paper = TerminalWriter(usesColor: false)
    AttributionText().write(story, to: &paper)
    return paper.out.string
  }
}

/// The first line at which two texts part, with both versions.
func firstDifference(_ found: String, _ expected: String) -> String {
  let a = found.split(separator: "\n", omittingEmptySubsequences: false)
  let b = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(a, b).prefix { $0 == $1 }.count
  guard same < max(a.count, b.count) else { return "equal" }
  func line(_ lines: [Substring]) -> String { same < lines.count ? "“\(lines[same])”" : "the end" }
  return "line \(same + 1) is \(line(a)), and was \(line(b))"
}
