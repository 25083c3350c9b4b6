import HearsayRules
import HearsayStory
import HearsayText

/// The name of somebody who writes or speaks without a label: signed under a letter, given in so many words, or called
/// out by others.
struct Narrator: Sendable {
  /// The name under a letter, or the only one that a text in one voice gives itself.
  private var whole: Range<Int>?
  /// By block the name that its speaker gives there.
  private var given: [Int: Range<Int>] = [:]
  /// The only name by which quotations address somebody who is never spoken of.
  private(set) var addressed: Range<Int>?

  /// Below so many words a block the text is a talk of several, whose turns nobody labels.
  private static let wordsOfOneVoice = 40
  /// In how many blocks from the top a letter greets.
  private static let greeting = 12

  /// Nobody.
  init() {}

  init(_ reading: Reading, _ blocks: [BlockPlace]) {
    whole = Self.signature(reading, blocks)
    if whole == nil {
      given = Self.introductions(reading, blocks)
      let bodies = blocks.filter(\.kind.isBody)
      let words = bodies.reduce(0) { $0 + $1.tokens.count }
      if given.count == 1, words >= Self.wordsOfOneVoice * max(bodies.count, 1) { whole = given.values.first }
    }
    addressed = Self.addressed(reading)
  }

  /// The name of whoever speaks in a block.
  func name(in block: Int) -> Range<Int>? { given[block] ?? whole }

  /// "Dear Jean: … Love, | Zora"
  private static func signature(_ reading: Reading, _ blocks: [BlockPlace]) -> Range<Int>? {
    let s = reading.scanned
    let isLetter = blocks.prefix(greeting).contains { block in
      !block.tokens.isEmpty && s.has(block.tokens.lowerBound, reading.lexis.greeting)
    }
    guard isLetter else { return nil }
    for block in blocks.suffix(5).reversed() where block.tokens.count <= 4 && !block.tokens.isEmpty {
      let name = block.tokens.filter { s.tokens.kind[$0] == .word }
      guard let first = name.first, let last = name.last, name.allSatisfy(reading.syntax.isNameOrParticle) else {
        continue
      }
      return first..<last + 1
    }
    return nil
  }

  /// "My name is | Ada Brill", "It's | Ada Brill | here".
  private static func introductions(_ reading: Reading, _ blocks: [BlockPlace]) -> [Int: Range<Int>] {
    let s = reading.scanned
    var out: [Int: Range<Int>] = [:]
    for (b, block) in blocks.enumerated() where block.kind.isBody {
      for i in block.tokens where out[b] == nil {
        guard !s.tokens.flags[i].contains(.inQuotation),
          let end = s.entryEnd(i, reading.lexis.selfIntroduction, in: block.tokens)
        else { continue }
        var last = end
        while last < block.tokens.upperBound, last < end + 4, reading.syntax.isNameOrParticle(last) { last += 1 }
        guard last > end, last < s.count else { continue }
        let isSure = s.entryEnd(i, reading.lexis.surelyIntroduction, in: block.tokens) == end
        let isFirst = s.has(end, reading.lexis.firstMale) || s.has(end, reading.lexis.firstFemale)
        if isSure || isFirst || s.has(last, reading.lexis.hereWord) { out[b] = end..<last }
      }
    }
    return out
  }

  /// “Robert, come down”: one name that opens quotations, and stands nowhere else in the story.
  private static func addressed(_ reading: Reading) -> Range<Int>? {
    let s = reading.scanned
    var name: Int?
    for i in 1..<max(1, s.count - 1)
    where s.tokens.kind[i - 1] == .quotationMark && s.tokens.flags[i - 1].contains(.opens)
      && reading.syntax.isComma(i + 1)
      && (s.has(i, reading.lexis.firstMale) || s.has(i, reading.lexis.firstFemale))
    {
      if let name, s.tokens.form[name] != s.tokens.form[i] { return nil }
      name = i
    }
    guard let name else { return nil }
    let isSpokenOf = (0..<s.count).contains {
      s.tokens.form[$0] == s.tokens.form[name] && !s.tokens.flags[$0].contains(.inQuotation)
    }
    return isSpokenOf ? nil : name..<name + 1
  }
}
