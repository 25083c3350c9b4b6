import HearsayRules
import HearsayText

/// Numbers with their units and what they count, and the days and years of a statement.
extension StatementReader {
  func unit(_ i: Int, _ range: Range<Int>, _ story: Story) -> (unit: Int, next: Int)? {
    guard i < range.upperBound, let found = book.phrase(at: i, of: story.stems, limit: range.upperBound) else {
      return nil
    }
    for case .unit(let unit) in found.meanings { return (Int(unit), i + found.length) }
    return nil
  }

  /// Reads the number that begins at a token, with its unit and what it counts; returns where to read on.
  func number(
    _ start: Int, _ range: Range<Int>, _ scanned: ScannedText, _ story: Story, _ draft: inout Draft
  ) -> Int {
    var i = start
    var reading = NumberReading()
    if scanned.tokens.kind[i] == .currency || scanned.tokens.kind[i] == .symbol {
      if let found = unit(i, range, story) {
        reading.unit = found.unit
        i = found.next
      } else {
        i += 1
      }
      guard i < range.upperBound, scanned.tokens.kind[i] == .number else { return max(i, start + 1) }
    }
    let first = i
    while i < range.upperBound {
      let bytes = scanned.text.bytes[Int(scanned.tokens.start[i])..<Int(scanned.tokens.end[i])]
      if scanned.tokens.kind[i] == .number, i == first {
        guard let suffix = reading.digits(bytes) else { return i + 1 }
        if !suffix.isEmpty {
          // "4.2bn", "£9m", "14%"; "58th" is no quantity.
          switch meaning(of: suffix) {
          case .scale(let power): reading.multiply(power)
          case .unit(let unit): reading.unit = Int(unit)
          default: return i + 1
          }
        }
      } else if let part = words(i, scanned, range, story) {
        reading.add(part)
        i += 1
        continue
      } else {
        break
      }
      i += 1
    }
    guard reading.isValid, i > first else { return start + 1 }
    // "Parts per billion", "hundreds of people": no figure.
    if isScaleAlone(first, i, range, scanned, story) { return i }
    var next = i
    if reading.unit == 0, let found = unit(i, range, story) {
      reading.unit = found.unit
      next = found.next
    }
    if isYear(reading, first, scanned) {
      let year = reading.value / 1000
      if story.year.map({ year < $0 }) ?? true { draft.statement.years.append(year) }
      return next
    }
    if let month, first > 0, scanned.has(first - 1, month) { return next }
    if let month, next < scanned.count, scanned.has(next, month), scanned.tokens.flags[next].contains(.capitalised) {
      return next
    }
    var quantity = reading.quantity
    // "Control over four regions" is no bound.
    if draft.boundToken >= start - 1, !(quantity.isSmallCount && draft.isLooseBound) { quantity.bound = draft.bound }
    quantity.token = Int32(start)
    quantity.isSupposed = draft.isConditional
    quantity.heads = heads(next, range, scanned, story)
    draft.statement.quantities.append(quantity)
    return next
  }

  /// A power of ten with nothing that it multiplies; "a million" has the article.
  private func isScaleAlone(
    _ first: Int, _ end: Int, _ range: Range<Int>, _ scanned: ScannedText, _ story: Story
  ) -> Bool {
    guard end == first + 1, let part = words(first, scanned, range, story)?.first, case .scale = part else {
      return false
    }
    return first == 0 || !(determiner.map { scanned.has(first - 1, $0) } ?? false)
  }

  private func isPreposition(_ i: Int, _ scanned: ScannedText) -> Bool {
    preposition.map { scanned.has(i, $0) } ?? false
  }

  /// The stems of up to three words behind a number.
  func heads(_ from: Int, _ range: Range<Int>, _ scanned: ScannedText, _ story: Story) -> [UInt64] {
    var out: [UInt64] = []
    var i = from
    while i < range.upperBound, i < from + 6, out.count < 3 {
      guard scanned.tokens.kind[i] == .word else { break }
      // "14 on Wednesday", "14 were hurt": nothing stands there that is counted; "four of the patients" has it behind "of".
      if isPreposition(i, scanned), !(of.map { scanned.has(i, $0) } ?? false) { break }
      if let auxiliary, scanned.has(i, auxiliary) { break }
      if !isFunction(i, scanned) { out.append(story.stems[i]) }
      i += 1
    }
    return out
  }

  func words(_ i: Int, _ scanned: ScannedText, _ range: Range<Int>, _ story: Story) -> [NumberReading.Part]? {
    if let found = book.phrase(at: i, of: story.stems, limit: i + 1) {
      for meaning in found.meanings {
        if case .numeral(let value) = meaning { return [.value(value)] }
        if case .scale(let power) = meaning { return [.scale(power)] }
      }
    }
    guard scanned.tokens.flags[i].contains(.hyphenated) else { return nil }
    // "thirty-seven": each part is a number word.
    let parts = scanned.text.string(scanned.tokens.span(i)).split(separator: "-")
    guard parts.count == 2 else { return nil }
    var out: [NumberReading.Part] = []
    for part in parts {
      let one = rulebook.scan(SourceText(String(part)))
      guard one.tokens.count == 1 else { return nil }
      let stems = [stemmer.stem(0, of: one)]
      guard let found = book.phrase(at: 0, of: stems, limit: 1) else { return nil }
      guard
        let value = found.meanings.compactMap({ m -> Int? in if case .numeral(let v) = m { v } else { nil } }).first
      else { return nil }
      out.append(.value(value))
    }
    return out
  }

  /// What stands behind the digits of a token: a power of ten or a unit.
  func meaning(of suffix: ArraySlice<UInt8>) -> PhraseBook.Meaning? {
    let text = String(decoding: suffix, as: UTF8.self).lowercased()
    let one = rulebook.scan(SourceText(text))
    guard one.tokens.count == 1 else { return nil }
    let stems = [stemmer.stem(0, of: one)]
    return book.phrase(at: 0, of: stems, limit: 1)?.meanings.first {
      switch $0 {
      case .scale, .unit: true
      default: false
      }
    }
  }

  func isYear(_ reading: NumberReading, _ i: Int, _ scanned: ScannedText) -> Bool {
    guard reading.unit == 0, reading.isPlainFour, (1900...2099).contains(reading.value / 1000) else { return false }
    guard i > 0 else { return true }
    return scanned.tokens.kind[i - 1] != .currency
  }

  /// "June 3", "3 June".
  func date(_ i: Int, _ scanned: ScannedText, _ draft: inout Draft) {
    guard let month = months[scanned.tokens.form[i]] else { return }
    for k in [i + 1, i - 1] where k >= 0 && k < scanned.count && scanned.tokens.kind[k] == .number {
      var day = 0
      for byte in scanned.text.bytes[Int(scanned.tokens.start[k])..<Int(scanned.tokens.end[k])] {
        guard byte >= 0x30, byte <= 0x39, day < 100 else { break }
        day = day * 10 + Int(byte - 0x30)
      }
      if (1...31).contains(day) {
        draft.statement.days.append(month * 100 + day)
        return
      }
    }
  }
}
