import HearsayRules
import HearsayStory
import HearsayText

/// Reads HTML pages as stories: decodes them, finds the story on the page, and what the page says of itself.
///
/// A value without state: any number of threads may share one.
public struct HTMLReader: Sendable {
  let words: PageWords
  let metadata: MetadataWords

  /// - Parameter rulebook: Its lexicons `markup` and `page-line` tell furniture by its words; without them structure decides
  ///   alone.
  public init(_ rulebook: Rulebook?) {
    words = PageWords(rulebook)
    metadata = MetadataWords(rulebook)
  }

  /// The blocks of a page, counted: what a benchmark asks for.
  package func blockCount(ofPage bytes: [UInt8]) -> Int {
    guard case .story(let story) = read(bytes, place: InputPlace(argument: "page.html")) else { return 0 }
    return story.blocks?.count ?? 0
  }

  /// - Parameters:
  ///   - bytes: The page as it was stored, in whatever encoding.
  ///   - declared: The charset, or the whole `Content-Type`, of the header that came with it.
  ///   - url: Where it was fetched from; the page's own canonical address is preferred.
  func read(
    _ bytes: [UInt8], declared: String? = nil, url: String? = nil, place: InputPlace, id: String? = nil,
    notes: [String] = []
  ) -> StoryReader.Element {
    let decoded = DecodedText.decode(bytes, declared: declared)
    var notes = notes
    if decoded.repairs > 0 { notes.append(InputNotes.repaired(decoded.repairs, in: decoded.encoding)) }
    if decoded.wasTwiceEncoded { notes.append(InputNotes.twiceEncoded) }
    let guarded = PageGuard(decoded.bytes)
    var tree = HTMLParser.parse(guarded.bytes)
    tree.scriptBytes += guarded.scriptBytes
    tree.endIsMissing = PageEnd.isMissing(guarded.bytes)
    let layout = PageLayout(tree, words.markup)
    let meta = PageMetadata(tree, metadata)
    var finder = StoryFinder(layout, words: words, titles: meta.titles, description: meta.description)
    finder.find()
    if meta.linked.isText { finder.markMedia(meta.linked.mediaTexts) }
    let facts = StoryFacts(meta, finder, metadata, url: url, page: decoded.bytes)
    finder.markAuthors(facts.authors, AuthorNames(words: metadata))
    var assembled = StoryAssembler(finder, title: facts.title)
    let bodyBytes = assembled.blocks.reduce(0) { $0 + ($1.kind.isBody ? $1.span.count : 0) }
    let fromData = bodyBytes * 3 < meta.linked.body.count
    if fromData { assembled = StoryAssembler(title: facts.title, body: meta.linked.body) }
    guard assembled.blocks.contains(where: { $0.kind != .furniture && $0.kind != .teaser }) else {
      return .problem(
        place.problem(
          "no text on this page", help: "if a script shows it, save the page from a browser when it is shown"))
    }
    notes += PageNotes(meta, finder, bodyBytes: bodyBytes, fromData: fromData).notes
    var story = Story(
      id: id ?? place.id, path: place.path, text: SourceText(decoding: assembled.text),
      sha256: SHA256.hexadecimal(bytes),
      title: facts.title, outlet: facts.siteName, url: facts.url, date: facts.date, byline: facts.authors,
      language: facts.language, blocks: assembled.blocks, notes: notes)
    story.isExtracted = true
    return .story(story)
  }
}

extension InputNotes {
  static let twiceEncoded = "the page had been stored as UTF-8 twice, and was read as if once"

  static func repaired(_ count: Int, in encoding: CharacterEncoding) -> String {
    "\(count) invalid \(encoding.name) sequence\(count == 1 ? "" : "s") became U+FFFD"
  }
}
