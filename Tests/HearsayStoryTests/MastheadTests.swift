import HearsayStory
import HearsayText
import Testing

@Suite struct MastheadTests {
  private static let body = """
    The council of Quillmoor voted on Tuesday to keep the pool open, its clerk said after the meeting.

    Nobody objected to it, and the councillors went home before the storm came over the hill.
    """

  // MARK: Names

  @Test(arguments: [
    ("The Ellery Courier", "ellery-courier"), ("St. John's  Post ", "st-john-s-post"), ("The", "the"),
    ("Theatre News", "theatre-news"), ("24/7 Wire!", "24-7-wire"), ("", ""),
    ("Ærø Avis", "ærø-avis"), ("The Žurnal – Daily", "žurnal-daily"),
  ])
  func anUnlistedOutletHasAnIDMadeOfItsName(name: String, id: String) {
    #expect(Publisher.id(for: name) == id)
  }

  // MARK: Headline

  @Test func aGivenTitleIsFoundAtTheStart() throws {
    let read = try document("Pool stays open, for now.\n\n" + Self.body, title: "Pool stays open, for now")
    #expect(read.headlineText == "Pool stays open, for now")
    #expect(read.blocks[0].kind == .headline)
    let absent = try document(Self.body, title: "Pool stays open, for now")
    #expect(absent.headline == nil)
    #expect(absent.blocks[0].kind == .paragraph)
  }

  @Test func aTitleMayGoOverTwoLinesOrEndWithTheOutlet() throws {
    let two = try document(
      "Pool stays open;\nCouncil votes 9-2.\n\n" + Self.body, title: "Pool stays open; Council votes 9-2")
    #expect(two.headlineText == "Pool stays open;\nCouncil votes 9-2")
    let suffix = try document("Pool stays open, for now\n\n" + Self.body, title: "Pool stays open, for now | Sarn Wire")
    #expect(suffix.headlineText == "Pool stays open, for now")
  }

  @Test func aSentenceIsNoHeadlineUnlessItIsSetApart() throws {
    #expect(try document("The pool stays open.\n\n" + Self.body).headline == nil)
    let apart = try document("The pool stays open.\n\nBy Ana Roe\n\n" + Self.body)
    #expect(apart.headlineText == "The pool stays open.")
    #expect(apart.byline == ["Ana Roe"])
  }

  @Test func anAppealIsNoHeadline() throws {
    let read = try document("Support The Quillmoor Echo!\n\nPool stays open, for now\n\n" + Self.body)
    #expect(read.headlineText == "Pool stays open, for now")
    #expect(read.publisher?.id == "quillmoor-echo")
  }

  // MARK: Byline

  @Test(arguments: [
    ("By Ana Roe and Bo Lind", ["Ana Roe", "Bo Lind"]), ("By ANA ROE, Political Editor", ["Ana Roe"]),
    ("by Piet van Loon, Sarn Wire", ["Piet van Loon"]),
    ("By Ana Roe, Bo Lind and Cy O’Hara", ["Ana Roe", "Bo Lind", "Cy O’Hara"]),
    ("Hanna Voss, City reporter", ["Hanna Voss"]), ("Written by Hanna Voss", ["Hanna Voss"]),
  ])
  func bylines(_ line: String, _ names: [String]) throws {
    let read = try document("Pool stays open, for now\n\n\(line)\n\n" + Self.body)
    #expect(read.byline == names)
    #expect(read.blocks[1].kind == .byline)
  }

  @Test(arguments: [
    ("By Ana Roe, Quarrick Courier", "quarrick-courier"), ("By Ana Roe | The Quarrick Echo", "quarrick-echo"),
    ("By Ana Roe and Bo Lind | Quarrick Ledger", "quarrick-ledger"),
  ])
  func aBylineMayNameTheOutlet(_ line: String, _ outlet: String) throws {
    let read = try document("Pool stays open, for now\n\n\(line)\n\n" + Self.body)
    #expect(read.publisher?.id == outlet)
    #expect(read.byline.first == "Ana Roe")
  }

  @Test(arguments: ["By Ana Roe, Chief Reporter", "By Ana Roe, Bo Lind", "By Ana Roe, Political Editor"])
  func aJobIsNoOutlet(_ line: String) throws {
    #expect(try document("Pool stays open, for now\n\n\(line)\n\n" + Self.body).publisher == nil)
  }

