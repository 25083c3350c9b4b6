import HearsayTestSupport
import Testing

/// The example in README.md is what the command prints of the story above it.
///
/// `HEARSAY_RECORD=1 swift test --filter Readme` writes it anew.
@Suite struct ReadmeTests {
  static let story = "<!-- example story -->\n```text\n"
  static let output = "<!-- example output -->\n```text\n"
  static let end = "```\n<!-- end of example -->"

  @Test func theExampleIsWhatIsPrinted() throws {
    let text = try Checkout.text("README.md")
    let story = try #require(text.range(of: Self.story))
    let storyEnd = try #require(text[story.upperBound...].range(of: "```\n"))
    let output = try #require(text.range(of: Self.output))
    let end = try #require(text.range(of: Self.end))
    var wanted = try Rendering.attributions(
      of: String(text[story.upperBound..<storyEnd.lowerBound]), named: "story.txt")
    while wanted.hasSuffix("\n\n") { wanted.removeLast() }
    if Checkout.isRecording {
      return try Checkout.write(String(text[..<output.upperBound]) + wanted + text[end.lowerBound...], to: "README.md")
    }
    let shown = String(text[output.upperBound..<end.lowerBound])
    #expect(shown == wanted, "README.md: \(firstDifference(wanted, shown))")
  }
}
