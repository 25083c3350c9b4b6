import HearsayAttribution
import HearsayText

/// Which side of a claim a report or an origin is on.
public enum ReportStance: String, Sendable {
  case `for`, against, neutral
}

/// One place in one story where a claim is told.
public struct Report: Sendable {
  /// The place in the dossier's list of stories.
  public var story: Int
  /// The place in the story's list of attributions; nil for what the outlet says in its own voice.
  public var attribution: Int?
  public var content: [Span]
  public var stance: ReportStance
  /// The place in the claim's list of origins; nil where nobody stands behind it.
  public var origin: Int?
  /// Why no origin stands behind it, where that isn't simply silence.
  public var note: String?
}

/// Why two reports are one origin, with the words that show it.
public struct Join: Sendable, Equatable {
  /// `common-chain-root`, `copy`, `wire`, `relay`, `circular`, `owner`, `state`, `same-body`, `same-document`.
  public var why: String
  /// In words for a person.
  public var reason: String
  public var evidence: [Evidence]

  /// Words of one story.
  public struct Evidence: Sendable, Equatable {
    public var story: Int
    public var span: Span
  }
}

/// Where a claim comes from: what is counted.
public struct Origin: Sendable {
  /// The person or office where it is named, else the newsroom that did the work.
  public var name: String
  public var grade: Grade
  public var anonymous: Bool
  /// A named person, an office, an institution or a document: somebody or something that can be asked or read.
  public var isOnRecord: Bool
  public var stance: ReportStance
  /// Places in the claim's list of reports.
  public var reports: [Int]
  /// That somebody said it is another claim than what was said: the newsrooms, by name, that vouch for the words because they
  /// heard the speaker or read the document. Empty where nobody can be asked.
  public var heardBy: [String] = []
  public var joined: [Join]
  /// Its origin has taken it back: it counts for nothing.
  public var isRetracted = false
  /// Outlets that cite one another and nobody else.
  public var isCircular = false
  /// What its weight is made of.
  public var factors: [ScoreFactor] = []
}

/// The count vector of a claim: what is said before any score.
public struct ClaimCounts: Sendable, Equatable {
  /// Places where it is told, for and against.
  public var reports = 0
  /// Stories that tell it.
  public var articles = 0
  /// The same with copies counted once.
  public var texts = 0
  public var outlets = 0
  /// Independent origins for it.
  public var origins = 0
  /// Independent origins against it.
  public var against = 0
  /// How many of those for it can be asked or read.
  public var onRecord = 0
  public init() {}
}

/// What several reports say alike, and what it rests on.
public struct Claim: Sendable {
  /// From 0; printed as `c1`, `c2` …
  public var id: Int
  /// The words of the report that comes first.
  public var text: String
  public var reports: [Report]
  /// Who carries it, by name.
  public var outlets: [String]
  public var origins: [Origin]
  public var counts: ClaimCounts
  public var score: ClaimScore
  /// Credibility of the information as the Admiralty scale has it: 1 confirmed by independent sources … 6 can't be judged.
  public var credibility: Int
  /// Two origins or more, one of them on record, and none against.
  public var isVerified: Bool
  /// One sentence that a person can check.
  public var why: String
  /// What leaves it unverified, each with the sentence that an editor can paste; empty for a verified claim.
  public var warnings: [ClaimWarning]
}

/// Something that an editor should tell the reader of a claim.
public struct ClaimWarning: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    /// What its origin took back.
    case retracted
    /// Somebody denies it.
    case contested
    /// The outlets cite one another.
    case circular
    /// Nobody stands behind it.
    case unsourced
    /// Nobody with a name says so.
    case anonymousOnly = "anonymous-only"
    /// It comes from one origin, however many outlets carry it.
    case oneOrigin = "one-origin"
    /// An outlet passes it on and says that it hasn't checked.
    case relayUnverified = "relay-unverified"
  }

  public var kind: Kind
  /// To be pasted under the story.
  public var sentence: String
}

/// Two claims that can't both hold.
public struct ClaimConflict: Sendable, Equatable {
  /// Places in the list of claims, the smaller first.
  public var a: Int
  public var b: Int
  /// `number`, `negation`, `antonym` or `denial`.
  public var why: String
}
