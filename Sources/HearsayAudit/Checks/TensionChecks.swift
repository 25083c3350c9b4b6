import HearsayAttribution
import HearsayText

/// CON-01, as far as words of undertaking tell: an act that is ruled out in one place and about to be done in another.
///
/// Which words tell of one act stands in the rulebook, in pairs of rules. Inside one story both must come from one speaker or
/// through one outlet: that two people differ is no news. Claims that differ by figures or denials are told apart elsewhere.
enum TensionChecks {
  /// Inside a story. One remark.
  static func inStory(_ galley: Galley) -> [Remark] {
    let acts = acts(galley)
    for later in acts {
      for earlier in acts where earlier.words.lowerBound < later.words.lowerBound {
        guard earlier.isContrary(to: later), earlier.statement.sentence != later.statement.sentence,
          haveOneWay(earlier.statement, later.statement, galley), areOnOneMatter(earlier, galley, later, galley)
        else { continue }
        return [
          Remark(
            message: "in tension with “\(galley.string(earlier.words))”: how can both be so?",
            at: galley.span(later.words), related: [Related("the other", at: galley.span(earlier.words))],
            attribution: later.statement.attribution.id, rule: later.rule)
        ]
      }
    }
    return []
  }

  /// Between stories. One remark on each.
  static func across(_ galleys: DossierGalley) -> [DossierRemark] {
    let all = galleys.galleys.map(acts)
    var remarks: [DossierRemark] = []
    for (s, own) in all.enumerated() where !own.isEmpty {
      for (t, others) in all.enumerated() where t != s && !galleys.isCopy(s, t) {
        guard !remarks.contains(where: { $0.story == s }) else { break }
        for one in own {
          guard
            let other = others.first(where: {
              $0.isContrary(to: one) && areOnOneMatter($0, galleys.galleys[t], one, galleys.galleys[s])
            })
          else { continue }
          let place = galleys.galleys[t].span(other.words)
          remarks.append(
            DossierRemark(
              story: s,
              remark: Remark(
                message: "in tension with what \(galleys.outlet(t)) has: how can both be so?",
                at: galleys.galleys[s].span(one.words), elsewhere: [galleys.elsewhere("the other", t, place)],
                attribution: one.statement.attribution.id, rule: one.rule)))
          break
        }
      }
    }
    return remarks
  }

  /// An act that a statement rules out or announces.
  private struct Act {
    var rule: String
    /// The rule's name without what says which of the two it is.
    var kind: Substring
    var isRuledOut: Bool
    var words: Range<Int>
    var statement: Statement

    init?(rule: String, words: Range<Int>, statement: Statement) {
      let isRuledOut = rule.hasSuffix(Self.ruledOut)
      guard isRuledOut || rule.hasSuffix(Self.planned) else { return nil }
      self.rule = rule
      kind = rule.dropLast((isRuledOut ? Self.ruledOut : Self.planned).count)
      self.isRuledOut = isRuledOut
      self.words = words
      self.statement = statement
    }

    func isContrary(to other: Act) -> Bool { kind == other.kind && isRuledOut != other.isRuledOut }

    private static let ruledOut = "-ruled-out"
    private static let planned = "-planned"
  }

  private static func acts(_ galley: Galley) -> [Act] {
    galley.ruleFindings("CON-01").compactMap { item in
      let holding = galley.statements.first { statement in
        !statement.isHeadline && !statement.isNested
          && statement.content.contains { $0.contains(item.tokens.lowerBound) }
      }
      return holding.flatMap { Act(rule: item.finding.rule, words: item.tokens, statement: $0) }
    }
  }

  private static func haveOneWay(_ a: Statement, _ b: Statement, _ galley: Galley) -> Bool {
    if let speaker = a.speaker?.id, speaker == b.speaker?.id { return true }
    let ways = [a, b].map { statement in
      Set(galley.relays(statement).map(\.name))
        .union(statement.speaker?.kind == .outlet ? [statement.speaker?.name ?? ""] : [])
    }
    return !ways[0].isDisjoint(with: ways[1])
  }

  /// Two words besides those of the act.
  private static func areOnOneMatter(_ a: Act, _ galley: Galley, _ b: Act, _ other: Galley) -> Bool {
    galley.topicWords(a.statement.content).intersection(other.topicWords(b.statement.content)).count >= fewestTopics
  }

  private static let fewestTopics = 2
}
