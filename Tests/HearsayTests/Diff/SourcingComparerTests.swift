import HearsayAudit
import HearsayTestSupport
import Testing

@Suite struct SourcingComparerTests {
  private let old = """
    Dam gate stuck for a week

    The main gate of the Lorn dam has been stuck since Monday, an engineer familiar with the works told The Ellery Courier.

    “We tried the winch twice and it did not move at all,” the engineer said.

    The water may reach the lower road by Sunday, council spokesman Piers Aldane said.

    Two officials said the spare parts were sold in March.

    The pumps have failed, mayor Orla Quist said on Tuesday.

    The Ellery Courier could not independently verify the account.
    """

  private func changes(_ edit: (String) -> String) throws -> [SourcingChange] {
    let rulebook = try TestRulebook.get()
    return SourcingComparer(rulebook).compare(try ReadStory(old).attributed, try ReadStory(edit(old)).attributed)
      .changes
  }

  @Test func aTextIsNoChangeToItself() throws {
    #expect(try changes { $0 }.isEmpty)
    #expect(try changes { "A word about the weather.\n\n" + $0 }.isEmpty)
  }

  @Test(
    arguments: [
      ("\n\nThe Ellery Courier could not independently verify the account.", "", SourcingChange.Kind.caveatDropped),
      (", mayor Orla Quist said on Tuesday", "", .attributionDropped),
      (
        "an engineer familiar with the works told", "Helen Varga, an engineer familiar with the works, told",
        .sourceNamed
      ),
      ("Piers Aldane said", "Orla Quist said", .speakerChanged),
      ("Two officials", "Three officials", .countChanged),
      ("winch twice", "winch three times", .quotationAltered),
      ("it did not move at all,”", "it did not move,”", .quotationCut),
      ("may reach", "will reach", .hedgeLost),
      ("\n\nTwo officials said the spare parts were sold in March.", "", .statementRemoved),
    ] as [(String, String, SourcingChange.Kind)])
  func anEditIsTold(_ words: String, _ other: String, _ kind: SourcingChange.Kind) throws {
    let forth = try changes { $0.replacing(words, with: other) }
    #expect(forth.contains { $0.kind == kind }, "\(forth.map(\.kind))")
    #expect(forth.count <= 2, "\(forth.map { "\($0.kind): \($0.message)" })")
  }

  @Test func alteredWordsAreShown() throws {
    let found = try changes { $0.replacing("winch twice", with: "winch three times") }
    let altered = try #require(found.first { $0.kind == .quotationAltered })
    #expect(altered.level == .error)
    #expect(altered.edits.map(\.operation) == [.same, .deleted, .inserted, .same])
    #expect(altered.edits[1].text == "twice" && altered.edits[2].text == "three times")
  }

  @Test func marksThatAreLostAreTold() throws {
    let found = try changes {
      $0.replacing(
        "“We tried the winch twice and it did not move at all,” the engineer said.",
        with: "They say we tried the winch twice and it did not move at all, the engineer said.")
    }
    #expect(found.contains { $0.kind == .marksDropped }, "\(found.map(\.kind))")
  }

  @Test func theGravestComesFirst() throws {
    let found = try changes {
      $0.replacing("winch twice", with: "winch three times").replacing("an engineer", with: "Helen Varga, an engineer")
    }
    #expect(found.map(\.level) == found.map(\.level).sorted(by: >))
  }
}
