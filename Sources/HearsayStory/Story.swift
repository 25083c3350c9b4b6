import HearsayText

/// One published text as it was read, before any analysis.
public struct Story: Sendable {
  /// Given by the input, else the file's name.
  public var id: String
  /// The file it came from, as the user named it; nil for standard input.
  public var path: String?
  public var text: SourceText
  /// SHA-256 of the input's bytes, lower-case hexadecimal.
  public var sha256: String
  /// What the input states of itself, each nil or empty where it doesn't.
  public var title: String?
  public var outlet: String?
  /// Whether the user named the outlet, not the input.
  public var outletIsGiven = false
  public var url: String?
  /// As given; the document works the day out.
  public var date: String?
  /// When it was fetched from its address, as an archive says it: 2024-05-01T12:00:00Z. No date of publication.
  public var fetched: String?
  /// Whether the text was taken out of a page, a feed or an agency's item, so that offsets mean nothing without it.
  public var isExtracted = false
  public var byline: [String]
  public var language: String?
  /// Blocks that the format marks itself (Markdown, HTML); nil for text, where the document tells them from the words.
  public var blocks: [Block]?
  /// What was wrong with the input and was mended ("3 invalid UTF-8 sequences").
  public var notes: [String]

  public init(
    id: String, path: String? = nil, text: SourceText, sha256: String = "", title: String? = nil,
    outlet: String? = nil, url: String? = nil, date: String? = nil, byline: [String] = [],
    language: String? = nil, blocks: [Block]? = nil, notes: [String] = []
  ) {
    self.id = id
    self.path = path
    self.text = text
    self.sha256 = sha256
    self.title = title
    self.outlet = outlet
    self.url = url
    self.date = date
    self.byline = byline
    self.language = language
    self.blocks = blocks
    self.notes = notes
  }
}

public enum BlockKind: String, Sendable {
  case headline, paragraph, heading, quote, list, caption, byline, dateline, teaser, furniture
  /// Whether statements in such a block are the story's own.
  public var isBody: Bool { self == .paragraph || self == .quote || self == .list }
}

/// A piece of the text with what it is on the page.
public struct Block: Sendable {
  public var kind: BlockKind
  public var span: Span
  /// Where the block stands in the page that it was read from; nil where the text is the input.
  public var xpath: String?
  /// In the order of the text.
  public var links: [BlockLink]

  public init(_ kind: BlockKind, _ span: Span, xpath: String? = nil, links: [BlockLink] = []) {
    self.kind = kind
    self.span = span
    self.xpath = xpath
    self.links = links
  }
}

/// A link in a block's text: what a relay links to is evidence of where it has its story from.
public struct BlockLink: Sendable, Equatable {
  public var span: Span
  /// As the page has it; relative addresses stay so.
  public var url: String

  public init(_ span: Span, _ url: String) {
    self.span = span
    self.url = url
  }
}

/// The outlet that published a story, and how that is known.
public struct Publisher: Sendable {
  public enum How: String, Sendable { case stated, given, inferred }
  /// The id in the rulebook, or one made from the name.
  public var id: String
  public var name: String
  public var how: How
  /// The place in `Rulebook.outlets`.
  public var outlet: Int?
  public init(id: String, name: String, how: How, outlet: Int? = nil) {
    self.id = id
    self.name = name
    self.how = how
    self.outlet = outlet
  }
}
