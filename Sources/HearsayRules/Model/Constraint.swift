import HearsayDiagnostics

/// One `where` line: something that must hold of a match.
public struct Constraint: Sendable {
  public var test: Test
  /// The test must fail (`is not`, `lacks`, `not in quote`).
  public var isNegated: Bool
  /// The value of the field.
  public var location: SourceLocation

  /// The closed list of what can be asked; the names are captures. A test of a capture that took no part in the match
  /// fails, negated or not.
  public enum Test: Sendable, Hashable {
    /// `in quote`: the anchor of the match stands in a quotation. Written `not in quote`, nearly always.
    case inQuote
    /// `source is unnamed`: no name stands in it.
    case isUnnamed(String)
    /// `source is capitalised`: each word but the small ones begins with a capital.
    case isCapitalised(String)
    /// `content is quote`: the capture is exactly a phrase of that type.
    case isType(String, PhraseType)
    /// `source is via`: the two captures hold the same words.
    case isSame(String, String)
    /// `via.kind is wire/agency`: the outlet in the capture has one of these kinds.
    case kind(String, [String])
    /// `via.control is state/public`.
    case control(String, [String])
    /// `cue.class is deny/claim`: a word of the capture is in a class with one of these names.
    case lexiconClass(String, [String])
    /// `content has quote`: a quotation stands inside it.
    case hasQuote(String)
    /// `content begins @lexicon.class`.
    case begins(String, lexicon: String, class: String?)
    /// `content holds @lexicon.class`; negated: `lacks`.
    case holds(String, lexicon: String, class: String?)
  }
}
