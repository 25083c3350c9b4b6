import HearsayText

/// One thing that changed in the sourcing between two versions of a story, or between an original and its relay.
public struct SourcingChange: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case caveatDropped = "caveat-dropped"
    case caveatAdded = "caveat-added"
    /// Said by somebody before, now the outlet's own word.
    case attributionDropped = "attribution-dropped"
    case attributionAdded = "attribution-added"
    /// A sourced statement that isn't there any more, or wasn't before.
    case statementRemoved = "statement-removed"
    case statementAdded = "statement-added"
    case sourceNamed = "source-named"
    case sourceUnnamed = "source-unnamed"
    /// Somebody else is said to have said it.
    case speakerChanged = "speaker-changed"
    /// The reader learns less, or more, of who an unnamed source is.
    case descriptionThinned = "description-thinned"
    case descriptionRicher = "description-richer"
    case countChanged = "count-changed"
    /// A figure in the same statement is another one.
    case figureChanged = "figure-changed"
    /// Words inside quotation marks are not the same.
    case quotationAltered = "quotation-altered"
    /// Words are missing at an edge of the quotation, and none is different.
    case quotationCut = "quotation-cut"
    case marksDropped = "marks-dropped"
    case marksAdded = "marks-added"
    case hedgeLost = "hedge-lost"
    case hedgeAdded = "hedge-added"
    case relayDropped = "relay-dropped"
    case relayAdded = "relay-added"

    /// What takes something from the reader weighs more than what adds to it.
    public var level: Level {
      switch self {
      case .caveatDropped, .attributionDropped, .quotationAltered: .error
      case .sourceUnnamed, .speakerChanged, .descriptionThinned, .countChanged, .figureChanged, .marksAdded, .hedgeLost,
        .relayDropped:
        .warning
      default: .note
      }
    }
  }

  /// A run of words that both have, or only one.
  public struct Edit: Sendable, Equatable {
    public enum Operation: String, Sendable { case same, deleted, inserted }
    public var operation: Operation
    public var text: String

    public init(operation: Operation, text: String) {
      self.operation = operation
      self.text = text
    }
  }

  public var kind: Kind
  public var message: String
  public var old: Span?
  public var new: Span?
  /// For quotations: what became of the words.
  public var edits: [Edit]
  public var level: Level { kind.level }

  public init(kind: Kind, message: String, old: Span?, new: Span?, edits: [Edit] = []) {
    self.kind = kind
    self.message = message
    self.old = old
    self.new = new
    self.edits = edits
  }
}

/// The sourcing of a story in numbers, to be put side by side.
public struct SourcingCounts: Sendable, Equatable {
  public var attributions = 0
  /// Speakers, each once.
  public var named = 0
  public var anonymous = 0
  public var outlets = 0
  public var quotations = 0
  public var caveats = 0

  public init() {}
}

/// What `hearsay diff` finds.
public struct SourcingComparison: Sendable {
  public var old: SourcingCounts
  public var new: SourcingCounts
  /// The gravest first, then in the order of the texts.
  public var changes: [SourcingChange]
  /// What could not be compared, in words.
  public var notes: [String]

  public init(old: SourcingCounts, new: SourcingCounts, changes: [SourcingChange], notes: [String] = []) {
    self.old = old
    self.new = new
    self.changes = changes
    self.notes = notes
  }
}
