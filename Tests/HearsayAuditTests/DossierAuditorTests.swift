import HearsayAttribution
import HearsayAudit
import HearsayText
import Testing

@testable import HearsayCorroboration

@Suite struct DossierAuditorTests {
  /// A dossier of sketches in which claim `n` holds, of each story, the statement that it gives (by its number from 0).
  private func dossier(
    _ sketches: [Sketch], claims: [[Int?]] = [], onRecord: Bool = false, circular: Bool = false,
    conflicts: [ClaimConflict] = [], shared: [SharedText] = [], dates: [String?] = []
  ) -> Dossier {
    var stories = sketches.map(\.story)
    for (i, date) in dates.enumerated() { stories[i].document.published = date }
    let made = claims.enumerated().map { id, statements -> Claim in
      var reports: [Report] = []
      for (story, statement) in statements.enumerated() {
        guard let statement else { continue }
        reports.append(
          Report(
            story: story, attribution: statement, content: stories[story].attributions[statement].content, stance: .for,
            origin: 0))
      }
      let origin = Origin(
        name: "The Tarn Dispatch", grade: onRecord ? .named : .anonymousWithRole, anonymous: !onRecord,
        isOnRecord: onRecord, stance: .for, reports: Array(reports.indices), joined: [], isCircular: circular)
      var counts = ClaimCounts()
      counts.origins = 1
      counts.texts = reports.count
      return Claim(
        id: id, text: "claim", reports: reports,
        outlets: reports.map { stories[$0.story].document.publisher?.name ?? "?" }, origins: [origin], counts: counts,
        score: ClaimScore(value: 0, low: 0, high: 0, support: 0, denial: 0, terms: [], lever: nil), credibility: 3,
        isVerified: false, why: "", warnings: [])
    }
    return Dossier(stories: stories, sharedTexts: shared, claims: made, conflicts: conflicts)
  }

  private func findings(_ dossier: Dossier, _ check: String) -> [[Finding]] {
    DossierAuditor(TestRules.rulebook).audit(dossier).map { $0.filter { $0.check == check } }
  }

  /// What The Tarn Dispatch had itself.
  private let original = Sketch(
    """
    ⟦1.content The railway may be sold by winter⟧, ⟦1.source a treasury official⟧ ⟦1.cue said⟧ on Friday in Sorn.
    ⟦2.content “We have looked at four bids for the whole line,”⟧ ⟦2.source Ida Moor⟧ ⟦2.cue said⟧.
    The Tarn Dispatch ⟦caveat/unverified could not verify⟧ the account.
    """
  )
  .speaker(1, name: "treasury official", .anonymousWithRole).speaker(2, name: "Ida Moor", .named)
  .caveat(1, "unverified").published(by: "The Tarn Dispatch")

  private func relay(_ content: String, quote: String = "We have looked at four bids for the whole line") -> Sketch {
    Sketch(
      """
      ⟦1.content \(content)⟧, ⟦1.source a treasury official⟧ ⟦1.cue told⟧ The Tarn Dispatch.
      ⟦2.content “\(quote),”⟧ ⟦2.source Ida Moor⟧ ⟦2.cue said⟧.
      """
    )
    .speaker(1, name: "treasury official", .anonymousWithRole).speaker(2, name: "Ida Moor", .named)
    .via(1, "The Tarn Dispatch").via(2, "The Tarn Dispatch").relay("The Tarn Dispatch").published(by: "The Brazier")
  }

  @Test func oneStoryIsNoDossier() {
    #expect(DossierAuditor(TestRules.rulebook).audit(dossier([original])).joined().isEmpty)
  }

