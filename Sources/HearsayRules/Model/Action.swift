import HearsayDiagnostics

/// One `then` line: what a match means. The closed list; names are captures of the rule.
public struct Action: Sendable {
  public var effect: Effect
  /// The value of the field.
  public var location: SourceLocation

  public enum Effect: Sendable {
    case attribute(AttributeEffect)
    /// `hop VIA from SOURCE`: one outlet passes on the words of another or of a source; `via` is nil for `story`, the
    /// story at hand, and `from` for `speaker`, whoever speaks in the sentence.
    case hop(via: String?, from: String?)
    case caveat(CaveatEffect)
    case anonymity(AnonymityEffect)
    /// `note TEXT`.
    case note(String)
    /// `finding CHECK at CAPTURE [, rewrite TEXT]`.
    case finding(check: String, at: String, rewrite: String?)
  }
}

/// `attribute CONTENT [+ CONTENT2]|next to SOURCE|nobody|subject [, via VIA] [, stance NAME | of CUE] [, direct]`
public struct AttributeEffect: Sendable, Hashable {
  /// One capture, or two when the cue stands between the pieces; none for `next`, the sentence or paragraph that follows.
  public var content: [String]
  public var source: Source
  public var via: String?
  public var stance: Stance?
  public var isDirect: Bool

  public enum Source: Sendable, Hashable {
    case capture(String)
    /// The text names none.
    case nobody
    /// The cue shares the subject of another verb: "left and said", ", saying".
    case subject
  }

  public enum Stance: Sendable, Hashable {
    /// `stance deny`.
    case named(String)
    /// `stance of cue`: the class of the capture's word in its lexicon.
    case ofCapture(String)
  }
}

/// `caveat ID on SCOPE [, by CAPTURE]`
public struct CaveatEffect: Sendable, Hashable {
  public var id: String
  public var scope: Scope
  /// Who gives it; the publisher when nil.
  public var by: String?

  public enum Scope: Sendable, Hashable {
    case sentence
    case story
    case capture(String)
    /// `claims before within paragraph`.
    case claims(Direction, within: Reach)
  }

  public enum Direction: String, CaseIterable, Sendable { case before, after }

  public enum Reach: Sendable, Hashable {
    case paragraph
    case story
    /// `3 sentences`.
    case sentences(Int)
  }
}

/// `anonymity of CAPTURE|nearest source is reason|none [, reason CAPTURE] [, rote]`
public struct AnonymityEffect: Sendable, Hashable {
  /// Nil for `nearest source`.
  public var of: String?
  /// The text gives a reason (`reason`), or withholds the name without one (`none`).
  public var isReasoned: Bool
  /// The words that give the reason.
  public var reason: String?
  /// The reason is a formula that tells the reader nothing.
  public var isRote: Bool
}
