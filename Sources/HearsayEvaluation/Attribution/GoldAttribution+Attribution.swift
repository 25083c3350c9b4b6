import HearsayAttribution
import HearsayText

extension GoldAttribution {
  /// An attribution of Hearsay's own, in code points.
  public init(_ attribution: Attribution, _ index: CodePointIndex) {
    func ranges(_ spans: [Span]) -> [Range<Int>] {
      spans.map { index.codePoint(ofByte: $0.start)..<index.codePoint(ofByte: $0.end) }
        .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    self.init(
      content: ranges(attribution.content), cue: ranges(attribution.cue), source: ranges(attribution.source),
      isNested: attribution.within != nil, speaker: attribution.speaker?.name)
  }

  /// All of a story's, in the order of the text.
  public static func all(of story: AttributedStory) -> [GoldAttribution] {
    let index = CodePointIndex(story.document.text)
    return story.attributions.map { GoldAttribution($0, index) }
  }
}
