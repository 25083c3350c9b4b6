import HearsayStory
import HearsayText
import Testing

@testable import HearsayIngest

/// Pages that were made to break a reader: each ends, within bounds, and what is good in it is read.
@Suite struct HostilePagesTests {
  private func read(_ page: String) -> Story? { read(Array(page.utf8)) }

  private func read(_ page: [UInt8]) -> Story? {
    if case .story(let story) = PageRules.reader.read(page, place: InputPlace(argument: "p.html")) { return story }
    return nil
  }

  private static let prose =
    "<p>The bridge was closed on Monday, the mayor said, and nobody knows for how long it will be.</p>"
    + "<p>A second look is to be taken at the piers in the spring, when the river is low again.</p>"

  @Test func nestingIsBounded() throws {
    let deep = String(repeating: "<div>", count: 200_000)
    let story = try #require(read("<html><body>" + deep + Self.prose + String(repeating: "</div>", count: 200_000)))
    #expect(story.text.string(Span(0, 400)).contains("The bridge was closed"))
    #expect(story.notes.contains { $0.contains("nest") })
  }

  @Test func crossedTagsDoNotMultiply() throws {
    let page = "<body>" + String(repeating: "<b><i></b>", count: 100_000) + Self.prose
    #expect(HTMLParser.parse(Array(page.utf8)).nodes.count < 300_000)
    #expect(try #require(read(page)).text.string(Span(0, 400)).contains("The bridge was closed"))
  }

  @Test func hugeAttributesAreDropped() throws {
    let story = try #require(
      read("<body><div class='" + String(repeating: "x ", count: 2_000_000) + "'>" + Self.prose + "</div></body>"))
    #expect(story.text.string(Span(0, 400)).contains("The bridge was closed"))
  }

  @Test func entitiesStandForThemselvesOnly() throws {
    let bomb =
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
    let story = try #require(read(bomb + "<body><p>&c;&c;&c;&c;</p>" + Self.prose))
    #expect(story.text.bytes.count < 2000)
    let endless = try #require(read("<body>" + Self.prose + "<p>&" + String(repeating: "#0", count: 200_000)))
    #expect(endless.blocks?.isEmpty == false)
  }

  @Test func linkedDataThatGoesRoundEnds() throws {
    let nested = String(repeating: "{\"author\":[", count: 20_000)
    for data in [
      "{\"@id\":\"#a\",\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"},\"headline\":\"Round\"}", nested,
      "{\"@graph\":" + nested, "{\"@type\":\"NewsArticle\",\"headline\":\"Round",
    ] {
      let page = "<head><script type='application/ld+json'>\(data)</script></head><body><h1>Round</h1>" + Self.prose
      #expect(read(page)?.title == "Round")
    }
  }

  @Test func everyCutOfAPageIsRead() {
    let page = Array(
      ("<html><head><meta charset=utf-8><script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script></head><body>"
        + "<h1>Bridge</h1><div class='byline'>By Ana Roe</div>" + Self.prose + "</body></html>").utf8)
    for length in 0...page.count { _ = read(Array(page[..<length])) }
  }

  @Test func mutatedPagesEnd() {
    let seeds = [
      "<html lang=en><head><title>A | B</title><meta property='og:title' content='A'><script type='application/ld+json'>"
        + "{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"author\":[{\"name\":\"Ana Roe\"}]}]}</script></head>"
        + "<body><article><h1>A</h1><table><tr><td>x</table><ul><li>y<figure><figcaption>z</figure>" + Self.prose,
      "<rss><channel><title>T</title><item><title>x</title><content:encoded><![CDATA[" + Self.prose
        + "]]></content:encoded></item>",
      "{\"uri\":\"u\",\"headlines\":[{\"value\":\"H\"}],\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>x</p>\"}]}",
    ]
    var random = Mutations(state: 20_240_501)
    for seed in seeds {
      for _ in 0..<400 {
        let bytes = random.mutate(Array(seed.utf8))
        _ = read(bytes)
        _ = FeedReader(pages: PageRules.reader).read(bytes, place: InputPlace(argument: "f.xml"))
        _ = NewsJSON(pages: PageRules.reader).read(bytes, place: InputPlace(argument: "n.json"))
        var linked = LinkedData()
        linked.add(JSONTree(bytes))
      }
    }
  }
}

/// Changes bytes as fuzzers do, the same way on each run.
struct Mutations {
  var state: UInt64

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }

  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let signs = Array("<>&;\"'{}[]/=!-\u{0}é".utf8)
    for _ in 0...next(8) where !bytes.isEmpty {
      let place = next(bytes.count)
      switch next(5) {
      case 0: bytes[place] = signs[next(signs.count)]
      case 1: bytes.insert(signs[next(signs.count)], at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + next(40)))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + next(60))], at: place)
      }
    }
    return bytes
  }
}
