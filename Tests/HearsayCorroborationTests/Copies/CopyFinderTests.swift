import HearsayText
import Testing

@testable import HearsayCorroboration

@Suite struct CopyFinderTests {
  private static let flood = """
    The harbour wall at Tarnmouth gave way shortly before dawn, and sea water ran down Anchor Street into some forty cellars. \
    Firefighters from three districts pumped until noon, and the coast road stayed closed as far as the old lighthouse.

    Surveyors had marked two cracks in the wall last autumn. The district council put the repair off twice, most recently in \
    March, because the only bid was nearly double the sum that had been set aside for it.

    “We told them in October, we told them again in January, and nobody wrote back to us,” said Ines Corlett, who keeps the \
    chandlery on the quay. The council plans a public meeting in the net loft on Friday evening.
    """

  private static let rewritten = """
    Forty cellars were under water in Tarnmouth on Tuesday after part of its sea defences collapsed in the night. Pumps ran \
    all morning and buses turned round at the lighthouse.

    “We told them in October, we told them again in January, and nobody wrote back to us,” Ines Corlett, a shopkeeper on the \
    quay, told this paper. Councillors will answer questions on Friday.

    A first offer for the work had been turned down in spring as too dear, and the cracks have been known since last year.
    """

  @Test func cutCopyWithALeadOfItsOwnIsDerived() throws {
    let cut = "Residents here watched the news from the coast with worry.\n\n" + CopyFinderTests.flood.prefix(460)
    let streams = try ReadStreams.of([CopyFinderTests.flood, cut])
    let found = CopyFinder().copies(among: streams)
    try #require(found.count == 1)
    #expect(found[0].extent == .derived)
    #expect((found[0].a, found[0].b) == (0, 1))
    let text = SourceText(String(cut))
    #expect(text.string(found[0].matches[0].b).hasPrefix("The harbour wall at Tarnmouth gave way"))
  }

  @Test func sharedQuotationIsNoCopy() throws {
    let streams = try ReadStreams.of([CopyFinderTests.flood, CopyFinderTests.rewritten])
    #expect(CopyFinder().copies(among: streams).isEmpty)
  }

  @Test func excerptIsPartialAndItsPlacesAreTheSameWords() throws {
    let excerpt = """
      Coastal towns have put off more than their walls. In Pellwick the ferry stage has been shut for a year, and the county's \
      own list of works runs to ninety pages, of which eleven are about stairs. Engineers retire and are not replaced.

      Surveyors had marked two cracks in the wall last autumn. The district council put the repair off twice, most recently \
      in March, because the only bid was nearly double the sum that had been set aside for it.

      The county says that it has no say in what districts spend, and that its own budget for the shore ends in two years. \
      A study by the university at Holm counted thirty places at which the next storm could do the same.
      """
    let streams = try ReadStreams.of([CopyFinderTests.flood, excerpt])
    let found = try #require(CopyFinder().copies(among: streams).first)
    #expect(found.extent == .partial)
    #expect(found.share < 500)
    let match = try #require(found.matches.first)
    #expect(SourceText(CopyFinderTests.flood).string(match.a) == SourceText(excerpt).string(match.b))
    #expect(SourceText(excerpt).string(match.b).hasPrefix("Surveyors had marked"))
  }

  @Test func boilerplateOfManyEventsIsNoPassage() {
    var generated = GeneratedStories(7)
    let notice = generated.words(40)
    for _ in 0..<6 { generated.add(generated.words(150) + notice) }
    let streams = generated.streams
    #expect(CopyFinder().copies(among: streams, events: Array(0..<6)).isEmpty)
    // On one event the same words are a passage that somebody took over.
    #expect(CopyFinder().copies(among: streams).count == 15)
  }

  @Test func briefsAreCopiesOnlyWhenNearlyAllIsShared() {
    var generated = GeneratedStories(8)
    let brief = generated.words(16)
    generated.add(brief)
    generated.add(brief)
    generated.add(Array(brief.prefix(9)) + generated.words(9))
    let found = CopyFinder().copies(among: generated.streams)
    #expect(found.filter { $0.extent == .derived }.map { [$0.a, $0.b] } == [[0, 1]])
  }

