import HearsayRules
import HearsaySyntax

/// Where contents end before the sentence does.
extension ContentBorders {
  /// "Velmar says blast was gas leak; | media point to drone": a headline's second half is another matter.
  func endAtSemicolon(_ d: inout Draft) {
    guard d.isHeadline, d.content.count == 1, let piece = d.content.first, piece.lowerBound >= d.cue.upperBound,
      let end = piece.first(where: reading.syntax.isSemicolon), end > piece.lowerBound,
      !reading.scanned.tokens.flags[end].contains(.inQuotation)
    else { return }
    d.content[0] = piece.lowerBound..<end
  }

  /// "A post claiming that the border is shut | has been shared": a participle or a noun that brings in a clause belongs to
  /// the subject of a verb that is still to come, and that verb is no part of the clause.
  func endAtMainVerb(_ d: inout Draft) {
    guard d.content.count == 1, let piece = d.content.first, piece.lowerBound == d.cue.upperBound, d.cue.count == 1,
      reading.syntax.opensSubject(d.cue.lowerBound, from: sentenceStart(d.cue.lowerBound)),
      let end = reading.syntax.mainVerb(behindClause: piece), end > piece.lowerBound + 2
    else { return }
    d.content[0] = piece.lowerBound..<end
  }

  private func sentenceStart(_ token: Int) -> Int {
    var i = token
    while i > 0, !reading.scanned.tokens.flags[i].contains(.sentenceStart) { i -= 1 }
    return i
  }

  /// "did not answer questions, and his lawyer refused to comment": behind a thing that is no clause, a comma with "and" and
  /// a verb begins the next one.
  func endAtNextClause(_ d: inout Draft) {
    guard let piece = d.content.last, piece.lowerBound >= d.cue.upperBound,
      let comma = piece.first(where: reading.syntax.isComma), comma + 2 < piece.upperBound, comma > piece.lowerBound,
      reading.scanned.has(comma + 1, reading.lexis.andWord),
      !reading.scanned.tokens.flags[comma].contains(.inQuotation),
      !reading.syntax.opensWords(piece.lowerBound),
      !(piece.lowerBound..<comma).dropFirst().contains(where: { mayBeVerb($0) }),
      (comma + 2..<piece.upperBound).contains(where: { reading.syntax.isFiniteVerb($0, from: comma + 2) })
    else { return }
    d.content[d.content.count - 1] = piece.lowerBound..<comma
  }

  /// Behind an article or a possessive a word that could be a verb is a noun: "the report".
  private func mayBeVerb(_ i: Int) -> Bool {
    reading.syntax.mayBeVerb(i) && !reading.scanned.has(i - 1, reading.lexis.article)
      && !reading.scanned.has(i - 1, reading.lexis.possessive)
  }
}
