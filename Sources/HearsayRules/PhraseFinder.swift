/// Finds the typed phrases of a scope (`<source>`, `<quote>`, `<clause>` …) for the matcher.
///
/// The matcher works outwards from an anchor, so it asks in both directions. The two must agree: a start is offered
/// for an end exactly when that end is offered for the start. The order of the answers is the order in which
/// candidates are tried, and the first one that lets the pattern match is taken; later ones are only tried when the
/// rest fails. All positions are token indices; an end is the index behind the last token. Candidates lie inside
/// `scope` and aren't empty; a quotation holds a quotation mark. The matcher keeps the answers for one scope, so a finder needs no cache for its sake.
public protocol PhraseFinder: AnyObject {
  /// Appends the ends of the phrases of a type that begin at `start`, best first.
  func ends(of type: PhraseType, from start: Int, scope: Range<Int>, into ends: inout [Int])

  /// Appends the starts of the phrases of a type that end at `end`, best first.
  func starts(of type: PhraseType, to end: Int, scope: Range<Int>, into starts: inout [Int])

  /// The verb group round a head ("had not yet said" round "said"): it holds the head, and the head alone when
  /// nothing belongs to it. Nil where the head is no verb of that form.
  func verbGroup(head: Int, form: VerbForm) -> Range<Int>?

  /// Whether the source in these tokens goes without a name: what `where source is unnamed` asks.
  func isUnnamed(_ range: Range<Int>) -> Bool
}
