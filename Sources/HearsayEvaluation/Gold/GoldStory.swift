import HearsayIngest

/// A row of an attribution gold set: what annotators marked in one story. Offsets are code points of the text.
public struct GoldStory: Sendable {
  public var id: String
  public var text: String
  public var attributions: [GoldAttribution]

  /// A row without attributions has none; one without a text is nothing that can be measured.
  public init?(_ row: JSONRows.Row) {
    guard let text = row.value["text"]?.string else { return nil }
    id = row.id
    self.text = text
    attributions = (row.value["attributions"]?.array ?? []).map(GoldAttribution.init)
  }
}

/// One attribution, by a person or a program.
public struct GoldAttribution: Sendable {
  public var content: [Range<Int>]
  public var cue: [Range<Int>]
  public var source: [Range<Int>]
  /// Whether it stands inside another one.
  public var isNested = false
  /// The name of whoever speaks, where the gold gives it.
  public var speaker: String?

  public init(
    content: [Range<Int>], cue: [Range<Int>] = [], source: [Range<Int>] = [], isNested: Bool = false,
    speaker: String? = nil
  ) {
    self.content = content
    self.cue = cue
    self.source = source
    self.isNested = isNested
    self.speaker = speaker
  }

  init(_ value: JSONValue) {
    content = GoldAttribution.spans(value["content"])
    cue = GoldAttribution.spans(value["cue"])
    source = GoldAttribution.spans(value["source"])
    isNested = value["within"]?.isPresent ?? false
    speaker = value["speaker_name"]?.string
  }

  /// Spans are written `[start, end]` or `{"start": …, "end": …}`; what is neither is left out.
  private static func spans(_ value: JSONValue?) -> [Range<Int>] {
    (value?.array ?? []).compactMap { span in
      let start = span["start"]?.int ?? span.array?.first?.int
      let end = span["end"]?.int ?? span.array?.dropFirst().first?.int
      guard let start, let end, start >= 0, end >= start else { return nil }
      return start..<end
    }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
