/// How well the sentences of some texts were found: texts whose list is exactly the expected one, and borders between sentences.
///
/// White space counts for nothing, and a border is told by how many other characters stand before it, as in the scorers of
/// the golden rules, so that a sentence joined out of two lines is the one that was expected.
public struct SentenceScore: Sendable {
  public private(set) var exact = Share()
  public private(set) var borders = Counts()

  public init() {}

  public mutating func add(expected: [String], found: [String]) {
    let expected = expected.map(Self.squeezed)
    let found = found.map(Self.squeezed)
    exact.count(expected == found)
    let gold = Self.borders(expected)
    let predicted = Self.borders(found)
    let shared = gold.intersection(predicted).count
    borders += Counts(
      right: shared, wrong: predicted.count - shared, found: shared, missed: gold.count - shared)
  }

  public static func += (a: inout SentenceScore, b: SentenceScore) {
    a.exact += b.exact
    a.borders += b.borders
  }

  /// With one space for any white space, and none at the ends.
  private static func squeezed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  /// How many characters stand before each border.
  private static func borders(_ sentences: [String]) -> Set<Int> {
    var places: Set<Int> = []
    var place = 0
    for sentence in sentences.dropLast() {
      place += sentence.unicodeScalars.count { !$0.properties.isWhitespace }
      places.insert(place)
    }
    return places
  }
}
