/// A number that an origin's weight is multiplied by, and why.
public struct ScoreFactor: Sendable, Equatable {
  /// The weight's name in the rulebook.
  public var name: String
  public var label: String
  public var millionths: Int
}

/// How well a claim is sourced in the texts at hand: never how likely it is to be so.
public struct ClaimScore: Sendable, Equatable {
  /// In millionths, from 0 to below 1,000,000.
  public var value: Int
  /// If all anonymous origins were the same people.
  public var low: Int
  /// If they were shown to be different people.
  public var high: Int
  /// Support and denial apart, in millionths: value = support × (1 − denial).
  public var support: Int
  public var denial: Int
  /// What it was worked out from, so that a reader can do it again.
  public var terms: [Term]
  /// The one fact that would move it most.
  public var lever: Lever?

  public struct Term: Sendable, Equatable {
    public var origin: Int
    public var stance: ReportStance
    /// The product of the factors, in millionths.
    public var weight: Int
    public var factors: [ScoreFactor]
  }

  public struct Lever: Sendable, Equatable {
    /// "if a named official confirmed it"
    public var fact: String
    public var value: Int
  }
}
