/// From which count or share on a check speaks up: matters of a desk's taste, not of fact.
public struct AuditLimits: Sendable {
  /// ANON-05: this many sources with a role and no access draw a note even where the lead doesn't rest on them.
  public var sourcesWithoutAccess = 3
  /// ANON-08: this many direct quotations from unnamed sources are one too many.
  public var anonymousQuotations = 5
  /// ANON-10: with this many statements from unnamed sources and nobody on the record, the story stands on its own word.
  public var anonymousStatements = 3
  /// ANON-10: the share of statements from unnamed sources, in per cent, that draws a note.
  public var anonymousShare = 75
  /// QUOTE-01: quotations of up to this many words are fragments.
  public var fragmentWords = 2
  /// QUOTE-01: this many fragments of speakers who are named make a habit.
  public var fragments = 3
  /// CHAIN-04: quotations below this length are fragments, whose wording nobody weighs.
  public var weighedWords = 5
  /// How many further places a finding lists.
  public var relatedPlaces = 3

  public init() {}
}
