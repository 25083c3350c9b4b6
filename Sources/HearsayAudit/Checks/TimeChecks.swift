import HearsayAttribution
import HearsayText

/// Words that were true on another day.
enum TimeChecks {
  /// TIME-01: "a potential Varga administration" where the Varga administration acts, or "yesterday" in a text without a
  /// date (a note). One remark for each.
  ///
  /// Not inside quotation marks, and not where the story never has that government at work.
  static func misfits(_ galley: Galley) -> [Remark] {
    var remarks: [Remark] = []
    for item in galley.ruleFindings("TIME-01") where !galley.isInHeadline(item.tokens.lowerBound) {
      guard let name = nameOfGovernment(item.tokens, galley), let acting = atWork(name, besides: item.tokens, galley)
      else { continue }
      remarks.append(
        Remark(
          message: "\(galley.quoted(item.tokens)): elsewhere in this story it is in office", at: item.finding.at,
          related: [Related("in office here", at: galley.span(acting))], rule: item.finding.rule))
      break
    }
    if galley.story.document.published == nil, galley.story.document.story.isExtracted, let day = looseDay(galley) {
      remarks.append(
        Remark(
          message: "\(galley.quoted(day)): the page shows no date to count from", at: galley.span(day), level: .note))
    }
    return remarks
  }

  /// The capitalised word before "administration".
  private static func nameOfGovernment(_ phrase: Range<Int>, _ galley: Galley) -> Int? {
    phrase.last {
      galley.scanned.tokens.kind[$0] == .word && galley.scanned.tokens.flags[$0].contains(.capitalised)
        && !galley.scanned.has($0, galley.lexis.office) && !galley.scanned.has($0, galley.lexis.notYet)
    }
  }

  /// "the Varga administration", "President Varga" without a word that puts it off.
  private static func atWork(_ name: Int, besides phrase: Range<Int>, _ galley: Galley) -> Range<Int>? {
    let scanned = galley.scanned
    let form = scanned.tokens.form[name]
    for passage in galley.sentences {
      for i in passage.tokens where scanned.tokens.form[i] == form && !phrase.contains(i) {
        if i > passage.tokens.lowerBound, scanned.has(i - 1, galley.lexis.headOfGovernment) { return i - 1..<i + 1 }
        let office = i + 1
        guard office < passage.tokens.upperBound, scanned.has(office, galley.lexis.office) else { continue }
        let before = max(passage.tokens.lowerBound, i - 3)..<i
        if !scanned.holds(before, galley.lexis.notYet) { return i..<office + 1 }
      }
    }
    return nil
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
