import HearsayText

/// How the words of an attribution stand in the story.
public enum AttributionKind: String, Sendable {
  /// The content stands in quotation marks.
  case direct
  /// The content is told in the outlet's words.
  case indirect
  /// Told in the outlet's words, partly quoted.
  case mixed
  /// It stands in the headline.
  case headline
}

/// Who says what, by which words of the text (the terms are PolNeAR's: content, cue, source).
public struct Attribution: Sendable {
  /// Its place in the story's list; printed as `a1`, `a2` …
  public var id: Int
  public var kind: AttributionKind
  /// What is attributed, quotation marks included; several pieces when the cue stands between.
  public var content: [Span]
  /// The words that attribute it.
  public var cue: [Span]
  /// The words that name who; empty when the text names nobody.
  public var source: [Span]
  /// The person or body that the source resolves to; nil when nobody is named at all.
  public var speaker: Speaker?
  /// The class of the cue in its lexicon: neutral, claim, assert, deny, speculate, loaded, belief, intent …
  public var stance: String
  /// The attribution in whose content or source this one stands.
  public var within: Int?
  /// From the origin to the publisher.
  public var chain: [Link]
  public var caveats: [AppliedCaveat]
  /// The rule that found it (its name in the rulebook).
  public var rule: String
  /// The block of the document that holds the cue.
  public var block: Int

  public init(
    id: Int, kind: AttributionKind, content: [Span], cue: [Span], source: [Span], speaker: Speaker? = nil,
    stance: String = "neutral", within: Int? = nil, chain: [Link] = [], caveats: [AppliedCaveat] = [],
    rule: String, block: Int
  ) {
    self.id = id
    self.kind = kind
    self.content = content
    self.cue = cue
    self.source = source
    self.speaker = speaker
    self.stance = stance
    self.within = within
    self.chain = chain
    self.caveats = caveats
    self.rule = rule
    self.block = block
  }
}

/// Grades of sourcing, best first.
public enum Grade: Int, Comparable, CaseIterable, Sendable {
  /// A named person, on the record.
  case named = 0
  /// An office, institution, document or outlet; no person.
  case institution
  /// Anonymous, with role and how they know.
  case anonymousWithAccess
  /// Anonymous, role only.
  case anonymousWithRole
  /// Anonymous, nothing useful.
  case anonymous
  /// Collective or impersonal ("it has been reported", "concerns").
  case collective
  /// No source given.
  case none

  /// `G0` … `G6`.
  public var code: String { "G\(rawValue)" }
  public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}

/// How many people a source stands for; `max` is nil for "many".
public struct CountRange: Hashable, Sendable {
  public var min: Int
  public var max: Int?
  public init(_ min: Int, _ max: Int?) {
    self.min = min
    self.max = max
  }
}

public enum ActorKind: String, Sendable {
  case person, group, office, organisation, outlet, document, platform, collective
}

/// The person or body that a source resolves to.
public struct Speaker: Sendable {
  /// The same for all mentions of one speaker in the story; printed as `s1` …
  public var id: Int
  /// The full name where the story gives it, else the description without its article.
  public var name: String
  public var kind: ActorKind
  public var anonymous: Bool
  public var grade: Grade
  /// The role noun ("official"), where there is one.
  public var role: String?
  public var count: CountRange
  /// Why the name is withheld, in the story's words, and whether that reason says anything.
  public var anonymityReason: AnonymityReason?
  /// The first mention that describes the speaker.
  public var mention: Span

  public init(
    id: Int, name: String, kind: ActorKind, anonymous: Bool, grade: Grade, role: String? = nil,
    count: CountRange = CountRange(1, 1), anonymityReason: AnonymityReason? = nil, mention: Span
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.anonymous = anonymous
    self.grade = grade
    self.role = role
    self.count = count
    self.anonymityReason = anonymityReason
    self.mention = mention
  }
}

/// The words that say why a source is not named.
public struct AnonymityReason: Sendable {
  /// The whole phrase ("on condition of anonymity because he was not authorized to speak").
  public var span: Span
  /// The reason alone; nil when anonymity is stated without one.
  public var reason: Span?
  /// A formula that tells the reader nothing ("not authorized to speak", "sensitivity of the matter").
  public var isRote: Bool
  /// The rule that found it.
  public var rule: String
  public init(span: Span, reason: Span?, isRote: Bool, rule: String = "") {
    self.span = span
    self.reason = reason
    self.isRote = isRote
    self.rule = rule
  }
}

/// One step of a chain.
public struct Link: Sendable {
  public var name: String
  public var kind: ActorKind
  /// The outlet's id in the rulebook.
  public var outlet: String?
  /// The text itself names this link here; otherwise `why` says what implies it.
  public var stated: Bool
  public var why: String?
  public init(name: String, kind: ActorKind, outlet: String? = nil, stated: Bool = true, why: String? = nil) {
    self.name = name
    self.kind = kind
    self.outlet = outlet
    self.stated = stated
    self.why = why
  }
}

public enum Certainty: String, Sendable { case certain, inferred }

/// A caveat as it applies to one attribution.
public struct AppliedCaveat: Sendable {
  /// Its id in the rulebook: `unverified`, `reportedly` …
  public var caveat: String
  public var certainty: Certainty
  /// Who gives it; the publisher unless the text says otherwise.
  public var by: String?
  public var cue: [Span]
  public var rule: String
  public init(caveat: String, certainty: Certainty, by: String?, cue: [Span], rule: String) {
    self.caveat = caveat
    self.certainty = certainty
    self.by = by
    self.cue = cue
    self.rule = rule
  }
}

/// A caveat as the story states it, and what it covers.
public struct StoryCaveat: Sendable {
  public var caveat: String
  public var cue: [Span]
  public var by: String?
  /// Ids of the attributions it covers.
  public var covers: [Int]
  public var rule: String
  public init(caveat: String, cue: [Span], by: String?, covers: [Int], rule: String) {
    self.caveat = caveat
    self.cue = cue
    self.by = by
    self.covers = covers
    self.rule = rule
  }
}
