/// The answers of a `PhraseFinder` for one scope, so that each question is asked once however many rules ask it.
struct PhraseMemo: Sendable {
  /// Where the answer lies in `answers`; valid when the stamp is the current one.
  private struct Entry: Sendable {
    var stamp: UInt32 = 0
    var start: Int32 = 0
    var count: Int32 = 0
  }

  /// A verb group; empty where the head is no verb of the form.
  private struct Group: Sendable {
    var stamp: UInt32 = 0
    var lower: Int32 = 0
    var upper: Int32 = 0
  }

  private var entries: [Entry] = []
  /// By head and form.
  private var groups: [Group] = []
  private let formCount = VerbForm.allCases.count
  private var answers: [Int] = []
  /// What the finder writes into: it may sort or reverse what it finds, and must not touch older answers.
  private var found: [Int] = []
  private var stamp: UInt32 = 0
  private var scope = 0..<0

  /// Forgets the last scope's answers and keeps their memory.
  mutating func begin(_ scope: Range<Int>) {
    self.scope = scope
    answers.removeAll(keepingCapacity: true)
    let needed = (scope.count + 1) * PhraseType.allCases.count * 2
    if entries.count < needed {
      entries += [Entry](repeating: Entry(), count: needed - entries.count)
    }
    let heads = scope.count * formCount
    if groups.count < heads { groups += [Group](repeating: Group(), count: heads - groups.count) }
    stamp &+= 1
    if stamp == 0 {
      for i in entries.indices { entries[i].stamp = 0 }
      for i in groups.indices { groups[i].stamp = 0 }
      stamp = 1
    }
  }

  /// The verb group of a form round a head, which lies in the scope; empty where there is none.
  mutating func group(_ head: Int, _ form: VerbForm, _ phrases: any PhraseFinder) -> Range<Int> {
    let index = (head &- scope.lowerBound) &* formCount &+ Int(form.rawValue)
    if groups[index].stamp != stamp {
      let found = phrases.verbGroup(head: head, form: form) ?? head..<head
      groups[index] = Group(
        stamp: stamp, lower: Int32(truncatingIfNeeded: found.lowerBound),
        upper: Int32(truncatingIfNeeded: found.upperBound))
    }
    return Int(groups[index].lower)..<Int(groups[index].upper)
  }

  /// The number of candidates for a phrase that begins (`rightwards`) or ends at a position.
  mutating func count(
    _ type: PhraseType, at position: Int, rightwards: Bool, _ phrases: any PhraseFinder
  ) -> Int {
    let index = index(type, position, rightwards)
    if entries[index].stamp != stamp { ask(index, type, position, rightwards, phrases) }
    return Int(entries[index].count)
  }

  /// One candidate, after `count` has been asked.
  func candidate(_ k: Int, _ type: PhraseType, at position: Int, rightwards: Bool) -> Int {
    answers[Int(entries[index(type, position, rightwards)].start) &+ k]
  }

  @inline(__always)
  private func index(_ type: PhraseType, _ position: Int, _ rightwards: Bool) -> Int {
    let row = Int(type.rawValue) &* 2 &+ (rightwards ? 1 : 0)
    return row &* (scope.count &+ 1) &+ position &- scope.lowerBound
  }

  private mutating func ask(
    _ index: Int, _ type: PhraseType, _ position: Int, _ rightwards: Bool, _ phrases: any PhraseFinder
  ) {
    let first = answers.count
    found.removeAll(keepingCapacity: true)
    if rightwards {
      if position < scope.upperBound { phrases.ends(of: type, from: position, scope: scope, into: &found) }
    } else if position > scope.lowerBound {
      phrases.starts(of: type, to: position, scope: scope, into: &found)
    }
    // A finder that leaves the scope must not lead the matcher out of it.
    for other in found {
      let isInside =
        rightwards
        ? other > position && other <= scope.upperBound : other < position && other >= scope.lowerBound
      if isInside { answers.append(other) }
    }
    entries[index] = Entry(stamp: stamp, start: Int32(first), count: Int32(answers.count - first))
  }
}
