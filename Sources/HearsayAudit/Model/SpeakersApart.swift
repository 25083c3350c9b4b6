import HearsayAttribution
import HearsayRules
import HearsayText

extension AttributedStory {
  /// The speakers whom the story sets apart from those before them: "another official", "a second diplomat".
  ///
  /// The words that do so stand in the rulebook's lexicon `another`.
  public func speakersSetApart(_ rulebook: Rulebook) -> Set<Int> {
    guard let another = rulebook.predicate("another") else { return [] }
    var apart = Set<Int>()
    for case let speaker? in attributions.map(\.speaker) where speaker.anonymous && !apart.contains(speaker.id) {
      let mention = SourceText(document.text.string(speaker.mention))
      let scanned = rulebook.scan(mention, ranges: [Span(0, mention.bytes.count)])
      // The word stands in front, at most behind an article.
      if (0..<min(scanned.count, 2)).contains(where: { scanned.has($0, another) }) { apart.insert(speaker.id) }
    }
    return apart
  }
}