  @Test func anUnlistedOutletSpeaksOfItself() throws {
    let own = "The Quarrick Courier could not independently verify the count."
    #expect(try document(Self.body + "\n\n" + own).publisher?.id == "quarrick-courier")
    let cited = "The pool will close, the Quarrick Courier reported on Monday."
    #expect(try document(Self.body + "\n\n" + own + "\n\n" + cited).publisher == nil)
    #expect(try document(Self.body + "\n\n“" + own + "”").publisher == nil)
  }

  // MARK: Dateline

  @Test(arguments: [
    "OSK, Belmora (Sarn Wire) — ", "OSK (Sarn Wire) - ", "OSK, May 3 (Sarn Wire) - ", "May 3 (Sarn Wire) - ", "OSK — ",
  ])
  func datelines(_ line: String) throws {
    let read = try document("Pool stays open, for now\n\n" + line + Self.body)
    let dateline = read.dateline.map { read.text.string($0) }
    #expect(dateline.map { $0 + " " } == line)
    #expect(read.kind(of: "The council") == .paragraph)
    // The sentence behind it begins with its own first word.
    let first = try #require(read.blockTokens.indices.first { read.blocks[$0].kind == .paragraph })
    #expect(read.sentences.outer.contains { $0.tokens.lowerBound == read.blockTokens[first].lowerBound })
    if line.contains("Sarn") { #expect(read.publisher?.id == "sarn-wire") }
  }

  @Test func aDashInTheFirstSentenceMakesNoDateline() throws {
    let read = try document(
      "Quillmoor — the town, not the lake — will keep its pool open, the council said on Tuesday.")
    #expect(read.dateline == nil)
  }

  @Test func sentencesStayWholeAndInOrder() throws {
    let read = try document(
      "Pool stays open\n\nOSK (Sarn Wire) — “It stays,” she said. “It must.” He nodded.\n\n" + Self.body)
    var end = 0
    for sentence in read.sentences.outer {
      #expect(sentence.tokens.lowerBound == end)
      end = sentence.tokens.upperBound
      #expect(sentence.inner.first.map { read.sentences.inner[$0].lowerBound } == sentence.tokens.lowerBound)
      #expect(sentence.inner.last.map { read.sentences.inner[$0].upperBound } == sentence.tokens.upperBound)
    }
    #expect(end == read.scanned.tokens.count)
    for (block, sentences) in zip(read.blockTokens, read.blockSentences) {
      #expect(sentences.first.map { read.sentences.outer[$0].tokens.lowerBound } == block.first)
    }
  }

  // MARK: Date

  @Test(arguments: [
    ("2024-05-03", "2024-05-03"), ("2024-05-03T23:10:00Z", "2024-05-03"), ("2024/5/3", "2024-05-03"),
    ("20240503", "2024-05-03"), ("May 3, 2024", "2024-05-03"), ("3 May 2024", "2024-05-03"),
    ("3rd of May 2024", "2024-05-03"),
    ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03"), ("Sept. 12, 2023", "2023-09-12"), ("12 SEP 2023", "2023-09-12"),
    ("3.5.2024", "2024-05-03"), ("15/5/2024", "2024-05-15"), ("5/15/2024", "2024-05-15"), ("4/4/2024", "2024-04-04"),
  ])
  func datesAreRead(_ given: String, _ day: String) throws {
    #expect(try document(Self.body, date: given).published == day)
  }

  @Test(arguments: [
    "3/4/2024", "May 3", "2024", "yesterday", "2023-02-29", "31 June 2024", "0000-00-00", "99/99/9999", "",
  ])
  func datesAreNotGuessed(_ given: String) throws {
    #expect(try document(Self.body, date: given).published == nil)
  }

  @Test func theDateStandsInALineAboveTheStory() throws {
    let read = try document(
      "Pool stays open, for now\n\nUpdated: May 9, 2024\nPublished: May 3, 2024, 10:15\n\n" + Self.body)
    #expect(read.published == "2024-05-03")
    let masthead = try document("Pool stays open, for now\n\nThe Tarrow Gazette, Friday 3 May 2024\n\n" + Self.body)
    #expect(masthead.published == "2024-05-03")
    #expect(masthead.publisher?.name == "The Tarrow Gazette")
    #expect(masthead.publisher?.id == "tarrow-gazette")
    #expect(masthead.publisher?.outlet == nil)
    #expect(
      try document("The vote of May 3, 2024 stands, the clerk said on a cold and windy day in June.").published == nil)
  }

