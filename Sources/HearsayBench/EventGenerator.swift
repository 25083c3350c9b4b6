/// Makes invented stories on many events, the same ones in every run: for each event some reports of its own, and papers that
/// print one of them cut and with a lead of theirs. One sentence in three is somebody's. The words are made up too, from
/// syllables, with frequencies like a language's.
struct EventGenerator {
  private var state: UInt64 = 7
  /// The sentences of the event at hand's reports, which copies are cut from.
  private var reports: [[String]] = []
  private var words: [String] = []
  /// Who speaks on the event at hand.
  private var speakers: [String] = []
  private var left = 0

  mutating func next() -> String {
    if left == 0 { beginEvent() }
    left -= 1
    guard let report = reports.last, number(below: 5) < 2 else {
      let report = (0..<22).map { _ in sentence() }
      reports.append(report)
      return EventGenerator.text(report)
    }
    let length = report.count / 3 + number(below: report.count - report.count / 3)
    return EventGenerator.text([sentence(), sentence()] + report.prefix(length))
  }

  private mutating func beginEvent() {
    left = 1 + number(below: 9)
    reports = []
    words = (0..<60).map { _ in EventGenerator.word(1000 + number(below: 60_000)) }
    speakers = (0..<4).map { i in
      let name = EventGenerator.word(70_000 + number(below: 60_000))
      return EventGenerator.givenNames[i] + " " + name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  /// Some eighteen words, of which two in five join the others, one in four is the event's, and the rest anybody's.
  private mutating func sentence() -> String {
    var text = ""
    for i in 0..<14 + number(below: 9) {
      if i > 0 { text += " " }
      switch number(below: 20) {
      case ..<8: text += EventGenerator.joining[number(below: EventGenerator.joining.count)]
      case ..<13: text += words[min(number(below: 60), number(below: 60))]
      default:
        // The smallest of three even numbers: low ones are far more frequent.
        text += EventGenerator.word(min(number(below: 9000), number(below: 9000), number(below: 9000)))
      }
    }
    switch number(below: 9) {
    case 0: return "\(speakers[number(below: speakers.count)]) said that the \(text)."
    case 1: return "The \(text), \(speakers[number(below: speakers.count)]) told reporters."
    case 2: return "According to two people familiar with the matter, the \(text)."
    default: return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
  }

  private static let givenNames = ["Ada", "Oskar", "Petra", "Ingrid"]

  private static func text(_ sentences: [String]) -> String {
    var text = ""
    for (i, sentence) in sentences.enumerated() { text += sentence + (i % 2 == 0 ? " " : "\n\n") }
    return text
  }

  private static func word(_ number: Int) -> String {
    var text = ""
    var rest = number + 20
    while rest > 0 {
      text += syllables[rest % syllables.count]
      rest /= syllables.count
    }
    return text
  }

  private mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let syllables = [
    "ba", "co", "di", "fen", "gor", "hu", "jal", "ki", "lo", "mer", "na", "pol", "qui", "ras", "sel", "ti", "ur", "ven",
    "wi", "zan",
  ]
  private static let joining = [
    "the", "of", "and", "a", "in", "to", "that", "for", "on", "by", "with", "was", "had", "its",
  ]
}
