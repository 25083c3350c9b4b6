import Foundation
import HearsayRulebook
import HearsayRules
import HearsayTestSupport
import Testing

/// The example in README.md is what the command prints of the story above it; its rule is one of the rulebook's.
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

  @Test func theRuleIsAsItStandsInTheRulebook() throws {
    let parts = try Checkout.text("README.md").components(separatedBy: "```rules\n")
    let rule = try #require(parts.last?.components(separatedBy: "```").first)
    #expect(rule.hasPrefix("rule "))
    #expect(Rulebook.files(builtIn: builtInRules).contains { String(decoding: $0.bytes, as: UTF8.self).contains(rule) })
  }
}