  @Test func nothingIsFoundInNothing() {
    #expect(CopyFinder().copies(among: []).isEmpty)
    let empty = WordStream(id: "empty", forms: [])
    #expect(CopyFinder().copies(among: [empty, empty, WordStream(id: "one", forms: [1, 2, 3])]).isEmpty)
  }

  /// A text that repeats itself, and one that a great many print, must not cost the square of their length.
  @Test func repetitionIsBounded() {
    var generated = GeneratedStories(9)
    let refrain = generated.words(12)
    let drone = WordStream(id: "drone", forms: (0..<400).flatMap { _ in refrain })
    #expect(CopyFinder().copies(among: [drone, drone]).map(\.extent) == [.derived])
    let wire = generated.words(60)
    for _ in 0..<200 { generated.add(wire) }
    let found = CopyFinder().copies(among: generated.streams)
    #expect(found.count < 600)
    #expect(Set(found.filter { $0.a == 0 || $0.b == 0 }.flatMap { [$0.a, $0.b] }).count == 200)
  }

  @Test(arguments: 0..<20) func orderOfTheStoriesDoesNotMatter(seed: Int) {
    var generated = GeneratedStories(UInt64(seed))
    for _ in 0..<4 { generated.addFamily(copies: generated.number(0...3), words: 120) }
    generated.addExcerpt(of: 0, words: 40)
    let streams = generated.streams
    var numbers = SeededNumbers(UInt64(seed) + 100)
    let order = Array(streams.indices).shuffled(using: &numbers)
    func named(_ found: [SharedText], _ streams: [WordStream]) -> Set<String> {
      Set(
        found.map { shared in
          let sides = [
            (streams[shared.a].id, shared.matches.map(\.a)), (streams[shared.b].id, shared.matches.map(\.b)),
          ]
          .sorted { $0.0 < $1.0 }
          return "\(shared.extent) \(shared.share) \(sides.map { "\($0.0) \($0.1.map(\.start).sorted())" })"
        })
    }
    let shuffled = order.map { streams[$0] }
    let finder = CopyFinder()
    #expect(named(finder.copies(among: streams), streams) == named(finder.copies(among: shuffled), shuffled))
  }

  /// What sketches propose is checked like everything else, so they may miss pairs but never add one.
  @Test func sketchesFindNearlyWhatTheExactIndexFinds() {
    var generated = GeneratedStories(42)
    for _ in 0..<60 { generated.addFamily(copies: 3) }
    for story in 0..<60 { generated.addExcerpt(of: story * 4, words: 40) }
    let exact = CopyFinder().copies(among: generated.streams)
    var finder = CopyFinder()
    finder.exactLimit = 0
    let sketched = finder.copies(among: generated.streams)
    let (all, found) = (Set(exact), Set(sketched))
    #expect(found.isSubset(of: all))
    let derived = exact.filter { $0.extent == .derived }
    #expect(derived.count >= 180)
    #expect(derived.allSatisfy { found.contains($0) })
    let partial = exact.filter { $0.extent == .partial }
    #expect(partial.count { found.contains($0) } * 100 >= partial.count * 90)
  }

  /// MinHash by itself: of pairs with a resemblance of a third and more at least 98 in 100 share a band.
  @Test func minHashProposesPairsThatResembleOneAnother() {
    var generated = GeneratedStories(43)
    for _ in 0..<150 { generated.addFamily(copies: 1) }
    let streams = generated.streams
    let proposed = Set(MinHash().pairs(streams, and: []))
    var (found, alike) = (0, 0)
    for story in stride(from: 0, to: streams.count, by: 2) {
      let (a, b) = (Set(Shingles.ownSet(streams[story])), Set(Shingles.ownSet(streams[story + 1])))
      guard a.intersection(b).count * 3 >= a.union(b).count else { continue }
      alike += 1
      if proposed.contains(CandidatePair(a: story, b: story + 1)) { found += 1 }
    }
    #expect(alike >= 50)
    #expect(found * 100 >= alike * 98)
    #expect(proposed.count < 400, "stories on different events are seldom proposed")
  }
}
