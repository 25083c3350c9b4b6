import HearsayTestSupport
import Testing

/// Where sources and contents begin and end.
struct SourceBorderTests {
  private func source(_ words: String, in text: String) throws -> String {
    let story = try ReadStory(text)
    return story.string(try story.saying(words).source)
  }

  @Test(arguments: [
    ("The ministry declined to comment on the file, and the crew said the bridge was cracked.", "the crew"),
    ("The mayor resigned hours after a report found that the bridge was cracked.", "a report"),
    (
      "Pictures taken by a satellite on Monday and reviewed by the Marlow Gazette show that the bridge was cracked.",
      "Pictures taken by a satellite on Monday and reviewed by the Marlow Gazette"
    ),
    (
      "The letters, which were stolen in May, include one in which the director, Rolf Brandt, wrote that the bridge was cracked.",
      "the director, Rolf Brandt,"
    ),
    ("The bridge was cracked, the Velmar news site Broen reports.", "the Velmar news site Broen"),
  ])
  func sourcesAreWhole(_ text: String, _ expected: String) throws {
    let found = try source("the bridge was cracked".replacingThe(in: text), in: text)
    #expect(found.trimmingComma == expected.trimmingComma)
  }

  @Test(arguments: [
    ("A post claiming that the bridge is cracked has been shared widely.", "that the bridge is cracked"),
    ("The ministry rejected the report, and its lawyer, Eva Horn, refused to comment.", "the report"),
  ])
  func contentsEndBeforeTheNextVerb(_ text: String, _ expected: String) throws {
    let story = try ReadStory(text)
    #expect(story.attributions.contains { story.content(of: $0) == expected })
  }

  @Test func aNewSpeakerIsAPersonWhateverTheNoun() throws {
    let story = try ReadStory(
      """
      A former sluice-minder at Tarn Hydro told the Marlow Gazette that the bridge was cracked.

      The sluice-minder said that the road was open.
      """)
    #expect(try story.saying("the bridge was cracked").speaker?.anonymous == true)
    #expect(try story.grade(saying: "the bridge was cracked") == "G3")
    #expect(try story.speaker(saying: "the road was open") == "former sluice-minder at Tarn Hydro")
  }

  @Test func aTeamIsNoPerson() throws {
    let story = try ReadStory("Sorn Rovers have said that the bridge was cracked. Rovers left on Monday.")
    #expect(try story.saying("the bridge was cracked").speaker?.kind == .organisation)
  }

  @Test func whereSomebodyLivesDoesNotNameTheSpeaker() throws {
    let story = try ReadStory(
      """
      Rolf Brandt is alive, his sister said.

      The sheriff's office in Osk, where Brandt lives, said the bridge was cracked.
      """)
    #expect(try story.speaker(saying: "the bridge was cracked")?.contains("Brandt") == false)
  }

  @Test func aLetterThatNamesAThingIsNoInitial() throws {
    let story = try ReadStory(
      """
      Ines Osei, who heads the label, said the account was false.

      The label reported it to the network, X. Osei said the bridge was cracked.
      """)
    #expect(try story.speaker(saying: "the bridge was cracked") == "Ines Osei")
    let other = try ReadStory(
      """
      Ines Osei heads the label. The label told its lawyer, X. Osei, that the account was false.

      Anna Holt drew up the plan. Nobody liked what was called Plan B. Holt said the bridge was cracked.
      """)
    #expect(try other.speaker(saying: "the bridge was cracked") == "Anna Holt")
  }
}

extension String {
  fileprivate var trimmingComma: String { hasSuffix(",") ? String(dropLast()) : self }
  /// The words as the text has them, be they at its head.
  fileprivate func replacingThe(in text: String) -> String {
    text.contains(self) ? self : "T" + dropFirst()
  }
}
