import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsayTestSupport
import HearsayText

@testable import HearsayCorroboration

/// Claims made up of reports, without texts: for what must hold of any of them.
struct CoinedClaim {
  /// One report: in which outlet's story it stands, and what it rests on.
  struct Entry: Hashable {
    var outlet: Int
    var basis: Rest
    var grade: Int
    var caveats: [String]
    var isSecondHand: Bool
    var isAgainst: Bool
  }

  enum Rest: Hashable {
    case unstated, vague, own
    case person(Int)
    case anonymous(Int)
    case relay(Int)
  }

  let table: ScoreTable
  let names: NewsroomNames
  let scorer: Scorer

  init() throws {
    let rulebook = try TestRulebook.get()
    table = ScoreTable(rulebook)
    names = NewsroomNames(rulebook, [])
    scorer = Scorer(table)
  }

  func entries(_ dice: inout SplitMix64, upTo most: Int) -> [Entry] {
    (0..<dice.below(most + 1)).map { _ in entry(&dice) }
  }

  func entry(_ dice: inout SplitMix64) -> Entry {
    let outlet = dice.below(5)
    let rest: Rest
    switch dice.below(10) {
    case 0: rest = .unstated
    case 1: rest = .vague
    case 2: rest = .own
    case 3, 4, 5: rest = .person(dice.below(4))
    case 6, 7: rest = .anonymous(dice.chance(1, in: 3) ? dice.below(5) : outlet)
    default: rest = .relay((outlet + 1 + dice.below(4)) % 5)
    }
    let caveats = ["hedged", "unverified"].filter { _ in dice.chance(1, in: 5) }
    return Entry(
      outlet: outlet, basis: rest, grade: dice.below(3), caveats: caveats, isSecondHand: dice.chance(1, in: 4),
      isAgainst: dice.chance(1, in: 4))
  }

  struct Outcome: Equatable {
    var supporting: [Origin]
    var opposing: [Origin]
    var value: Scorer.Value

    var live: Int { supporting.count { !$0.isRetracted } }
    static func == (a: Outcome, b: Outcome) -> Bool {
      a.live == b.live && a.opposing.count == b.opposing.count && a.value.support == b.value.support
        && a.value.denial == b.value.denial
    }
  }

  /// - Parameters:
  ///   - copies: Pairs of places in `entries` that are one text.
  ///   - retracted: Places whose outlet took them back.
  ///   - names: What outlets and people are called: the same numbers under other names must count alike.
  func outcome(
    _ entries: [Entry], copies: [(Int, Int)] = [], retracted: Set<Int> = [], prefix: String = "n"
  ) -> Outcome {
    let statements = entries.enumerated().map { statement($1, $0, prefix) }
    let graph = OriginGraph(
      statements: statements, names: names, namesOfNewsrooms: [:], plainWords: PlainWords(), ownersTogether: true,
      table: table,
      isCopy: { a, b in copies.contains { $0 == (a, b) || $0 == (b, a) } }, retracted: retracted)
    let pro = graph.origins(of: entries.indices.filter { !entries[$0].isAgainst }, stance: .for).origins
    let contra = graph.origins(of: entries.indices.filter { entries[$0].isAgainst }, stance: .against).origins
    let inputs = (pro + contra).filter { !$0.isRetracted }.map {
      Scorer.Input(
        isAgainst: $0.stance == .against, isAnonymous: !$0.isOnRecord,
        weight: $0.factors.reduce(1_000_000) { Scorer.product($0, $1.millionths) })
    }
    return Outcome(supporting: pro, opposing: contra, value: scorer.value(inputs))
  }

  private func statement(_ entry: Entry, _ place: Int, _ prefix: String) -> SourcedStatement {
    func room(_ n: Int) -> String { "\(prefix)-room-\(n)" }
    let basis: Basis
    var grade = Grade.none
    switch entry.basis {
    case .unstated: basis = .unstated
    case .vague: basis = .vague
    case .own: basis = .own(room(entry.outlet))
    case .person(let n):
      basis = .actor(
        Actor(
          kind: .person, name: "\(prefix) person\(n)", words: [prefix, "person\(n)"], description: [UInt64(1000 + n)]))
      grade = .named
    case .anonymous(let n):
      basis = .anonymous(room(n))
      grade = [Grade.anonymousWithAccess, .anonymousWithRole, .anonymous][entry.grade]
    case .relay(let n): basis = .relay(room(n))
    }
    var one = SourcedStatement(
      story: place, attribution: nil, content: [Span(0, 1)], statement: Statement(), basis: basis, grade: grade,
      sentence: 0, newsroom: room(entry.outlet))
    one.caveats = entry.caveats
    one.isSecondHand = entry.isSecondHand
    return one
  }
}
