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
      skipRelative(&drafts[i])
      skipLabel(&drafts[i])
      dropFurtherSource(&drafts[i])
      startAtWords(&drafts[i])
      dropCircumstance(&drafts[i])
      endAtSemicolon(&drafts[i])
      endAtMainVerb(&drafts[i])
      endAtNextClause(&drafts[i])
      dropOpener(&drafts[i])
    }
    clipToSources(&drafts)
    clipRelatives(&drafts)
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
      let first = d.content.first, first.lowerBound >= d.cue.upperBound,
      // "On Channel Nine's “Morning Futures,” Brill said": the name of a broadcast.
      open == 0 || reading.scanned.tokens.kind[open - 1] != .possessive
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

  /// "According to the Post and Mail, | which first had the letters, | at least one was opened": the clause describes the
  /// source, and what was said begins behind it.
  private func skipRelative(_ d: inout Draft) {
    guard let first = d.content.first, first.lowerBound >= d.cue.upperBound,
      // "According to the Post, | citing two officials, | it was opened"
      reading.syntax.startsRelative(first.lowerBound) || reading.syntax.opensParticiple(first.lowerBound),
      reading.scanned.holds(d.cue, reading.lexis.according), let source = d.source,
      (source.upperBound..<first.lowerBound).contains(where: reading.syntax.isComma),
      let comma = first.first(where: reading.syntax.isComma), comma + 1 < first.upperBound
    else { return }
    d.content[0] = comma + 1..<first.upperBound
  }

  /// "Driving the news: | Reyes told colleagues": the label that opens a paragraph is nobody's words.
  private func skipLabel(_ d: inout Draft) {
    if let source = d.source, source.lowerBound > 0, source.upperBound <= d.cue.lowerBound,
      reading.scanned.entryEnd(
        source.lowerBound - 1, reading.lexis.paragraphLabel, in: source.lowerBound - 1..<d.cue.upperBound)
        == d.cue.upperBound
    {
      // "What they're saying:" attributes nothing itself.
      d.content = []
      return
    }
    guard let first = d.content.first, reading.scanned.tokens.flags[first.lowerBound].contains(.sentenceStart),
      let end = reading.scanned.entryEnd(first.lowerBound, reading.lexis.paragraphLabel, in: first),
      reading.syntax.isColon(end), end + 1 < first.upperBound
    else { return }
    d.content[0] = end + 1..<first.upperBound
  }

  /// "The loans were stopped, according to three people, | as well as a notice": who else says so is no part of it.
  private func dropFurtherSource(_ d: inout Draft) {
    guard d.content.count == 2, reading.scanned.holds(d.cue, reading.lexis.according), let second = d.content.last,
      reading.syntax.isPreposition(second.lowerBound), !reading.syntax.isStatement(from: second.lowerBound + 1, second)
    else { return }
    d.content.removeLast()
  }

  /// "According to the Post, which cited | two officials |, at least one was opened": a relative clause's words end where
  /// those of the main clause begin.
  private func clipRelatives(_ drafts: inout [Draft]) {
    for i in drafts.indices {
      guard let source = drafts[i].source, source.count == 1, reading.syntax.startsRelative(source.lowerBound),
        let piece = drafts[i].content.last
      else { continue }
      let starts = drafts.indices.filter { j in
        drafts[j].sentence == drafts[i].sentence && drafts[j].cue.upperBound <= source.lowerBound
      }.compactMap { drafts[$0].content.first?.lowerBound }
      guard let border = starts.filter({ $0 > piece.lowerBound && $0 < piece.upperBound }).min(),
        reading.syntax.isComma(border - 1), border - 1 > piece.lowerBound
      else { continue }
      drafts[i].content[drafts[i].content.count - 1] = piece.lowerBound..<border - 1
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

  /// "Reuters said | that |, according to two officials, the mayor had left": the words are theirs who are named behind it.
  private func dropOpener(_ d: inout Draft) {
    d.content.removeAll { piece in
      guard let last = piece.last, piece.count <= 4 else { return false }
      return reading.syntax.isThat(last) && reading.syntax.isComma(last + 1)
    }
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
