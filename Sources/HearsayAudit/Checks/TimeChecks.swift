import HearsayAttribution
import HearsayText

/// Words that were true on another day.
enum TimeChecks {
  /// TIME-01: "a potential Varga administration" where the Varga administration acts, or "yesterday" in a text without a
  /// date (a note). One remark for each.
  ///
  /// Not inside quotation marks, and not where nothing shows that government at work. Where only the page round the story
  /// does (a teaser, a caption), the story may be the older of the two: a warning.
  static func misfits(_ galley: Galley) -> [Remark] {
    var remarks: [Remark] = []
    for item in galley.ruleFindings("TIME-01") where !galley.isInHeadline(item.tokens.lowerBound) {
      guard let government = GovernmentAtWork(item.tokens, galley) else { continue }
      let inStory = government.placeInStory
      guard let place = inStory ?? government.placeOnPage else { continue }
      let scope = inStory == nil ? "on this page" : "elsewhere in this story"
      remarks.append(
        Remark(
          message: "\(galley.quoted(item.tokens)): \(scope) it is in office", at: item.finding.at,
          related: [Related("in office here", at: galley.span(place))], rule: item.finding.rule,
          level: inStory == nil ? .warning : nil))
      break
    }
    if galley.story.document.published == nil, galley.story.document.story.isExtracted, let day = looseDay(galley) {
      remarks.append(
        Remark(
          message: "\(galley.quoted(day)): the page shows no date to count from", at: galley.span(day), level: .note))
    }
    return remarks
  }

  private static func looseDay(_ galley: Galley) -> Range<Int>? {
    guard let lead = galley.lead else { return nil }
    for passage in galley.sentences where passage.block == lead {
      if let day = galley.scanned.first(galley.lexis.looseDay, in: passage.tokens),
        !galley.scanned.isQuoted(day.lowerBound)
      {
        return day
      }
    }
    return nil
  }

  /// CAV-05: "could not immediately verify", in a story that has been updated since.
  static func caveatNotRevisited(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    let text = 0..<scanned.tokens.count
    guard let update = updateMark(in: text, galley) else { return [] }
    for caveat in galley.story.caveats where caveat.caveat == "unverified" {
      guard let cue = caveat.cue.first, let s = galley.sentence(of: galley.tokens(cue).lowerBound),
        scanned.holds(galley.sentences[s].tokens, galley.lexis.notAtOnce)
      else { continue }
      return [
        Remark(
          message: "the story has been updated since: has anybody tried again?", at: cue,
          related: [Related("updated", at: galley.span(update))], rule: caveat.rule)
      ]
    }
    return []
  }

  /// At the head of a line or sentence: "Updated at 5 p.m.", "This story has been updated".
  private static func updateMark(in text: Range<Int>, _ galley: Galley) -> Range<Int>? {
    for block in galley.scanned.blocks where !block.isEmpty {
      let head = block.lowerBound..<min(block.lowerBound + 6, block.upperBound)
      guard let mark = galley.scanned.first(galley.lexis.updateMark, in: head) else { continue }
      if mark.lowerBound == block.lowerBound || mark.count > 1 { return mark }
    }
    return nil
  }
}
