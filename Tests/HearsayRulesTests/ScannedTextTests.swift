import HearsayText
import Testing

@testable import HearsayRules

/// What lexicons and outlets say of a text's words.
@Suite struct ScannedTextTests {
  private func book() throws -> Rulebook {
    var rules = TestRules()
    rules.lexicon("say", [("neutral", "say/says/said, tell"), ("loaded", "lash out/lashes out, say")])
    rules.lexicon("place", [("capital", "Turkey, the Old Port, Port Isla")])
    rules.lexicon("body", [("group", "WHO, port")])
    rules.outlet("era", ["Era", "The Era", "The Daily Era"])
    rules.outlet("pra", ["PRA", "Port Isla"])
    return try rules.compile()
  }

  private func scan(_ text: String) throws -> (ScannedText, Rulebook) {
    let book = try book()
    return (book.scan(SourceText(text)), book)
  }

  private func hits(_ text: String) throws -> [String] {
    let (scanned, book) = try scan(text)
    return scanned.hits.map { hit in
      let words = scanned.text.string(scanned.tokens.span(hit.range))
      return words + (hit.outlet.map { " = \(book.outlets[$0].id)" } ?? "")
    }
  }

  @Test func aWordHasThePredicatesOfItsLexiconAndClass() throws {
    let (scanned, book) = try scan("She SAID so")
    let say = try #require(book.predicate("say"))
    let loaded = try #require(book.predicate("say", "loaded"))
    let neutral = try #require(book.predicate("say", "neutral"))
    #expect((0..<3).map { scanned.has($0, say) } == [false, true, false])
    #expect(scanned.has(1, neutral))
    #expect(!scanned.has(1, loaded), "only the lemma is in both classes")
    #expect(book.predicate("say", "sorry") == nil)
    #expect(book.predicate("sya") == nil)
  }

  @Test func anEntryWithACapitalWantsOne() throws {
    let (scanned, book) = try scan("Turkey turkey TURKEY")
    let place = try #require(book.predicate("place"))
    #expect((0..<3).map { scanned.has($0, place) } == [true, false, false])
  }

  @Test func anEntryInCapitalsWantsThemAll() throws {
    let (scanned, book) = try scan("WHO Who who")
    let body = try #require(book.predicate("body"))
    #expect((0..<3).map { scanned.has($0, body) } == [true, false, false])
  }

  @Test func aliasesOfOneWordAreHitsToo() throws {
    #expect(try hits("In Era terms an era of PRA") == ["Era = era", "PRA = pra"])
    #expect(try hits("ERA pra").isEmpty)
  }

  @Test func theFirstWordOfANameWithSeveralCapitalsIsFree() throws {
    #expect(try hits("the Era") == ["the Era = era", "Era = era"])
    #expect(try hits("the daily Era") == ["Era = era"])
    #expect(try hits("the old Port").isEmpty)
    #expect(try hits("the Old Port") == ["the Old Port"])
  }

  @Test func overlappingEntriesAllHit() throws {
    #expect(try hits("the Old Port Isla") == ["the Old Port", "Port Isla = pra"])
  }

  @Test func hitsAreFoundByBothEnds() throws {
    let (scanned, book) = try scan("The Daily Era lashes out")
    #expect(scanned.hits(startingAt: 0).map(\.range) == [0..<3])
    #expect(scanned.hits(endingAt: 3).map(\.range) == [0..<3, 2..<3])
    #expect(scanned.hits(startingAt: 1).isEmpty)
    #expect(scanned.hits(endingAt: 4).isEmpty)
    #expect(scanned.hits(startingAt: -1).isEmpty)
    #expect(scanned.hits(endingAt: 99).isEmpty)
    let loaded = try #require(book.predicate("say", "loaded"))
    #expect(scanned.has(3..<5, loaded))
    #expect(!scanned.has(3..<4, loaded))
  }

  @Test func phrasesDoNotCrossBlocks() throws {
    let text = SourceText("the Daily\nEra")
    let book = try book()
    #expect(book.scan(text).hits.count == 2)
    #expect(book.scan(text, ranges: [Span(0, 9), Span(10, 13)]).hits.map(\.range) == [2..<3])
  }

  @Test func memoryIsReusedWithoutTraces() throws {
    let book = try book()
    var scanned = book.scan(SourceText("The Daily Era lashes out. “Yes,” it said."))
    book.scan(SourceText("So PRA said."), into: &scanned)
    let fresh = book.scan(SourceText("So PRA said."))
    #expect(scanned.hits == fresh.hits)
    #expect(scanned.count == fresh.count)
    #expect(scanned.sentences.outer == fresh.sentences.outer)
    #expect(scanned.quotations == fresh.quotations)
  }

  @Test func lemmasAndWordsAreKnown() throws {
    let book = try book()
    #expect(book.vocabulary.form("Says").flatMap { book.lemma($0, in: "say") } == "say")
    #expect(book.vocabulary.form("port").flatMap { book.lemma($0, in: "say") } == nil)
    #expect(book.words("say") == ["say", "tell", "lash out", "say"])
    #expect(book.words("say", "loaded") == ["lash out", "say"])
    #expect(book.classes(of: "say") == ["neutral", "loaded"])
  }
}
