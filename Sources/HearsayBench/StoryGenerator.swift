/// Makes invented news stories, the same ones in every run: paragraphs of the kinds that real stories have, filled
/// from small lists, so that the benchmark needs no texts of anybody else.
struct StoryGenerator {
  private var state: UInt64
  /// Names places and trades by words of a long tail, as a large collection of news does.
  private let usesRareWords: Bool

  init(seed: UInt64 = 1, usesRareWords: Bool = false) {
    state = seed
    self.usesRareWords = usesRareWords
  }

  /// About four kilobytes: a headline and some twenty paragraphs.
  mutating func next() -> (title: String, text: String) {
    let outlet = pick(Self.outlets)
    let title = "\(pick(Self.places)) \(pick(Self.events)), \(pick(Self.outlets)) reports"
    var text = title + "\n\n"
    text += "\(pick(Self.places)) \(pick(Self.events)) on \(pick(Self.days)), "
    text += "\(outlet) reported on \(pick(Self.days)), "
    text += "citing \(pick(["two", "three", "four"])) people familiar with the matter.\n\n"
    for _ in 0..<18 { text += paragraph(outlet) + "\n\n" }
    return (title, text)
  }

  private mutating func paragraph(_ outlet: String) -> String {
    let name = "\(pick(Self.firstNames)) \(pick(Self.lastNames))"
    let surname = name.split(separator: " ").last.map(String.init) ?? name
    let role = pick(Self.roles)
    switch number(below: 7) {
    case 0: return "“\(clause()),” said \(name), \(article(role)) \(role). “\(clause()).”"
    case 1: return "\(article(role).capitalizedFirst) \(role) told \(outlet) that \(clause(lower: true)). \(clause())."
    case 2: return "According to \(pick(Self.outlets)), \(clause(lower: true)), and \(clause(lower: true))."
    case 3: return "\(outlet) could not independently verify the account. \(clause())."
    case 4:
      return "\(name) denied that \(clause(lower: true)). \"\(clause()),\" \(surname) added, "
        + "speaking on condition that the place not be named."
    case 5:
      return "\(clause()). \(clause()), and the figure rose by \(number(below: 90) + 5) percent "
        + "to $4.\(number(below: 9)) million."
    default: return "\(name)’s office did not respond to a request for comment. \(clause())."
    }
  }

  private mutating func clause(lower: Bool = false) -> String {
    let subject = pick(Self.subjects)
    var sentence =
      "\(subject) \(pick(Self.verbs)) \(pick(Self.objects)) \(pick(Self.adjuncts)) \(pick(Self.endings))"
    if usesRareWords { sentence += " near \(rareWord().capitalizedFirst) and the \(rareWord()) works" }
    return lower ? sentence : sentence.capitalizedFirst
  }

  /// Low numbers come up most, as common words do.
  private mutating func rareWord() -> String {
    let bound = RareWords.count
    return RareWords.word(number(below: number(below: number(below: bound) + 1) + 1))
  }

  private func article(_ noun: String) -> String { "aeiou".contains(noun.first ?? "x") ? "an" : "a" }

  private mutating func pick(_ list: [String]) -> String { list[number(below: list.count)] }

  /// A linear congruential generator: quick, and the same on every machine.
  private mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let outlets = [
    "The Ellery Courier", "The Skerrin Tribune", "Radio Holmsey", "The Quay Times", "the Northshore Gazette",
  ]
  private static let places = ["Port Ellery", "Skerrin", "The Holmsey council", "The harbour board", "Eastmark"]
  private static let events = [
    "closes its only bridge", "weighs a new ferry contract", "halts work on the sea wall", "recalls its buses",
  ]
  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
  private static let firstNames = ["Helen", "Anselm", "Orla", "Tomas", "Nadia", "Piers", "Jonas", "Ada"]
  private static let lastNames = ["Varga", "Gray", "Quist", "Ilvary", "Ferrow", "Aldane", "Reik", "Quill"]
  private static let roles = [
    "council official", "engineer at the port", "spokesperson for the ferry company", "senior diplomat",
    "resident of the old town", "union lawyer", "analyst who follows the harbour",
  ]
  private static let subjects = [
    "the board", "the engineers", "a third contractor", "the town", "nobody in the office", "the ministry of works",
    "most of the crew", "the inspectors’ first report",
  ]
  private static let verbs = [
    "had postponed", "would not approve", "was still waiting for", "may reconsider", "has quietly paid for", "lost",
  ]
  private static let objects = [
    "the repairs", "a second survey", "its own findings", "forty of the drawings", "the license", "the new timetable",
  ]
  private static let adjuncts = [
    "before the storm", "without telling the mayor", "for the third time this year", "at the end of March",
    "after a long meeting", "in the eastern district",
  ]
  private static let endings = [
    "because the money had run out", "while the ferries were full", "and kept the public in the dark",
    "despite two earlier warnings", "although the law is clear", "as the deadline passed",
  ]
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
