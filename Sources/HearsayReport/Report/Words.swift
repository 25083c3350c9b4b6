import HearsayAttribution

// How a report puts things together in English. Nothing here looks at a story; it only prints what was found.
enum Words {
  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], joining last: String = "and") -> String {
    guard items.count > 1, let end = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  /// With one full stop at the end, also behind a name that ends in one ("U.S.").
  static func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

  /// The first few, and how many more.
  static func some(_ items: [String], _ most: Int = 3) -> String {
    guard items.count > most else { return list(items) }
    return items.prefix(most).joined(separator: ", ") + " and \(items.count - most) more"
  }

  /// One line, cut behind a word.
  static func shortened(_ text: String, to width: Int) -> String {
    let words = Escaping.line(text)
    guard words.count > width else { return words }
    let start = words.prefix(width - 1)
    let end = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return (end.count > width / 2 ? end : start) + "…"
  }

  static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `one`, `two` … `nine`, `10`.
  static func number(_ n: Int) -> String {
    let small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return small.indices.contains(n) ? small[n] : String(n)
  }

  /// `one statement`, `three statements`.
  static func count(_ n: Int, _ noun: String) -> String {
    guard n != 1 else { return "\(number(n)) \(noun)" }
    return "\(number(n)) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
  }

  /// `“…”`, without marks that the words have already.
  static func quoted(_ text: String, _ width: Int = 80) -> String {
    let words = shortened(text, to: width)
    let marks: Set<Character> = ["“", "”", "\"", "„", "«", "»"]
    var inner = words[...]
    // A mark at an edge whose partner is at the other edge, or cut off, would stand twice.
    let count = words.count { marks.contains($0) }
    if let last = inner.last, marks.contains(last), count % 2 == 1 || inner.first.map(marks.contains) == true {
      inner = inner.dropLast()
    }
    if let first = inner.first, marks.contains(first), inner.count(where: { marks.contains($0) }) % 2 == 1 {
      inner = inner.dropFirst()
    }
    return "“" + inner + "”"
  }

  static func chain(_ links: [Link]) -> String { links.map(\.words).joined(separator: " → ") }
}
