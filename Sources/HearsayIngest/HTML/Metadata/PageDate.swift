/// Reads the day out of what pages write as dates, in any language that the rulebook knows the months of.
///
/// Nothing is guessed: a date without a year is none, and where day and month could change places the page's language must
/// tell, or there is no date.
struct PageDate {
  let words: MetadataWords
  /// Whether the page writes the month first: American pages do.
  var isMonthFirst: Bool?

  /// The first date in a text, as `YYYY-MM-DD`.
  func read(_ text: String) -> String? {
    let parts = Self.parts(text)
    for i in parts.indices.prefix(60) {
      if let date = numeric(parts, i) ?? named(parts, i) { return date }
    }
    return nil
  }

  private enum Part {
    case number(value: Int, digits: Int)
    case word(String)
    case mark(Unicode.Scalar)
  }

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var value = 0
    var digits = 0
    var word = ""
    func flush() {
      if digits > 0 { parts.append(.number(value: value, digits: digits)) }
      if !word.isEmpty { parts.append(.word(word)) }
      value = 0
      digits = 0
      word = ""
    }
    for scalar in text.unicodeScalars.prefix(400) {
      if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
        if !word.isEmpty { flush() }
        digits += 1
        // Longer numbers are no part of a date; the value only must not overflow.
        if digits <= 14 { value = value * 10 + Int(digit) }
      } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        if digits > 0 { flush() }
        word.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      } else {
        flush()
        if scalar != " " { parts.append(.mark(scalar)) }
      }
    }
    flush()
    return parts
  }

  private func number(_ parts: [Part], _ i: Int) -> (value: Int, digits: Int)? {
    guard parts.indices.contains(i), case .number(let value, let digits) = parts[i] else { return nil }
    return (value, digits)
  }

  private func mark(_ parts: [Part], _ i: Int) -> Unicode.Scalar? {
    guard parts.indices.contains(i), case .mark(let mark) = parts[i] else { return nil }
    return mark
  }

  // MARK: Digits

  private func numeric(_ parts: [Part], _ i: Int) -> String? {
    guard let first = number(parts, i) else { return nil }
    if first.digits == 8 || first.digits == 14 || first.digits == 12 {
      let day = first.digits == 8 ? first.value : first.value / (first.digits == 14 ? 1_000_000 : 10_000)
      if let date = Self.valid(day / 10_000, day / 100 % 100, day % 100) { return date }
    }
    // Seconds since 1970, as scripts write them.
    if first.digits == 10, parts.count == 1 { return Self.day(ofSeconds: first.value) }
    if first.digits == 13, parts.count == 1 { return Self.day(ofSeconds: first.value / 1000) }
    if first.digits == 4, let date = asian(parts, i, first.value) { return date }
    guard let mark = mark(parts, i + 1), ["-", "/", ".", "‐", "‑", "–"].contains(mark),
      let second = number(parts, i + 2),
      second.digits <= 2, self.mark(parts, i + 3) == mark, let third = number(parts, i + 4)
    else { return nil }
    if first.digits == 4 { return third.digits <= 2 ? Self.valid(first.value, second.value, third.value) : nil }
    guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
    let year = third.digits == 4 ? third.value : 2000 + third.value
    let dayFirst = Self.valid(year, second.value, first.value)
    if mark == "." || mark == "-" && third.digits == 4 && isMonthFirst != true { return dayFirst }
    let monthFirst = Self.valid(year, first.value, second.value)
    if dayFirst == monthFirst { return dayFirst }
    guard dayFirst != nil, monthFirst != nil else { return dayFirst ?? monthFirst }
    return isMonthFirst.flatMap { $0 ? monthFirst : dayFirst }
  }

  /// 2024年5月3日, 2024년 5월 3일.
  private func asian(_ parts: [Part], _ i: Int, _ year: Int) -> String? {
    guard parts.indices.contains(i + 4), case .word(let sign) = parts[i + 1], ["年", "년"].contains(sign),
      let month = number(parts, i + 2), case .word = parts[i + 3], let day = number(parts, i + 4)
    else { return nil }
    return Self.valid(year, month.value, day.value)
  }

  // MARK: Months by name

  private func named(_ parts: [Part], _ i: Int) -> String? {
    guard case .word(let word) = parts[i], let month = words.month(word) else { return nil }
    let next = skip(parts, i + 1, over: [".", ",", "-", "/", "'"], 1)
    // May 3, 2024
    if let day = number(parts, next), day.digits <= 2 {
      var place = skip(parts, next + 1, over: [",", ".", "-", "/"], 1)
      // "3rd", "at", "2024".
      for _ in 0..<2 {
        if parts.indices.contains(place), case .word(let small) = parts[place], small.utf8.count <= 6 { place += 1 }
        place = skip(parts, place, over: [",", "."], 1)
      }
      if let year = number(parts, place), year.digits == 4, let date = Self.valid(year.value, month, day.value) {
        return date
      }
    }
    // 2023 Jan 7
    if let year = number(parts, i - 1), year.digits == 4, let day = number(parts, next), day.digits <= 2,
      let date = Self.valid(year.value, month, day.value)
    {
      return date
    }
    // 3 May 2024, 3. Mai 2024, 3 de mayo de 2024, 3rd of May 2024
    var place = next
    if parts.indices.contains(place), case .word(let small) = parts[place], small.utf8.count <= 4 { place += 1 }
    guard let year = number(parts, place), year.digits == 4 || year.digits == 2 else { return nil }
    var before = i - 1
    for _ in 0..<2 {
      if before > 0, case .word(let small) = parts[before], small.utf8.count <= 4 { before -= 1 }
      if before > 0, case .mark(let mark) = parts[before], [".", "-", "/", ",", "º", "°"].contains(mark) {
        before -= 1
      }
    }
    guard let day = number(parts, before), day.digits <= 2 else { return nil }
    return Self.valid(year.digits == 4 ? year.value : 2000 + year.value, month, day.value)
  }

  private func skip(_ parts: [Part], _ i: Int, over marks: [Unicode.Scalar], _ most: Int) -> Int {
    var i = i
    for _ in 0..<most { if let mark = mark(parts, i), marks.contains(mark) { i += 1 } }
    return i
  }

  // MARK: The calendar

  /// The date, if the calendar has it; the web's stories are not older than some decades, and archives put few before 1850 on it.
  static func valid(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1850...2099).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    guard (1...length).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The day of a moment in Greenwich.
  static func day(ofSeconds seconds: Int) -> String? {
    guard seconds > 0, seconds < 4_102_444_800 else { return nil }
    // Days from the civil calendar, counted from 1 March of the year 0 in eras of 400 years.
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return valid(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The number of a day, `YYYY-MM-DD`, counted from one day of long ago.
  static func number(ofDay date: String) -> Int? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let month = (parts[1] + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + parts[2] - 1
  }

  /// The date in an address: `/2024/05/03/`, `-20240503`, `2024-05-03`.
  static func inAddress(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    var i = 0
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= bytes.count else { return nil }
      var value = 0
      for k in from..<from + count {
        guard bytes[k] >= 0x30, bytes[k] <= 0x39 else { return nil }
        value = value * 10 + Int(bytes[k] - 0x30)
      }
      return value
    }
    func isDigit(_ at: Int) -> Bool { at >= 0 && at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    while i + 8 <= bytes.count {
      defer { i += 1 }
      guard !isDigit(i - 1), let year = number(i, 4), (1990...2099).contains(year) else { continue }
      if let month = number(i + 4, 2), let day = number(i + 6, 2),
        !isDigit(i + 8) || number(i + 8, 4) != nil && !isDigit(i + 14)
      {
        if let date = valid(year, month, day) { return date }
      }
      guard i + 4 < bytes.count, [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(bytes[i + 4]) else {
        continue
      }
      let monthLength = isDigit(i + 6) ? 2 : 1
      guard let month = number(i + 5, monthLength), i + 5 + monthLength < bytes.count,
        bytes[i + 5 + monthLength] == bytes[i + 4]
      else { continue }
      let place = i + 6 + monthLength
      let dayLength = isDigit(place + 1) ? 2 : 1
      guard let day = number(place, dayLength), !isDigit(place + dayLength) else { continue }
      if let date = valid(year, month, day) { return date }
    }
    return nil
  }
}
