import HearsayRulebook
import HearsayRules
import HearsayText
import Testing

@testable import HearsaySyntax

/// Whether a word that is a noun and a verb is taken for the right one; `*` stands before it.
@Suite struct VerbGroupTests {
  @Test(arguments: [
    "The mayor *reports that the pier is shut.", "The emails *show that he knew.",
    "Records from the last race *show the mayor paid.", "An average of polls *shows her ahead.",
    "They *plan to leave.", "She left the council but *plans to vote.", "Voters *support the plan.",
    "Dana Roth and Ilse Brandt *support the plan.",
  ])
  func isVerb(_ marked: String) throws {
    #expect(try Self.isFiniteVerb(marked))
  }

  @Test(arguments: [
    "The plan won in swing *states on Monday.", "The *state was quiet.", "Media *reports on the pier were wrong.",
    "The council *debate on Monday was lively.", "She won the *support of the miners.",
    "Roth *emails were found by the court.", "He answered many *questions.",
  ])
  func isNoun(_ marked: String) throws {
    #expect(try !Self.isFiniteVerb(marked))
  }

  private static func isFiniteVerb(_ marked: String) throws -> Bool {
    let parts = marked.split(separator: "*", maxSplits: 1)
    let rulebook = try #require(Rulebook.load(files: Rulebook.mainFiles(builtIn: builtInRules)).0)
    let scanned = rulebook.scan(SourceText(parts.joined()))
    let syntax = LightSyntax(scanned, [], LightSyntax.Context(rulebook))
    let offset = parts.count == 2 ? parts[0].utf8.count : 0
    let head = try #require((0..<scanned.tokens.count).first { scanned.tokens.span($0).start == offset })
    return syntax.verbGroup(head: head, form: .finite) != nil
  }
}
