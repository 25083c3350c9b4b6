import HearsayRules
import HearsayText

/// A story cut into blocks, sentences and tokens: what the analysis reads.
public struct Document: Sendable {
  public let story: Story
  /// Every byte of the text that holds words belongs to one block, in the order of the text.
  public var blocks: [Block]
  public var headline: Span?
  public var byline: [String]
  /// The place line that opens a wire story ("KYIV, Ukraine (AP) —").
  public var dateline: Span?
  /// `YYYY-MM-DD` where it is known.
  public var published: String?
  public var publisher: Publisher?
  public var language: String

  /// Tokens, sentences, quotations and what the lexicons say of them.
  public var scanned: ScannedText
  /// The tokens of each block.
  public var blockTokens: [Range<Int>]
  /// The outer sentences of each block, as places in `sentences.outer`.
  public var blockSentences: [Range<Int>]

  public var text: SourceText { story.text }
  public var sentences: Sentences { scanned.sentences }
  public var quotations: [Quotation] { scanned.quotations }

  /// Reads a story. For many stories, make one `DocumentReader`.
  public init(_ story: Story, _ rulebook: Rulebook) {
    self = DocumentReader(rulebook).read(story)
  }

  /// A document whose parts are known already, without tokens: what printers need.
  public init(
    story: Story, blocks: [Block], headline: Span? = nil, byline: [String] = [], dateline: Span? = nil,
    published: String? = nil, publisher: Publisher? = nil, language: String
  ) {
    self.story = story
    self.blocks = blocks
    self.headline = headline
    self.byline = byline
    self.dateline = dateline
    self.published = published
    self.publisher = publisher
    self.language = language
    scanned = ScannedText(unscanned: story.text)
    blockTokens = blocks.map { _ in 0..<0 }
    blockSentences = blocks.map { _ in 0..<0 }
  }

  init(_ story: Story, _ page: Page) {
    self.story = story
    scanned = page.scanned
    blocks = Document.blocks(page, of: story)
    blockTokens = page.facts.map(\.tokens)
    headline = page.headline.map { page.scanned.tokens.span($0) }
    byline = story.byline.isEmpty ? page.byline : story.byline
    dateline = page.dateline.map { page.scanned.tokens.span($0) }
    language = story.language ?? page.rulebook.name
    var next = 0
    blockSentences = []
    blockSentences.reserveCapacity(blockTokens.count)
    for tokens in blockTokens {
      let first = next
      while next < scanned.sentences.outer.count, scanned.sentences.outer[next].tokens.upperBound <= tokens.upperBound {
        next += 1
      }
      blockSentences.append(first..<next)
    }
    linkQuotations()
  }

  /// The page's blocks, with what the format knows of them: a block that was cut in two was one there.
  private static func blocks(_ page: Page, of story: Story) -> [Block] {
    var blocks = zip(page.facts, page.kinds).map { Block($1 ?? .paragraph, $0.span) }
    guard let marked = story.blocks else { return blocks }
    var next = 0
    for i in blocks.indices {
      while next < marked.count, marked[next].span.end <= blocks[i].span.start { next += 1 }
      guard next < marked.count, marked[next].span.overlaps(blocks[i].span) else { continue }
      blocks[i].xpath = marked[next].xpath
      if !marked[next].links.isEmpty {
        blocks[i].links = marked[next].links.filter { blocks[i].span.contains($0.span) }
      }
    }
    return blocks
  }

  /// A quotation goes on in the story's next paragraph, whatever the page has put between the two.
  private mutating func linkQuotations() {
    guard scanned.quotations.contains(where: { $0.close == nil }) else { return }
    var open: Int?
    var next = 0
    for (block, tokens) in zip(blocks, blockTokens) {
      let first = next
      while next < scanned.quotations.count, scanned.quotations[next].open < tokens.upperBound { next += 1 }
      guard block.kind.isBody, !tokens.isEmpty else { continue }
      if let open {
        scanned.quotations[open].isContinued = first < next && scanned.quotations[first].open == tokens.lowerBound
      }
      open = (first..<next).last {
        scanned.quotations[$0].close == nil && scanned.quotations[$0].inner.upperBound == tokens.upperBound
      }
    }
  }
}

/// Makes documents of stories: the rulebook's answers are looked up once for all of them.
public struct DocumentReader: Sendable {
  public let rulebook: Rulebook
  private let lexicons: PageLexicons
  private let publishers: PublisherLookup

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    lexicons = PageLexicons(rulebook)
    publishers = PublisherLookup(rulebook)
  }

  public func read(_ story: Story) -> Document {
    var page = Page(story, rulebook, lexicons)
    page.read(title: story.title)
    var document = Document(story, page)
    document.published =
      story.date.map { PublicationDate(lexicons: lexicons).read($0, rulebook) } ?? page.publishedInText()
    document.publisher = publishers.publisher(of: story) ?? PublisherFinder.infer(page)
    // Beside people the outlet in their byline is no author.
    if let publisher = document.publisher, document.byline.count > 1 {
      let people = document.byline.filter { !publisher.isCalled($0) }
      if !people.isEmpty { document.byline = people }
    }
    return document
  }
}
