import HearsayStory
import HearsayText

/// Gives quotations without a cue of their own to the speaker who goes on, and finds those that nobody speaks.
///
/// A quotation goes on with the speaker of the attribution before it in its paragraph; one that fills a paragraph goes on
/// with the paragraph before. A word or two inside a sentence are a scare quote, a title or a nickname: nobody's.
struct QuotationKeeper: Sendable {
  let reading: Reading
  let places: [SentencePlace]
  let blocks: [BlockPlace]

  /// A quotation in a sentence with fewer words is no statement of its own.
  static let fewestWords = 4

  /// Adds continuing quotations to `drafts`, which are in the order of their cues; returns those left over.
  func complete(_ drafts: inout [Draft]) -> [Range<Int>] {
    fillAwaited(&drafts)
    var leftOver: [Range<Int>] = []
    for q in reading.document.quotations where q.depth == 0 {
      let range = q.tokens
      guard let b = block(of: range.lowerBound), blocks[b].kind.isBody else { continue }
      if drafts.contains(where: { d in d.content.contains { $0.overlaps(range) } }) { continue }
      guard isStatement(range, q.inner, blocks[b]) else { continue }
      if let d = speakerGoesOn(range, block: b, drafts) {
        drafts[d].content.append(range)
        drafts[d].content.sort { $0.lowerBound < $1.lowerBound }
      } else {
        leftOver.append(range)
      }
    }
    return leftOver
  }

  /// "The mayor said:" with the words in the next sentence or block.
  private func fillAwaited(_ drafts: inout [Draft]) {
    for i in drafts.indices where drafts[i].awaitsNext && drafts[i].content.isEmpty {
      let from = drafts[i].cue.upperBound
      let isBareColon = drafts[i].cue.count == 1 && reading.syntax.isColon(drafts[i].cue.lowerBound)
      guard
        let q = reading.document.quotations.first(where: { $0.depth == 0 && $0.open >= from }),
        let b = block(of: q.open), b <= drafts[i].block + 1, !isBareColon || q.open <= from + 1
      else {
        // Behind a colon alone only a quotation is somebody's words; anything else is a list or the outlet's own.
        if isBareColon { continue }
        if drafts[i].sentence + 1 < places.count, places[drafts[i].sentence + 1].block <= drafts[i].block + 1 {
          let next = places[drafts[i].sentence + 1].tokens
          if !drafts.contains(where: { next.contains($0.cue.lowerBound) }) { drafts[i].content = [withoutStop(next)] }
        }
        continue
      }
      drafts[i].content = [q.tokens]
    }
    drafts.removeAll { $0.content.isEmpty }
  }

  private func withoutStop(_ r: Range<Int>) -> Range<Int> {
    var end = r.upperBound
    while end > r.lowerBound, reading.syntax.isEdge(end - 1) { end -= 1 }
    return r.lowerBound..<end
  }

  private func block(of token: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let mid = (low + high) / 2
      if blocks[mid].tokens.upperBound <= token { low = mid + 1 } else { high = mid }
    }
    return low < blocks.count && blocks[low].tokens.contains(token) ? low : nil
  }

  /// Whether a quotation is somebody's statement: it fills its sentence, or it ends like one.
  private func isStatement(_ q: Range<Int>, _ inner: Range<Int>, _ block: BlockPlace) -> Bool {
    let words = inner.count { reading.scanned.tokens.kind[$0] == .word }
    let opensSentence =
      reading.scanned.tokens.flags[q.lowerBound].contains(.sentenceStart)
      || q.lowerBound == block.tokens.lowerBound
    if opensSentence {
      let end = inner.upperBound
      return words >= 2 && end > inner.lowerBound && reading.syntax.isEdge(end - 1) || words >= 6
    }
    if isTitle(inner) { return false }
    return words >= Self.fewestWords && inner.upperBound > inner.lowerBound
      && (reading.syntax.isEdge(inner.upperBound - 1) || words >= 8)
  }

  /// Each longer word has its capital: the name of a book or broadcast.
  private func isTitle(_ inner: Range<Int>) -> Bool {
    let s = reading.scanned
    return inner.allSatisfy {
      s.tokens.kind[$0] != .word || s.tokens.span($0).count <= 3 || s.tokens.flags[$0].contains(.capitalised)
    }
  }

  /// The draft whose speaker says this quotation too.
  private func speakerGoesOn(_ q: Range<Int>, block b: Int, _ drafts: [Draft]) -> Int? {
    var before: Int?
    for (i, d) in drafts.enumerated() where d.cue.lowerBound < q.lowerBound && !d.isHeadline {
      // Where the speaker was last heard: a speech may fill paragraph after paragraph.
      let last = d.content.last(where: { $0.lowerBound < q.lowerBound }).flatMap { block(of: $0.lowerBound) } ?? d.block
      if d.block == b || max(d.block, last) == b - 1 { before = i }
    }
    guard let last = before else { return nil }
    let i = quoted(last, drafts)
    guard drafts[i].isSpeech || hasQuotation(drafts[i]) else { return nil }
    if drafts[i].block == b { return i }
    // A paragraph that opens with a quotation goes on with the speaker of the paragraph before.
    let opensBlock = q.lowerBound == blocks[b].tokens.lowerBound
    return opensBlock ? i : nil
  }

  /// "“…,” Brill said, referring to the vote.": what goes on is the quotation, not what hangs on its cue.
  private func quoted(_ i: Int, _ drafts: [Draft]) -> Int {
    guard drafts[i].sourceIsShared, !hasQuotation(drafts[i]) else { return i }
    return drafts[..<i].indices.last {
      drafts[$0].sentence == drafts[i].sentence && drafts[$0].source == drafts[i].source && hasQuotation(drafts[$0])
    } ?? i
  }

  func hasQuotation(_ d: Draft) -> Bool {
    d.content.contains { piece in
      piece.contains { reading.scanned.tokens.kind[$0] == .quotationMark }
    }
  }
}
