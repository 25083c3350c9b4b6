import HearsayRules
import HearsayText

/// Whose “I” it is outside quotation marks, where the page itself says so.
///
/// Three lay-outs tell it. A transcript labels each turn with a name and a colon. An interview names the person it is
/// with at the top, and asks in paragraphs that end with a question mark. A column has one author. Elsewhere “I” stays
/// nobody's: a guess would put words into somebody's mouth.
struct FirstPerson: Sendable {
  enum Voice: Sendable, Equatable {
    /// One of the story's persons, by the place in its pool of names.
    case person(Int)
    /// A name that stands on the page in no other role: a turn's label, or the author.
    case named(String)
  }

  private let reading: Reading
  private let blocks: [BlockPlace]
  /// For each block the name before the colon that opens it.
  private let labels: [Range<Int>?]
  private let isTranscript: Bool
  private let interviewee: Int?

  /// Fewer labels or questions are no transcript and no interview.
  static let fewestTurns = 2
  /// In how many blocks from the top an interview says whom it is with.
  static let lead = 6

  init(_ reading: Reading, _ blocks: [BlockPlace]) {
    self.reading = reading
    self.blocks = blocks
    // Most stories have no “I” outside quotation marks, and need none of this.
    guard Self.isNeeded(reading) else {
      labels = []
      isTranscript = false
      interviewee = nil
      return
    }
    labels = blocks.map { Self.label($0, reading) }
    isTranscript = labels.count { $0 != nil } >= Self.fewestTurns
    interviewee = isTranscript ? nil : Self.interviewee(reading, blocks)
  }

  /// Whose voice speaks in a block.
  func voice(in block: Int) -> Voice? {
    guard block < blocks.count, !labels.isEmpty else { return nil }
    if isTranscript {
      // A turn may have several paragraphs.
      guard let label = (0...block).reversed().lazy.compactMap({ labels[$0] }).first else { return nil }
      return reading.names.person(of: label).map(Voice.person) ?? .named(reading.string(label))
    }
    if let interviewee { return Self.isQuestion(blocks[block], reading) ? nil : .person(interviewee) }
    let authors = reading.document.byline
    return authors.count == 1 ? .named(authors[0]) : nil
  }

  private static func isNeeded(_ reading: Reading) -> Bool {
    let s = reading.scanned
    return (0..<s.tokens.count).contains { s.has($0, reading.lexis.i) && !s.tokens.flags[$0].contains(.inQuotation) }
  }

  /// "ADA BRILL: We never meant to …"
  private static func label(_ block: BlockPlace, _ reading: Reading) -> Range<Int>? {
    let first = block.tokens.lowerBound
    guard block.kind.isBody, block.tokens.count > 3 else { return nil }
    var end = first
    while end < block.tokens.upperBound, end < first + 5, reading.syntax.isNameOrParticle(end) { end += 1 }
    guard end > first, end + 1 < block.tokens.upperBound, reading.syntax.isColon(end) else { return nil }
    return first..<end
  }

  private static func isQuestion(_ block: BlockPlace, _ reading: Reading) -> Bool {
    let last = block.tokens.upperBound - 1
    guard last > block.tokens.lowerBound, reading.syntax.isStop(last) else { return false }
    return reading.scanned.text.bytes[Int(reading.scanned.tokens.start[last])] == UInt8(ascii: "?")
  }

  /// The person that a page of questions and answers is with: the first one named behind "interviewed", "spoke with".
  private static func interviewee(_ reading: Reading, _ blocks: [BlockPlace]) -> Int? {
    guard blocks.count(where: { ($0.kind.isBody || $0.kind == .heading) && isQuestion($0, reading) }) >= fewestTurns
    else { return nil }
    let s = reading.scanned
    var top = 0
    for block in blocks where block.kind.isBody || block.kind == .headline {
      top += 1
      if top > lead { break }
      guard
        let word = block.tokens.first(where: { s.entryEnd($0, reading.lexis.interviewWord, in: block.tokens) != nil })
      else { continue }
      let named = reading.names.persons.indices.compactMap { p -> (person: Int, token: Int)? in
        reading.names.persons[p].mentions.first { block.tokens.contains($0) && $0 > word }.map { (p, $0) }
      }
      if let nearest = named.min(by: { $0.token < $1.token }) { return nearest.person }
    }
    return nil
  }
}
