import HearsayAudit
import HearsayStory
import HearsayText

/// A report as a tree of sections: what the renderers for text, Markdown and HTML turn into their notation.
///
/// Strings are plain; a renderer escapes every one of them. `Inline.words` are a story's own and hostile until then.
public struct Page: Sendable {
  public var title: String
  public var sections: [Section]

  public struct Section: Sendable {
    /// Names the section in links; ASCII letters, digits and hyphens.
    public var id: String
    public var title: String
    /// 2 for a chapter, 3 for a section in one.
    public var level: Int
    public var blocks: [Block]
  }

  public enum Block: Sendable {
    /// The sentences that a hurried reader reads.
    case bottomLine([String])
    case paragraph([Inline])
    /// Names and values.
    case facts([(label: String, value: [Inline])])
    case table(Table)
    case fixes([Fix], story: Int)
    case list([[Inline]], isOrdered: Bool)
    /// Text to copy.
    case quotation([String])
    case drawing(ChainGraph, lines: [String], key: String, id: String, of: String?)
    /// The story's text with its marks; only HTML shows it.
    case story(AuditedStory, story: Int)
  }

  public struct Table: Sendable {
    public var caption: String
    public var header: [String]
    public var rows: [[[Inline]]]
    /// Text output heads each row with these columns, joined; the others follow as lines of their own.
    public var headingColumns: Int
    /// Where each row can be linked to; empty for none.
    public var anchors: [String] = []
  }
}

/// A run of words of one kind.
public enum Inline: Sendable {
  case plain(String)
  case strong(String)
  /// A story's own words.
  case words(String)
  /// An id, a place, a check.
  case code(String)
  case faint(String)
  /// A place on the same page.
  case link(String, to: String)

  var text: String {
    switch self {
    case .plain(let text), .strong(let text), .words(let text), .code(let text), .faint(let text): text
    case .link(let text, to: _): text
    }
  }
}
