/// The measures of attribution over many stories, summed: the order in which stories are added doesn't matter.
public struct AttributionMeasures: Sendable {
  /// A part of an attribution that is measured by itself.
  public enum Role: String, CaseIterable, Sendable { case cue, source, content }

  /// How much of a gold content's length, quotation to quotation, must be found: "more than .3", "more than .8".
  public static let thresholds = [0.3, 0.8]

  /// Words of one role in any attribution, without pairing the attributions.
  public internal(set) var tokens: [Role: Counts] = [:]
  /// Attributions whose contents share a word.
  public internal(set) var soft = Counts()
  /// Each gold attribution in order takes the unused prediction with the largest share of its length; by `thresholds`.
  public internal(set) var quotes = [Counts(), Counts()]
  /// Of those paired at .3: the sources share a word, or neither has one.
  public internal(set) var sources = Share()
  /// Of those paired at .3: the cues' words are the same.
  public internal(set) var cues = Share()
  /// Of those paired at .3 whose gold names the speaker: the names are the same (see `SpeakerName`).
  public internal(set) var speakers = Share()
  /// All three roles the same, word for word.
  public internal(set) var exact = Counts()
  public internal(set) var stories = 0

  public init() {}

  public static func += (a: inout AttributionMeasures, b: AttributionMeasures) {
    for role in Role.allCases { a.tokens[role, default: Counts()] += b.tokens[role] ?? Counts() }
    a.soft += b.soft
    for i in a.quotes.indices { a.quotes[i] += b.quotes[i] }
    a.sources += b.sources
    a.cues += b.cues
    a.speakers += b.speakers
    a.exact += b.exact
    a.stories += b.stories
  }
}
