import Foundation
import Testing

@testable import HearsayReport

@Suite struct JSONSchemaTests {
  @Test(arguments: JSONSchema.all.map(\.name)) func everySchemaIsJSONWithItsReferencesResolved(_ name: String) throws {
    let text = try #require(JSONSchema.named(name)).text
    let schema = try #require(try WellFormed.json(text) as? [String: Any])
    let definitions = schema["$defs"] as? [String: Any] ?? [:]
    for match in text.matches(of: /"#\/\$defs\/([A-Za-z]+)"/) {
      #expect(definitions[String(match.output.1)] != nil, "\(match.output.1)")
    }
  }

  /// Required members are printed; the whole schema is tried by `make check-formats`.
  @Test func aReportHasWhatItsSchemaRequires() throws {
    let schema = try #require(try WellFormed.json(JSONSchema.report.text) as? [String: Any])
    let format = try #require(DocumentFormat.named("json"))
    let report = try #require(try WellFormed.json(format.string(SampleStory.report())) as? [String: Any])
    for member in try #require(schema["required"] as? [String]) { #expect(report[member] != nil, "\(member)") }
    let story = try #require((report["stories"] as? [[String: Any]])?.first)
    let storySchema = try #require(try WellFormed.json(JSONSchema.story.text) as? [String: Any])
    for member in try #require(storySchema["required"] as? [String]) { #expect(story[member] != nil, "\(member)") }
  }
}
