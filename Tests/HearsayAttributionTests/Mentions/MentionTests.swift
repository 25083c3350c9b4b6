import HearsayAttribution
import HearsayTestSupport
import Testing

/// What a source phrase says by itself: name, number of people, form.
struct MentionTests {
  @Test(arguments: [
    ("A harbour official said the talks had stalled.", "harbour official"),
    ("The ministry of transport said the talks had stalled.", "ministry of transport"),
    ("Two senior officials said the talks had stalled.", "Two senior officials"),
    ("Orla Quist, the mayor of Port Ellery, said the talks had stalled.", "Orla Quist"),
    ("The mayor, Orla Quist, said the talks had stalled.", "Orla Quist"),
  ])
  func theNameIsWithoutArticleAndApposition(_ text: String, _ name: String) throws {
    let found = try ReadStory(text).speaker(saying: "the talks had stalled")
    #expect(found?.lowercased() == name.lowercased())
  }

  @Test func aNameStandsBehindALongOffice() throws {
    let story = try ReadStory("The mayor of Port Ellery, Orla Quist, said the talks had stalled.")
    let found = try story.speaker(saying: "the talks had stalled")
    #expect(found == "Orla Quist")
  }

  @Test(arguments: [
    ("An official said the talks had stalled.", 1, 1),
    ("Three people familiar with the talks said the talks had stalled.", 3, 3),
    ("Officials said the talks had stalled.", 2, nil),
    ("Several diplomats said the talks had stalled.", 2, nil),
    ("The ministry said the talks had stalled.", 1, 1),
  ])
  func peopleAreCounted(_ text: String, _ min: Int, _ max: Int?) throws {
    let speaker = try #require(try ReadStory(text).saying("the talks had stalled").speaker)
    #expect(speaker.count == CountRange(min, max))
  }

  @Test(arguments: [
    ("The ministry said the talks had stalled.", ActorKind.organisation),
    ("Radio Holmsey said the talks had stalled.", .outlet),
    ("A court filing said the talks had stalled.", .document),
    ("Local media said the talks had stalled.", .collective),
    ("Two diplomats said the talks had stalled.", .group),
  ])
  func theFormTellsTheKind(_ text: String, _ kind: ActorKind) throws {
    #expect(try ReadStory(text).saying("the talks had stalled").speaker?.kind == kind)
  }
}
