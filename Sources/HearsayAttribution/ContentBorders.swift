import HearsayRules
import HearsaySyntax

/// Moves the borders of contents where a pattern can't see them.
///
/// A pattern takes all up to the next border. What it took too much of is told from the words inside: a hearer or a date
/// before “that”, the main clause behind a relative one, circumstances before a quotation.
struct ContentBorders: Sendable {
  let reading: Reading

  func settle(_ drafts: inout [Draft]) {
    for i in drafts.indices {
      takeQuotationBefore(&drafts[i])
      endRelative(&drafts[i])
      startAtWords(&drafts[i])
      dropCircumstance(&drafts[i])
    }
    clipToSources(&drafts)
    let before = drafts
    for i in drafts.indices { takeClaim(&drafts[i], from: before) }
    drafts.removeAll { $0.content.isEmpty && !$0.awaitsNext }
  }

  /// "“It is over,” | Brill told a crowd that filled the square.": a comma inside the closing mark says that the quotation
  /// is what the verb behind it hands on, whatever follows; and no source begins inside a quotation.
  private func takeQuotationBefore(_ d: inout Draft) {
    guard d.isSpeech, !d.sourceIsShared, var source = d.source, source.upperBound <= d.cue.lowerBound else { return }
    if let mark = source.last(where: reading.syntax.closesWithComma), mark + 1 < source.upperBound,
      let open = reading.syntax.openingMark(of: mark), open < source.lowerBound + 1
    {
      source = mark + 1..<source.upperBound
      d.source = source
    }
    let mark = source.lowerBound - 1
    guard mark > 0, reading.syntax.closesWithComma(mark), let open = reading.syntax.openingMark(of: mark), open < mark,
      let first = d.content.first, first.lowerBound >= d.cue.upperBound
    else { return }
    d.content.removeAll { reading.scanned.tokens.kind[$0.lowerBound] != .quotationMark }
    d.content.insert(open..<mark + 1, at: 0)
  }

  /// "who declined | to comment |, proposes …"
  private func endRelative(_ d: inout Draft) {
    guard let source = d.source, source.count == 1, reading.syntax.isRelativePronoun(source.lowerBound),
      let last = d.content.last, last.lowerBound >= d.cue.upperBound,
      let end = reading.syntax.relativeContentEnd(last), end > last.lowerBound
    else { return }
    d.content[d.content.count - 1] = last.lowerBound..<end
  }

  /// "a user | who says he lives near the quay | wrote": what describes another's source ends with it.
  private func clipToSources(_ drafts: inout [Draft]) {
    for i in drafts.indices {
      let cue = drafts[i].cue
      for j in drafts.indices where j != i && drafts[j].sentence == drafts[i].sentence && !drafts[j].sourceIsShared {
        guard let source = drafts[j].source, source.lowerBound < cue.lowerBound, cue.upperBound < source.upperBound
        else { continue }
        drafts[i].content = drafts[i].content.compactMap { piece in
          let end = min(piece.upperBound, source.upperBound)
          return piece.lowerBound < end ? piece.lowerBound..<end : nil
        }
      }
    }
  }

  /// "told a town hall on Monday | that the pumps were dry"; "the need for ambition: | “Change it,” | she said".
  private func startAtWords(_ d: inout Draft) {
    guard let first = d.content.first else { return }
    if first.lowerBound >= d.cue.upperBound {
      let s = reading.scanned
      let hearer = d.cue.contains { s.has($0, reading.lexis.tell) || s.has($0, reading.lexis.hearerVerb) }
      if let start = reading.syntax.wordsStart(in: first, hearer: hearer) { d.content[0] = start..<first.upperBound }
    } else if first.upperBound <= d.cue.lowerBound, let start = reading.syntax.quotationBehindColon(in: first) {
      d.content[0] = start..<first.upperBound
    }
  }

  /// "After the vote, Brill shot back, “…”": the first piece is no part of what was said.
  private func dropCircumstance(_ d: inout Draft) {
    guard d.content.count >= 2, d.content[0].upperBound <= d.cue.lowerBound,
      reading.scanned.tokens.kind[d.content[1].lowerBound] == .quotationMark,
      reading.syntax.isCircumstance(d.content[0])
    else { return }
    d.content.removeFirst()
  }

  /// "The council wants the pier back — a demand Brill rejected": what was rejected is what the sentence has just told.
  private func takeClaim(_ d: inout Draft, from drafts: [Draft]) {
    guard let source = d.source, source.upperBound <= d.cue.lowerBound, !d.sourceIsShared,
      let claim = reading.syntax.contactClaim(
        before: source.lowerBound, scope: max(0, source.lowerBound - 60)..<source.lowerBound)
    else { return }
    let before = drafts.last {
      $0.sentence == d.sentence && $0.cue.upperBound <= claim.lowerBound
        && ($0.content.last?.upperBound ?? 0) + 1 >= claim.lowerBound && !$0.content.isEmpty
    }
    d.content = before?.content ?? [claim]
  }
}
