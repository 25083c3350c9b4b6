import Foundation
import HearsayRulebook
import HearsayRules
import HearsayText
import Testing

@testable import HearsaySyntax

/// The rules that the handbook tells an editor to write find what it says they find.
@Suite struct HandbookRuleTests {
  @Test(arguments: [
    ("seen-by-outlet", "The order stands in a memo seen by Reuters.", ["document: memo", "via: Reuters"]),
    ("seen-by-outlet", "The memo was seen by nobody.", []),
    (
      "inspected-by-outlet", "The order stands in a call log viewed by Reuters.",
      ["document: call log", "cue: viewed", "via: Reuters"]
    ),
    ("inspected-by-outlet", "The call log was viewed by nobody.", []),
  ])
  func finds(_ rule: String, _ sentence: String, _ captures: [String]) throws {
    let files =
      Rulebook.mainFiles(builtIn: builtInRules) + [(path: "own.rules", bytes: Array(try Self.ownRules().utf8))]
    let rulebook = try #require(Rulebook.load(files: files).0)
    let scanned = rulebook.scan(SourceText(sentence))
    let phrases = LightSyntax(scanned, [], LightSyntax.Context(rulebook))
    var matcher = Matcher(rulebook)
    var matches: [RuleMatch] = []
    matcher.match(scanned, scope: 0..<scanned.tokens.count, kind: .sentence, phrases: phrases, into: &matches)
    let found = matches.filter { rulebook.rules[$0.rule].name == rule }
    #expect(found.count == (captures.isEmpty ? 0 : 1))
    let words = found.flatMap(\.captures).map {
      "\($0.name): \(scanned.text.string(scanned.tokens.span($0.range)))"
    }
    #expect(words == captures)
  }

  /// The fenced blocks of Rules/README.md; the first stands in a list and is indented as a whole.
  private static func ownRules() throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Rules/README.md")
    let parts = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```rules\n").dropFirst()
    return parts.map { part in
      let lines = part.components(separatedBy: "```")[0].components(separatedBy: "\n")
      let isIndented = lines[0].hasPrefix("   ")
      return lines.map { isIndented ? String($0.dropFirst(3)) : $0 }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
