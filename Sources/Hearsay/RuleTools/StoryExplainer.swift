import HearsayAttribution
import HearsayReport
import HearsayRules
import HearsayStory
import HearsayText

/// Says for each fact of a story which rule it is from, what the rule captured and what it beat: `hearsay rules explain`.
public struct StoryExplainer {
  private let rulebook: Rulebook
  private var desk: Pipeline.Desk
  private var finder: StoryMatchFinder
  private let rulesByName: [String: Int]

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    desk = Pipeline(rulebook: rulebook).makeDesk()
    finder = StoryMatchFinder(rulebook)
    rulesByName = Dictionary(
      rulebook.rules.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The facts in the order of the text: attributions, then caveats, then findings of rules.
  public mutating func explain(_ story: Story) -> [FactExplanation] {
    let document = desk.document(story)
    let matches = StoryMatches(document, rulebook, &finder)
    let attributed = desk.attribute(document)
    var facts = attributed.attributions.map { attribution($0, attributed, matches) }
    facts += attributed.caveats.map { caveat in
      var fact = fact("caveat \(caveat.caveat)", caveat.cue, caveat.rule, matches)
      let covered = caveat.covers.map { "a\($0 + 1)" }.joined(separator: ", ")
      fact.notes.append(covered.isEmpty ? "covers no attribution" : "covers \(covered)")
      if let by = caveat.by { fact.notes.append("by \(by)") }
      return fact
    }
    facts += attributed.ruleFindings.map { fact("finding \($0.check)", [$0.at], $0.rule, matches) }
    return facts
  }

  private func attribution(
    _ one: Attribution, _ story: AttributedStory, _ matches: StoryMatches
  ) -> FactExplanation {
    var fact = fact("a\(one.id + 1) \(one.kind.rawValue) attribution", one.cue, one.rule, matches)
    fact.words = words(one.content, matches.document)
    fact.at = (one.source + one.cue + one.content).min()
    if fact.captures.isEmpty, one.cue.isEmpty {
      fact.notes.append("has no cue of its own: the quotation goes on with the speaker before it")
    }
    if let speaker = one.speaker {
      let said = words(one.source, matches.document)
      if !said.isEmpty, said != speaker.name {
        fact.notes.append("“\(said)” is \(speaker.name) (\(speaker.grade.code))")
      }
    }
    if one.chain.count > 1 {
      fact.notes.append(
        "chain: "
          + one.chain.map { link in link.stated ? link.name : "\(link.name) (implied: \(link.why ?? "no words"))" }
          .joined(separator: " → "))
    }
    for caveat in one.caveats {
      fact.notes.append("caveat \(caveat.caveat), \(caveat.certainty.rawValue), by rule \(caveat.rule)")
    }
    return fact
  }

  /// What is known of a fact by its rule and the words that made it.
  private func fact(_ title: String, _ cue: [Span], _ ruleName: String, _ matches: StoryMatches) -> FactExplanation {
    var fact = FactExplanation(title: title, words: words(cue, matches.document), at: cue.min())
    guard let number = rulesByName[ruleName] else {
      fact.notes.append("from no rule: \(ruleName)")
      return fact
    }
    let rule = rulebook.rules[number]
    fact.rule = rule.name
    fact.place = rule.location.description
    fact.why = rule.why
    let tokens = matches.document.scanned.tokens
    for place in matches.places {
      guard
        let winner = place.kept.firstIndex(where: { match in
          let span = tokens.span(match["cue"] ?? match.range)
          return match.rule == number && cue.contains { $0.overlaps(span) }
        })
      else { continue }
      let match = place.kept[winner]
      fact.captures = match.captures.map { name, range in
        FactExplanation.Capture(
          name: name, words: matches.document.text.string(tokens.span(range)), at: tokens.span(range))
      }
      fact.beaten = place.beaten.filter { $0.by == winner }.map { loser in
        let other = rulebook.rules[loser.match.rule]
        return FactExplanation.Beaten(
          rule: other.name, place: other.location.description, reason: RuleText().words(loser.reason))
      }
      break
    }
    return fact
  }

  private func words(_ spans: [Span], _ document: Document) -> String {
    spans.map { document.text.string($0) }.joined(separator: " … ")
  }
}
