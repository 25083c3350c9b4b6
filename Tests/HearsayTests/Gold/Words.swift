/// The words of a text in small letters, for comparisons that marks and articles shouldn't decide.
struct Words: Equatable {
  let all: [String]

  private static let small: Set<String> = ["the", "a", "an", "another", "its", "his", "her", "their", "of"]

  init(_ text: String) {
    all = text.lowercased().replacing("’", with: "'")
      .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "_") }
      .map { word in
        var word = word
        while word.first == "'" { word.removeFirst() }
        while word.last == "'" { word.removeLast() }
        return String(word)
      }
      .filter { !$0.isEmpty }
  }

  /// F1 of the two bags of words.
  func overlap(_ other: Words) -> Double {
    guard !all.isEmpty, !other.all.isEmpty else { return 0 }
    var rest: [String: Int] = [:]
    for word in other.all { rest[word, default: 0] += 1 }
    var common = 0
    for word in all {
      guard let left = rest[word], left > 0 else { continue }
      rest[word] = left - 1
      common += 1
    }
    return 2 * Double(common) / Double(all.count + other.all.count)
  }

  /// The same actor: equal without small words, or the one inside the other, or alike in most words.
  static func isSameName(_ a: String, _ b: String) -> Bool {
    let left = Words(a).all.filter { !small.contains($0) }
    let right = Words(b).all.filter { !small.contains($0) }
    guard !left.isEmpty, !right.isEmpty else { return false }
    let (joinedLeft, joinedRight) = (left.joined(separator: " "), right.joined(separator: " "))
    if joinedLeft.contains(joinedRight) || joinedRight.contains(joinedLeft) { return true }
    let leftSet = Set(left.map(singular))
    let rightSet = Set(right.map(singular))
    return leftSet == rightSet || (leftSet.intersection(rightSet).count >= 2 && Words(a).overlap(Words(b)) >= 0.6)
  }

  private static func singular(_ word: String) -> String { word.hasSuffix("s") ? String(word.dropLast()) : word }

  static func isSameChain(_ a: [String], _ b: [String]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy(isSameName)
  }
}
