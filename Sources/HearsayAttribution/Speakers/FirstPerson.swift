import HearsayRules
import HearsayText

/// Whose “I” it is outside quotation marks, where the page itself says so.
///
/// A transcript labels each turn with a name and a colon. An interview names the person it is with at the top, and asks in
/// paragraphs that end with a question mark or open with a Q. A letter is signed at its end. Somebody who speaks without
/// a label may give a name ("My name is Ada Brill"). A column has one author. A story told by one of its people lets others
/// call that person by name. Elsewhere “I” stays nobody's: a guess would put words into somebody's mouth.
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
  /// Where blocks open with Q and A, which ones do with Q.
  private let asks: [Bool]
  private let narrator: Narrator

  /// Fewer labels or questions are no transcript and no interview.
  static let fewestTurns = 2
  /// A longer paragraph is an answer that ends by asking something.
  static let longestQuestion = 90
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
      asks = []
      narrator = Narrator()
      return
    }
    labels = blocks.map { Self.label($0, reading) }
    isTranscript = labels.count { $0 != nil } >= Self.fewestTurns
    let turns = blocks.map { Self.isAsking($0, reading) }
    asks = turns.contains(true) && turns.contains(false) ? turns.map { $0 ?? false } : []
    interviewee = isTranscript ? nil : Self.interviewee(reading, blocks, isLettered: !asks.isEmpty)
    narrator = isTranscript || interviewee != nil ? Narrator() : Narrator(reading, blocks)
  }

  /// Whether the page is an interview, whose own words speak of the one it is with in the third person.
  var isInterview: Bool { interviewee != nil }

  /// Whose voice speaks in a block.
  func voice(in block: Int) -> Voice? {
    guard block < blocks.count, !labels.isEmpty else { return nil }
    if isTranscript {
      // A turn may have several paragraphs.
      guard let label = (0...block).reversed().lazy.compactMap({ labels[$0] }).first else { return nil }
      return named(label)
    }
    if let interviewee {
      let isQuestion = asks.isEmpty ? Self.isQuestion(blocks[block], reading) : asks[block]
      return isQuestion ? nil : .person(interviewee)
    }
    if let name = narrator.name(in: block) { return named(name) }
    let authors = reading.document.byline
    if authors.count == 1 { return .named(authors[0]) }
    return authors.isEmpty ? narrator.addressed.map(named) : nil
  }

  private func named(_ name: Range<Int>) -> Voice {
    reading.names.person(of: name).map(Voice.person) ?? .named(reading.string(name))
  }

  private static func isNeeded(_ reading: Reading) -> Bool {
    let s = reading.scanned
    return (0..<s.tokens.count).contains { s.has($0, reading.lexis.i) && !s.tokens.flags[$0].contains(.inQuotation) }
  }

  /// Whether a block opens with the letter of a question; nil for neither question nor answer.
  private static func isAsking(_ block: BlockPlace, _ reading: Reading) -> Bool? {
    let first = block.tokens.lowerBound
    guard block.kind.isBody, block.tokens.count > 2,
      reading.syntax.isColon(first + 1) || reading.syntax.isStop(first + 1)
    else { return nil }
    if reading.scanned.has(first, reading.lexis.questionLabel) { return true }
    return reading.scanned.has(first, reading.lexis.answerLabel) ? false : nil
  }

  /// "ADA BRILL: We never meant to …"
  private static func label(_ block: BlockPlace, _ reading: Reading) -> Range<Int>? {
    let first = block.tokens.lowerBound
    guard block.kind.isBody, block.tokens.count > 3, !reading.scanned.has(first, reading.lexis.questionLabel) else {
      return nil
    }
    var end = first
    while end < block.tokens.upperBound, end < first + 5, reading.syntax.isNameOrParticle(end) { end += 1 }
    guard end > first, end + 1 < block.tokens.upperBound, reading.syntax.isColon(end) else { return nil }
    return first..<end
  }

  private static func isQuestion(_ block: BlockPlace, _ reading: Reading) -> Bool {
    let last = block.tokens.upperBound - 1
    guard last > block.tokens.lowerBound, block.tokens.count <= longestQuestion, reading.syntax.isStop(last) else {
      return false
    }
    return reading.scanned.text.bytes[Int(reading.scanned.tokens.start[last])] == UInt8(ascii: "?")
  }

  /// The person that a page of questions and answers is with: the first one named behind "interviewed", "spoke with"; else
  /// the last one before it, as in "Bril spent years … The Courier spoke to her".
  private static func interviewee(_ reading: Reading, _ blocks: [BlockPlace], isLettered: Bool) -> Int? {
    guard
      isLettered
        || blocks.count(where: { ($0.kind.isBody || $0.kind == .heading) && isQuestion($0, reading) }) >= fewestTurns
    else { return nil }
    let s = reading.scanned
    var top = 0
    var fallback: Int?
    for block in blocks where block.kind.isBody || block.kind == .headline {
      top += 1
      if top > lead { break }
      guard
        let word = block.tokens.first(where: { s.entryEnd($0, reading.lexis.interviewWord, in: block.tokens) != nil })
      else { continue }
      let persons = reading.names.persons
      let behind = persons.indices.compactMap { p -> (person: Int, token: Int)? in
        persons[p].mentions.first { block.tokens.contains($0) && $0 > word }.map { (p, $0) }
      }
      if let next = behind.min(by: { $0.token < $1.token }) { return next.person }
      let before = persons.indices.compactMap { p -> (person: Int, isSure: Bool, token: Int)? in
        persons[p].mentions.last { $0 < word }.map { (p, persons[p].gender != .unknown, $0) }
      }
      if fallback == nil {
        fallback = before.max { ($0.isSure ? 1 : 0, $0.token) < ($1.isSure ? 1 : 0, $1.token) }?.person
      }
    }
    return fallback
  }
}
