import HearsayRules
import HearsayText

/// Reads dates as publishers write them and gives them as `YYYY-MM-DD`.
///
/// Nothing is guessed: a date without a year is none, and of 03/04/2024 nobody can say whether it is in March or April.
struct PublicationDate {
  let lexicons: PageLexicons

  /// The first full date in a range of tokens.
  func first(in range: Range<Int>, of scanned: borrowing ScannedText) -> String? {
    guard !range.isEmpty else { return nil }
    for i in range {
      if let date = named(at: i, range, scanned) { return date }
      let kind = scanned.tokens.kind[i]
      if kind == .number || scanned.tokens.flags[i].contains(.hasDigit) {
        let end = Int(scanned.tokens.end[range.upperBound - 1])
        if let date = Self.numeric(scanned.text.bytes[Int(scanned.tokens.start[i])..<end]) { return date }
      }
    }
    return nil
  }

  /// A date that a format states: ISO 8601 and its relatives, or words.
  func read(_ date: String, _ rulebook: Rulebook) -> String? {
    if let numeric = Self.numeric(Array(date.utf8)[...].drop { $0 == 0x20 }) { return numeric }
    let scanned = rulebook.scan(SourceText(date))
    return first(in: 0..<scanned.tokens.count, of: scanned)
  }

  // MARK: Dates with a month's name

  /// "May 3, 2024", "3 May 2024", "3rd of May, 2024", by the month's place.
  private func named(at i: Int, _ range: Range<Int>, _ scanned: borrowing ScannedText) -> String? {
    guard scanned.isWord(i), scanned.isCapitalised(i), hasNumberNear(i, range, scanned),
      let month = month(i, scanned)
    else { return nil }
    // Behind the month: a day and a year, or the year alone when the day stands before it.
    var next = i + 1
    if next < range.upperBound, scanned.isMark(next, ".") { next += 1 }
    if let day = number(next, range, scanned), (1...31).contains(day) {
      var place = next + 1
      if place < range.upperBound, scanned.isMark(place, ",") { place += 1 }
      if let year = number(place, range, scanned) { return Self.valid(year, month, day) }
    }
    if next < range.upperBound, scanned.isMark(next, ",") { next += 1 }
    guard let year = number(next, range, scanned), year > 31 else { return nil }
    var before = i - 1
    // "3 of May": a small word may stand between.
    if before > range.lowerBound, scanned.isWord(before), !scanned.tokens.flags[before].contains(.hasDigit) {
      before -= 1
    }
    guard before >= range.lowerBound, let day = number(before, range, scanned) else { return nil }
    return Self.valid(year, month, day)
  }

  /// A glance before the month is looked up.
  private func hasNumberNear(_ i: Int, _ range: Range<Int>, _ scanned: borrowing ScannedText) -> Bool {
    (max(range.lowerBound, i - 2)..<min(range.upperBound, i + 3)).contains {
      $0 != i && (scanned.tokens.kind[$0] == .number || scanned.tokens.flags[$0].contains(.hasDigit))
    }
  }

  private func month(_ i: Int, _ scanned: borrowing ScannedText) -> Int? {
    // "Sept.", "SEP" and "September" are one; the first three letters tell.
    let word = scanned.text.string(scanned.tokens.span(i)).lowercased().filter { $0 != "." }
    guard word.count >= 3 else { return nil }
    return lexicons.months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// A number of at most four digits, which may carry letters behind it (3rd).
  private func number(_ i: Int, _ range: Range<Int>, _ scanned: borrowing ScannedText) -> Int? {
    guard range.contains(i), scanned.tokens.flags[i].contains(.hasDigit) || scanned.tokens.kind[i] == .number else {
      return nil
    }
    let bytes = scanned.text.bytes[Int(scanned.tokens.start[i])..<Int(scanned.tokens.end[i])]
    let digits = bytes.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard (1...4).contains(digits.count) else { return nil }
    let rest = bytes.dropFirst(digits.count)
    guard rest.count <= 2, rest.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  // MARK: Dates of digits

  /// `2024-05-03`, `2024/5/3`, `20240503`, `3.5.2024`; `3/15/2024` where only one reading is a date.
  static func numeric(_ bytes: ArraySlice<UInt8>) -> String? {
    var parts: [(value: Int, length: Int)] = []
    var signs: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex, parts.count < 3 {
      let digits = bytes[i...].prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard (1...8).contains(digits.count) else { break }
      parts.append((digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count))
      i += digits.count
      guard i < bytes.endIndex, [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(bytes[i]) else {
        break
      }
      signs.append(bytes[i])
      i += 1
    }
    if parts.count == 1, parts[0].length == 8, i == bytes.endIndex || bytes[i] == UInt8(ascii: "T") {
      let value = parts[0].value
      return valid(value / 10_000, value / 100 % 100, value % 100)
    }
    guard parts.count == 3, signs.count >= 2, signs[0] == signs[1] else { return nil }
    if parts[0].length == 4 { return valid(parts[0].value, parts[1].value, parts[2].value) }
    guard parts[2].length == 4, parts[0].length <= 2, parts[1].length <= 2 else { return nil }
    let dayFirst = valid(parts[2].value, parts[1].value, parts[0].value)
    // Only with full stops is the order of day and month the same everywhere.
    if signs[0] == UInt8(ascii: ".") { return dayFirst }
    let monthFirst = valid(parts[2].value, parts[0].value, parts[1].value)
    if dayFirst == monthFirst { return dayFirst }
    return dayFirst == nil ? monthFirst : monthFirst == nil ? dayFirst : nil
  }

  /// The date, if the calendar has it; years from 1600 on, because no newspaper is older.
  static func valid(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1600...2199).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...length).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension Page {
  /// A short line that holds a full date, and no sentence of the story.
  func isDateLine(_ block: Int) -> Bool {
    guard facts[block].words >= 2, facts[block].words <= 16, facts[block].ending != .stop || facts[block].words <= 6
    else { return false }
    return PublicationDate(lexicons: lexicons).first(in: facts[block].tokens, of: scanned) != nil
  }

  /// A line that opens with "Published" or "Updated".
  func isDateLabel(_ block: Int) -> Bool {
    guard facts[block].words <= 14, facts[block].ending != .stop else { return false }
    return (opening(block, lexicons.published) ?? opening(block, lexicons.updated)) != nil
      && (isDateLine(block) || facts[block].words <= 2)
  }

  /// The date in the text: behind "Published" first, then in the lines above the story, then in the dateline.
  func publishedInText() -> String? {
    let reader = PublicationDate(lexicons: lexicons)
    let lines = facts.indices.filter { kinds[$0] == .dateline || kinds[$0] == .byline }
    for block in lines {
      let tokens = facts[block].tokens
      for i in tokens {
        guard let end = scanned.entryEnd(at: i, lexicons.published, limit: tokens.upperBound) else { continue }
        if let date = reader.first(in: end..<tokens.upperBound, of: scanned) { return date }
      }
    }
    for block in lines where block < firstProse || kinds[block] == .dateline {
      if opening(block, lexicons.updated) != nil { continue }
      if let date = reader.first(in: facts[block].tokens, of: scanned) { return date }
    }
    return nil
  }
}
