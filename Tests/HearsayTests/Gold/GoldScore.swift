import HearsayAttribution
import HearsayTestSupport

/// How much of a gold was found, and how much of it right.
struct GoldScore {
  private(set) var gold = 0
  private(set) var found = 0
  private(set) var chains = 0
  private(set) var anonymity = 0
  private(set) var goldCaveats = 0
  private(set) var caveats = 0
  private(set) var predicted = 0
  /// What was missed or is wrong, one line each.
  private(set) var misses: [String] = []

  /// Contents that share this much of their words (F1) are the same.
  private static let sameContent = 0.7

  /// The shares that the baseline holds, by name.
  var measures: [(name: String, value: Double)] {
    func share(_ a: Int, _ b: Int) -> Double { b == 0 ? 0 : Double(a) / Double(b) }
    return [
      ("found", share(found, gold)), ("chains", share(chains, gold)), ("anonymity", share(anonymity, found)),
      ("caveats", share(caveats, goldCaveats)), ("precision", share(found, predicted)),
    ]
  }

  mutating func add(_ story: GoldStory, _ read: ReadStory) {
    var rest = read.attributions
    predicted += rest.count
    for statement in story.attributions {
      let wanted = Words(statement.content.joined(separator: " "))
      let best = rest.indices.map { (index: $0, share: wanted.overlap(Words(read.string(rest[$0].content)))) }
        .max { $0.share < $1.share }
      guard let best, best.share >= Self.sameContent else {
        if statement.optional == true { continue }
        gold += 1
        goldCaveats += statement.caveats.count
        misses.append("\(story.story): missed “\(statement.content.joined(separator: " … "))”")
        continue
      }
      gold += 1
      found += 1
      goldCaveats += statement.caveats.count
      compare(statement, rest.remove(at: best.index), in: story.story)
    }
  }

  private mutating func compare(_ statement: GoldStory.Statement, _ got: Attribution, in story: String) {
    let place = "\(story): “\(statement.content.joined(separator: " … "))”"
    let chain = got.chain.map(\.name)
    let right = [statement.chain] + (statement.chainAlternatives ?? [])
    if right.contains(where: { Words.isSameChain($0, chain) }) {
      chains += 1
    } else {
      misses.append("\(place): the chain is \(chain), not \(statement.chain)")
    }
    if got.speaker?.anonymous ?? false == statement.anonymous {
      anonymity += 1
    } else {
      misses.append("\(place): \(statement.anonymous ? "is" : "is not") anonymous")
    }
    for caveat in statement.caveats {
      if got.caveats.contains(where: { $0.caveat == caveat }) {
        caveats += 1
      } else {
        misses.append("\(place): lacks \(caveat)")
      }
    }
  }
}
