import HearsayDiagnostics

/// A place where one block uses the name of something else.
///
/// The parsers note every such place in a flat list beside the model, so that the model itself can stay free of spans
/// and the checker is one loop over lists.
struct NameUse: Sendable {
  enum Kind: Sendable {
    case lexicon, fragment, rule, caveat, check, stance, outletKind, outletControl, wordClass
    /// A capture that a pattern makes.
    case captureDefinition
    /// A capture that something refers to.
    case capture
  }

  var kind: Kind
  var name: String
  /// The class behind `@lexicon.`.
  var className: String?
  var location: SourceLocation
}
