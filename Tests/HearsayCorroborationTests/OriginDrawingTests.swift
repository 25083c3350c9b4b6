import HearsayAttribution
import HearsayCorroboration
import HearsayStory
import HearsayTestSupport
import HearsayText
import Testing

/// Who is drawn as the origin of a claim, on invented stories that are easy to get wrong.
@Suite struct OriginDrawingTests {
  private func dossier(_ stories: [(outlet: String, text: String)]) throws -> Dossier {
    let rulebook = try TestRulebook.get()
    let reader = DocumentReader(rulebook)
    var attributor = Attributor(rulebook)
    return Corroborator(rulebook).corroborate(
      stories.enumerated().map { number, story in
        attributor.attribute(
          reader.read(
            Story(id: "\(number).txt", text: SourceText(story.text), outlet: story.outlet, date: "2031-04-02")))
      })
  }

  private func claim(_ dossier: Dossier, _ words: String) -> Claim? {
    dossier.claims.first { claim in
      claim.reports.contains { report in
        let text = dossier.stories[report.story].document.text
        return report.content.contains { text.string($0).contains(words) }
      }
    }
  }

  private func names(_ claim: Claim?, _ stance: ReportStance = .for) -> [String] {
    claim?.origins.filter { $0.stance == stance }.map(\.name) ?? []
  }

  /// A country and "official" describe nobody: the second official is not the president.
  @Test func anotherOfficialIsNobodyWhoWasNamed() throws {
    let found = try dossier([
      (
        "Skerrin Tribune",
        """
        Belmoran President Oskar Venn said on Monday that the canal would stay open.

        Another Belmoran official told the Skerrin Tribune that the canal tolls would be doubled before the summer.
        """
      )
    ])
    #expect(names(claim(found, "tolls would be doubled")) == ["The Skerrin Tribune"])
  }

  /// "His publicist" is the publicist who has a name elsewhere.
  @Test func aRoleIsWhoeverHasItByName() throws {
    let found = try dossier([
      ("Skerrin Tribune", "The tenor's publicist, Mara Tolland, said the tenor had cancelled his tour of Velmar."),
      ("Fenwick Herald", "The publicist said the tenor had cancelled his tour of Velmar."),
    ])
    #expect(names(claim(found, "cancelled his tour")) == ["Mara Tolland"])
  }

  /// "Retracts it": what is withdrawn is told in the sentences before, and who had told it takes the claim along.
  @Test(arguments: [
    """
    On Monday we published a story under the headline “Tenor Rolf Quist drowned in canal”.

    That story was wrong. The Fenwick Herald retracts it in full.
    """,
    """
    On Monday a friend of the tenor Rolf Quist told the Fenwick Herald that he had drowned in the canal. We ran the report. It was wrong, and the Fenwick Herald retracts it.
    """,
  ])
  func whatIsTakenBackHasNoOrigin(_ notice: String) throws {
    let found = try dossier([
      (
        "Fenwick Herald",
        "The tenor Rolf Quist drowned in the canal on Monday, a friend of the family told the Fenwick Herald."
      ),
      ("Skerrin Tribune", "The tenor Rolf Quist drowned in the canal, the Fenwick Herald reported."),
      ("Fenwick Herald", notice),
    ])
    let withdrawn = try #require(claim(found, "drowned in the canal"))
    #expect(withdrawn.counts.origins == 0)
    #expect(withdrawn.origins.allSatisfy { $0.isRetracted })
  }

  /// What somebody told an outlet in a clause behind "that" is theirs, whatever noun its verb may be besides.
  @Test func aClauseBehindThatIsSaid() throws {
    let found = try dossier([
      (
        "Fenwick Herald",
        "Ada Tolland told the Fenwick Herald that the false rumour started on a page that bears her name."
      )
    ])
    #expect(names(claim(found, "the false rumour started")) == ["Ada Tolland"])
  }

  /// What one source says in two ways may be odd, and is no denial.
  @Test func nobodyDeniesWhatTheySay() throws {
    let text = """
      Minister Petra Holm said the ministry will close the Skerrin harbour in June. Holm also said the ministry will not \
      close the Skerrin harbour in June unless the council agrees.
      """
    let found = try dossier([("Skerrin Tribune", text)])
    #expect(!found.claims.isEmpty)
    #expect(found.claims.allSatisfy { $0.counts.against == 0 })
  }

  @Test func noCommentIsNoDenial() throws {
    let found = try dossier([
      ("Skerrin Tribune", "Mayor Ida Brandt said negotiations on the Cairn Bridge toll are continuing."),
      ("Fenwick Herald", "The council said it did not comment on negotiations on the Cairn Bridge toll."),
    ])
    #expect(found.claims.allSatisfy { $0.counts.against == 0 })
  }

  /// "The Tribune", in the Skerrin Tribune, is the paper itself: nobody on record.
  @Test func aPaperThatSpeaksOfItselfIsNoSource() throws {
    let found = try dossier([
      ("Skerrin Tribune", "The east pier of Skerrin harbour will be torn down in May, the Tribune understands.")
    ])
    #expect(found.claims.allSatisfy { $0.counts.onRecord == 0 })
  }

  /// What a firm makes doesn't tell it from the firm by its name.
  @Test func aFirmByWhatItMakesIsNoSecondOrigin() throws {
    let found = try dossier([
      ("Skerrin Tribune", "Norrvik said the takeover talks with Harrow Chemicals were at an early stage."),
      ("Fenwick Herald", "The lamp oil maker said the takeover talks with Harrow Chemicals were at an early stage."),
    ])
    #expect(claim(found, "at an early stage")?.counts.origins == 1)
  }

  /// That she said it has two witnesses; what she said has one origin.
  @Test func whoHeardItIsKeptApartFromWhoSaidIt() throws {
    let found = try dossier([
      (
        "Skerrin Tribune",
        "Health Minister Petra Holm told reporters that 37 people had caught the fever in the old port."
      ),
      (
        "Fenwick Herald",
        "Thirty-seven people have caught the fever in the old port, Health Minister Petra Holm told a news conference."
      ),
    ])
    let one = claim(found, "the fever in the old port")
    #expect(one?.counts.origins == 1)
    #expect(one?.origins.first?.heardBy == ["The Fenwick Herald", "The Skerrin Tribune"])
  }

  /// The one who couldn't verify is the one who says so, and what it means is the report that it passes on.
  @Test func theSentenceSaysWhoCouldNotVerifyWhat() throws {
    let found = try dossier([
      (
        "Fenwick Herald",
        """
        Norrvik plans to shut its Skerrin mill, two people familiar with the plan told the Skerrin Tribune. The Fenwick \
        Herald could not independently verify the report.
        """
      )
    ])
    let sentences = claim(found, "shut its Skerrin mill")?.warnings.map(\.sentence) ?? []
    #expect(
      sentences.contains("The Fenwick Herald could not verify the report by The Skerrin Tribune."), "\(sentences)")
  }
}
