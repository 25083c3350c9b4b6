/// How two statements stand to one another.
public enum ClaimVerdict: String, Sendable {
  /// They say the same.
  case same
  /// They are about the same and can't both hold.
  case conflict
  /// They are about different things.
  case different
}

/// What keeps two statements that are about the same from saying the same.
public enum Veto: String, CaseIterable, Sendable {
  case number, negation, antonym, actor, date
}

/// The outcome of comparing two statements, with what it was decided by.
public struct ClaimComparison: Sendable {
  public var verdict: ClaimVerdict
  /// How much of what either says the other says too, in thousandths.
  public var score: Int
  /// How much both say, whatever else either of them says: the weights of the words and figures in common, in thousandths
  /// of a bit.
  public var shared: Int
  /// What stood against `same`, in the order of `Veto`.
  public var vetoes: [Veto]
  /// The shared and the separating words, for a person.
  public var reasons: [String]

  public init(
    verdict: ClaimVerdict, score: Int, shared: Int = 0, vetoes: [Veto] = [], reasons: [String] = []
  ) {
    self.verdict = verdict
    self.score = score
    self.shared = shared
    self.vetoes = vetoes
    self.reasons = reasons
  }
}