  // MARK: Publisher

  @Test func theInputStatesThePublisher() throws {
    let stated = try document(Self.body, outlet: "Quillmoor Echo").publisher
    #expect(stated?.id == "quillmoor-echo")
    #expect(stated?.name == "The Quillmoor Echo")
    #expect(stated?.how == .stated)
    let url = try document(Self.body, url: "https://www.sarnwire.example:443/a/b?c").publisher
    #expect(url?.id == "sarn-wire")
    let unknown = try document(Self.body, outlet: "The Tarrow Gazette").publisher
    #expect(unknown?.id == "tarrow-gazette")
    #expect(unknown?.outlet == nil)
  }

  @Test func aNameAndADayAboveTheStoryAreThePublishers() throws {
    let masthead = try document(
      "Pool stays open, for now\n\nBy Ana Roe\n\nThe Tarrow Gazette, Friday 3 May\n\n" + Self.body)
    #expect(masthead.publisher?.name == "The Tarrow Gazette")
    let letter = try document("Pool stays open, for now\n\nTarrow Ledger newsletter, Friday 3 May 2024\n\n" + Self.body)
    #expect(letter.publisher?.name == "Tarrow Ledger")
  }

  /// No word in it is one of outlets' names: only what it was told shows what it is.
  @Test func aLineThatSomebodySpokeToIsThePublisher() throws {
    let top = "The Lanternist\n\nPool stays open, for now\n\nBy Ann Orr\n\n"
    let told = try document(
      top + "The council will keep the pool open until June, two clerks who saw the minutes told The Lanternist.\n\n"
        + "“Nobody objected,” one of them said. “Some had been asleep.”")
    #expect(told.publisher?.name == "The Lanternist" && told.publisher?.how == .inferred)
    let cited = try document(
      top + "The council will keep the pool open until June, The Lanternist reported on Tuesday.\n\n"
        + "Two clerks told The Lanternist that nobody had objected.")
    #expect(cited.publisher == nil)
  }

  @Test func whoOnlyIsCitedIsNotThePublisher() throws {
    let read = try document(
      """
      The council will keep the pool open, Sarn Wire reported on Tuesday, citing two people who had seen the minutes.

      A councillor told Sarn Wire that nobody had objected. Another told Sarn Wire that some had been asleep.
      """)
    #expect(read.publisher == nil)
  }

  @Test(arguments: [
    "The Quillmoor Echo can't independently verify this.", "Quillmoor Echo has contacted the council for comment.",
    "The clerk did not respond to The Quillmoor Echo’s questions.",
    "The claims have not been independently verified by The Quillmoor Echo.",
    "© The Quillmoor Echo",
  ])
  func anOutletThatSpeaksOfItselfIsThePublisher(_ line: String) throws {
    let read = try document(Self.body + "\n\nA clerk told Sarn Wire so, Sarn Wire reported.\n\n" + line)
    #expect(read.publisher?.id == "quillmoor-echo")
    #expect(read.publisher?.how == .inferred)
  }

  @Test func whatSomebodyIsQuotedAsSayingTellsNothing() throws {
    let read = try document(Self.body + "\n\n“Sarn Wire has contacted me twice,” she said.")
    #expect(read.publisher == nil)
  }

  @Test func aQuotationGoesOnBehindATeaser() throws {
    let read = try document(
      """
      The mayor spoke for an hour. “We shall keep the pool open for as long as there is water in it.

      Why the boiler was never replaced
      The boiler was bought in 1974 from a shipyard that has since closed, and every engineer who has seen it
      Article image

      “And we shall keep the roof on, too,” she said when she had found the page that she had lost.
      """)
    #expect(read.kind(of: "The boiler") == .teaser)
    let open = try #require(read.quotations.first { $0.close == nil })
    #expect(open.isContinued)
  }

  @Test(arguments: ["By Ana Roe and Bo Lind | The Quill", "National Desk, The Quill"])
  func aCreditLineMayEndWithTheOutlet(line: String) throws {
    let read = try document("Pool stays open, for now\n" + line + "\n12 May 2025\n\n" + Self.body)
    #expect(read.publisher?.name == "The Quill")
  }
}