  @Test func severalOutletsOneOrigin() {
    let both = dossier(
      [
        relay("The railway may be sold by winter"),
        relay("The railway may be sold by winter")
          .published(by: "The Sorn Courier"),
      ], claims: [[0, 0]])
    #expect(
      findings(both, "COR-01").map { $0.map(\.message) }
        == [
          ["carried by 2 outlets, and rests on one origin: The Tarn Dispatch"],
          ["carried by 2 outlets, and rests on one origin: The Tarn Dispatch"],
        ])
  }

  @Test func whatAnotherStoryCreditsToTheReportThatBothPassOn() throws {
    let own = Sketch(
      """
      The line is losing money, ⟦1.source a treasury official⟧ ⟦1.cue told⟧ The Tarn Dispatch.
      The railway may be sold by winter.
      """
    )
    .speaker(1, name: "treasury official", .anonymousWithRole).via(1, "The Tarn Dispatch").relay("The Tarn Dispatch")
    .published(by: "The Sorn Courier")
    let stranger = Sketch("The railway may be sold by winter.\nNobody knows to whom.").published(by: "The Sorn Courier")
    for (story, isFaded) in [(own, true), (stranger, false)] {
      var both = dossier([relay("The railway may be sold by winter"), story], claims: [[0, nil]])
      let bytes = both.stories[1].document.text.bytes
      let words = Array("The railway may be sold by winter.".utf8)
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: words) })
      both.claims[0].reports.append(
        Report(
          story: 1, attribution: nil, content: [Span(start, start + words.count)], stance: .for, origin: nil))
      let found = findings(both, "ATTR-05")
      #expect(found[0].isEmpty)
      #expect(
        found[1].map(\.message)
          == (isFaded ? ["told as fact here; The Brazier has it from The Tarn Dispatch"] : []))
    }
  }

  @Test func whatIsOnRecordManyMayHaveHeard() {
    let both = dossier(
      [relay("The railway may be sold"), relay("The railway may be sold").published(by: "The Sorn Courier")],
      claims: [[0, 0]], onRecord: true)
    #expect(findings(both, "COR-01").joined().isEmpty)
  }

  @Test func aHedgeAndACaveatLostOnTheWay() throws {
    let pair = dossier([original, relay("The railway will be sold by winter")], claims: [[0, 0]])
    #expect(
      findings(pair, "HEDGE-02").map { $0.map(\.message) } == [[], ["stated flatly; The Tarn Dispatch hedged it"]])
    let dropped = try #require(findings(pair, "CAV-03")[1].first)
    #expect(dropped.level == .error)
    #expect(dropped.elsewhere.map(\.words) == ["could not verify"])
  }

  @Test func aCaveatThatIsKept() {
    let relay = Sketch(
      """
      ⟦1.content The railway may be sold by winter⟧, ⟦1.source a treasury official⟧ ⟦1.cue told⟧ The Tarn Dispatch.
      The Brazier ⟦caveat/unverified could not verify⟧ the report.
      """
    )
    .speaker(1, name: "treasury official", .anonymousWithRole).via(1, "The Tarn Dispatch").published(by: "The Brazier")
    let pair = dossier([original, relay], claims: [[0, 0]])
    #expect(findings(pair, "CAV-03").joined().isEmpty)
    #expect(findings(pair, "HEDGE-02").joined().isEmpty)
  }

  @Test func anAlteredQuotationAndAFigure() {
    let altered = dossier(
      [original, relay("The railway may be sold by winter", quote: "We have looked at four good bids for the line")],
      claims: [[0, 0]])
    #expect(
      findings(altered, "CHAIN-06")[1].map(\.message)
        == ["not as in the story of The Tarn Dispatch: the words in quotation marks are not the same"])
    let cut = dossier(
      [original, relay("The railway may be sold by winter", quote: "looked at four bids for the whole line")],
      claims: [[0, 0]])
    #expect(findings(cut, "CHAIN-06").joined().isEmpty)
  }

  @Test func anotherStoryOfTheCitedOutlet() {
    let pair = dossier([original, relay("The ferry will stop running in May")])
    #expect(findings(pair, "CHAIN-07").map(\.count) == [0, 1])
    let same = dossier([original, relay("The railway may be sold by winter")], claims: [[0, 0]])
    #expect(findings(same, "CHAIN-07").joined().isEmpty)
  }

  @Test func outletsThatCiteOneAnother() {
    let pair = dossier([original, relay("The railway may be sold by winter")], claims: [[0, 0]], circular: true)
    #expect(findings(pair, "CHAIN-05").map(\.count) == [1, 1])
  }

  @Test func copies() {
    let shared = SharedText(a: 0, b: 1, extent: .derived, share: 1000, matches: [])
    let pair = dossier([original, original], shared: [shared])
    #expect(findings(pair, "COR-02").map(\.count) == [0, 1])
    let dated = dossier([original, original], shared: [shared], dates: ["2024-05-04", "2024-05-03"])
    #expect(findings(dated, "COR-02").map(\.count) == [1, 0])
  }

  @Test func passagesOfAnOutletThatIsNotNamed() throws {
    let words = Array(repeating: "the inspectors of the northern line counted eleven cracks", count: 6).joined(
      separator: " ")
    let first = Sketch("In winter \(words).").published(by: "The Tarn Dispatch")
    func later(_ credit: String) -> Sketch { Sketch("In spring \(words)\(credit).").published(by: "The Brazier") }
    func shared(_ sketch: Sketch) -> SharedText {
      let text = sketch.story.document.text
      let end = "In winter ".utf8.count + words.utf8.count
      return SharedText(
        a: 0, b: 1, extent: .partial, share: 900,
        matches: [.init(a: Span(10, end), b: Span(10, min(end, text.bytes.count)))])
    }
    let days: [String?] = ["2024-05-03", "2024-05-04"]
    let uncredited = dossier([first, later("")], shared: [shared(first)], dates: days)
    let finding = try #require(findings(uncredited, "CHAIN-01")[1].first)
    #expect(finding.level == .error)
    let credited = dossier([first, later(", The Tarn Dispatch wrote")], shared: [shared(first)], dates: days)
    #expect(findings(credited, "CHAIN-01").joined().isEmpty)
    let undated = dossier([first, later("")], shared: [shared(first)])
    #expect(findings(undated, "CHAIN-01").joined().isEmpty)
  }

  @Test func saidToBeConfirmed() {
    let sketch = Sketch(
      "⟦COR-03/said-to-be-confirmed Several outlets⟧ have it that ⟦1.content the railway will be sold⟧, ⟦1.source an official⟧ ⟦1.cue said⟧."
    )
    .speaker(1, name: "official", .anonymousWithRole).published(by: "The Brazier")
    let pair = dossier([sketch, relay("The railway will be sold")], claims: [[0, 0]])
    #expect(findings(pair, "COR-03").map(\.count) == [1, 0])
    #expect(findings(dossier([sketch, original]), "COR-03").joined().isEmpty)
  }

  @Test func statementsInTension() {
    let pair = dossier(
      [original, relay("The railway will never be sold")], claims: [[0, nil], [nil, 0]],
      conflicts: [ClaimConflict(a: 0, b: 1, why: "negation")])
    #expect(findings(pair, "CON-01").map(\.count) == [1, 1])
    #expect(TestRules.rulebook.checks.first { $0.id == "CON-01" }?.isOnByDefault == false)
  }

  @Test func relaysThatCountTheSourcesDifferently() {
    func relay(_ source: String, _ grade: Grade, _ count: CountRange, by outlet: String) -> Sketch {
      Sketch("⟦1.content The railway may be sold by winter⟧, ⟦1.source \(source)⟧ ⟦1.cue told⟧ The Tarn Dispatch.")
        .speaker(1, name: source, grade, kind: .group, count: count).via(1, "The Tarn Dispatch").published(by: outlet)
    }
    let three = relay("three people at the talks", .anonymousWithAccess, CountRange(3, 3), by: "The Brazier")
    let some = relay("unnamed sources", .anonymous, CountRange(2, nil), by: "The Sorn Courier")
    #expect(findings(dossier([three, some], claims: [[0, 0]]), "NUM-03").map(\.count) == [0, 1])
    #expect(findings(dossier([three, three], claims: [[0, 0]]), "NUM-03").joined().isEmpty)
  }

  @Test func oneQuotationTwoWordings() {
    func quoting(_ words: String, _ name: String, by outlet: String) -> Sketch {
      Sketch("⟦1.content “\(words),”⟧ ⟦1.source \(name)⟧ ⟦1.cue said⟧ at the gate.")
        .speaker(1, name: name, .named).published(by: outlet)
    }
    let one = quoting("We will never sell this line to anybody", "Karl Osten", by: "The Brazier")
    let other = quoting("We would never sell this line to anybody", "Osten", by: "The Sorn Courier")
    let borrowed = quoting("We will never sell this line to anybody", "Jon Felt", by: "The Sorn Courier")
    let cut = quoting("never sell this line to anybody", "Karl Osten", by: "The Sorn Courier")
    #expect(findings(dossier([one, other]), "QUOTE-04").map(\.count) == [0, 1])
    #expect(findings(dossier([one, borrowed]), "QUOTE-04").map(\.count) == [0, 1])
    #expect(findings(dossier([one, cut]), "QUOTE-04").joined().isEmpty)
  }
}
