import HearsayText

/// Runs programs: from an anchor outwards, each side with its own backtracking, within a budget of steps.
///
/// The two sides of a program share nothing but the anchor, so the best match is the best left side and the best right
/// side; a failure on one side never reopens the other. A budget for each attempt keeps the whole linear in the text,
/// whatever the rules are; an attempt that spends it fails.
struct Machine: Sendable {
  /// Steps that one side of one attempt may take. Rules of the shipped rulebook take some ten.
  static let budget = 2_000
  /// How far before or behind the head of a verb group its border may lie.
  static let verbReach = 8

  private struct Frame {
    var pc: Int32
    var position: Int32
    /// The candidate to try next; for a gap the number of tokens.
    var candidate: Int32
    var trail: Int32
    var gaps: Int32
  }

  private struct Change {
    var bound: Int32
    var old: Int32
  }

  private var frames: [Frame] = []
  private var trail: [Change] = []
  var memo = PhraseMemo()
  /// The captures of the attempt that runs.
  var slots = CaptureSlots()
  /// Tokens in gaps of the attempt that runs.
  var gaps = 0
  /// All steps taken so far: what tests of hostile input count.
  var steps = 0

  /// Runs one side from a position and returns where it ended.
  mutating func run(
    _ engine: Engine, _ entry: Int32, from start: Int, rightwards: Bool, in scanned: ScannedText,
    scope: Range<Int>, _ phrases: some PhraseFinder
  ) -> Int? {
    frames.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    var pc = Int(entry)
    var position = start
    var candidate = 0
    let limit = steps &+ Self.budget
    while true {
      steps &+= 1
      if steps > limit { return nil }
      let instruction = engine.code[pc]
      // The position after this instruction; below zero when it fails.
      var next = -1
      switch instruction.operation {
      case .word:
        let token = rightwards ? position : position &- 1
        if scope.contains(token), scanned.tokens.form[token] == Form(bitPattern: instruction.a) {
          next = rightwards ? position &+ 1 : token
        }
      case .words:
        let token = rightwards ? position : position &- 1
        if scope.contains(token),
          engine.holds(scanned.tokens.form[token], first: instruction.a, count: instruction.b)
        {
          next = rightwards ? position &+ 1 : token
        }
      case .lexicon:
        let token = rightwards ? position : position &- 1
        if scope.contains(token), scanned.has(token, Predicate(index: UInt16(truncatingIfNeeded: instruction.a))) {
          next = rightwards ? position &+ 1 : token
        }
      case .lexiconOrPhrase, .verb, .type:
        let found = choose(instruction, candidate, position, rightwards, scanned, scope, phrases)
        if let found {
          next = found.position
          if found.hasMore { push(pc, position, candidate &+ 1) }
        }
        candidate = 0
      case .gap:
        let end = rightwards ? position &+ candidate : position &- candidate
        if end >= scope.lowerBound, end <= scope.upperBound {
          if candidate < Int(instruction.a) { push(pc, position, candidate &+ 1) }
          gaps &+= candidate
          next = end
        }
        candidate = 0
      case .split:
        push(Int(instruction.a), position, 0)
        next = position
      case .jump:
        pc = Int(instruction.a)
        continue
      case .bound:
        trail.append(Change(bound: instruction.a, old: slots.bound(Int(instruction.a))))
        slots.setBound(Int(instruction.a), Int32(truncatingIfNeeded: position))
        next = position
      case .start:
        if position == scope.lowerBound { next = position }
      case .end:
        if engine.isEnd(position, in: scanned, scope: scope) { next = position }
      case .accept:
        return position
      }
      if next >= 0 {
        position = next
        pc &+= 1
        continue
      }
      guard let frame = frames.popLast() else { return nil }
      pc = Int(frame.pc)
      position = Int(frame.position)
      candidate = Int(frame.candidate)
      gaps = Int(frame.gaps)
      while trail.count > Int(frame.trail), let change = trail.popLast() {
        slots.setBound(Int(change.bound), change.old)
      }
    }
  }

  private mutating func push(_ pc: Int, _ position: Int, _ candidate: Int) {
    frames.append(
      Frame(
        pc: Int32(truncatingIfNeeded: pc), position: Int32(truncatingIfNeeded: position),
        candidate: Int32(truncatingIfNeeded: candidate), trail: Int32(truncatingIfNeeded: trail.count),
        gaps: Int32(truncatingIfNeeded: gaps)))
  }

  /// The `candidate`-th way to match an instruction that has several.
  private mutating func choose(
    _ instruction: Instruction, _ candidate: Int, _ position: Int, _ rightwards: Bool, _ scanned: ScannedText,
    _ scope: Range<Int>, _ phrases: some PhraseFinder
  ) -> (position: Int, hasMore: Bool)? {
    if instruction.operation == .type {
      guard let type = PhraseType(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return nil }
      let count = memo.count(type, at: position, rightwards: rightwards, phrases)
      guard candidate < count else { return nil }
      return (memo.candidate(candidate, type, at: position, rightwards: rightwards), candidate &+ 1 < count)
    }
    let predicate = Predicate(index: UInt16(truncatingIfNeeded: instruction.a))
    if instruction.operation == .lexiconOrPhrase {
      return entry(predicate, candidate, position, rightwards, scanned, scope)
    }
    return verb(
      predicate, phrases: instruction.b & 1 != 0,
      form: VerbForm(rawValue: UInt8(truncatingIfNeeded: instruction.b >> 1)) ?? .finite, candidate, position, rightwards, scanned, scope, phrases)
  }

  /// Entries at a position: phrases, the longest first, then the single token.
  private func entry(
    _ predicate: Predicate, _ candidate: Int, _ position: Int, _ rightwards: Bool, _ scanned: ScannedText,
    _ scope: Range<Int>
  ) -> (position: Int, hasMore: Bool)? {
    let token = rightwards ? position : position &- 1
    guard scope.contains(token) else { return nil }
    var left = candidate
    var found = -1
    let hits = rightwards ? scanned.hits(startingAt: position) : scanned.hits(endingAt: position)
    for hit in hits where hit.end - hit.start > 1 && scanned.has(hit, predicate) {
      let other = rightwards ? hit.end : hit.start
      guard other >= scope.lowerBound, other <= scope.upperBound else { continue }
      if found >= 0 { return (found, true) }
      if left == 0 { found = other }
      left &-= 1
    }
    if scanned.has(token, predicate) {
      if found >= 0 { return (found, true) }
      if left == 0 { return (rightwards ? position &+ 1 : token, false) }
    }
    return found >= 0 ? (found, false) : nil
  }

  /// Verb groups that begin (or end) at a position: by the distance of the head, the longest entry first.
  private mutating func verb(
    _ predicate: Predicate, phrases hasPhrases: Bool, form: VerbForm, _ candidate: Int, _ position: Int,
    _ rightwards: Bool, _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: some PhraseFinder
  ) -> (position: Int, hasMore: Bool)? {
    var left = candidate
    var found = -1
    for distance in 0..<Self.verbReach {
      let head = rightwards ? position &+ distance : position &- 1 &- distance
      guard scope.contains(head) else { break }
      var ends = VerbEnds(scanned, predicate, head: head, phrases: hasPhrases)
      while let end = ends.next(in: scanned) {
        steps &+= 1
        guard let group = VerbEnds.element(head: head, end: end, form, scope: scope, phrases) else { continue }
        guard (rightwards ? group.lowerBound : group.upperBound) == position else { continue }
        if found >= 0 { return (found, true) }
        if left == 0 { found = rightwards ? group.upperBound : group.lowerBound }
        left &-= 1
      }
    }
    return found >= 0 ? (found, false) : nil
  }
}

/// The ends of the entries of a predicate that begin at a head, the longest first.
struct VerbEnds {
  private var hits: ArraySlice<PhraseHit>
  private let predicate: Predicate
  private let head: Int
  private var isSingleLeft = true

  init(_ scanned: ScannedText, _ predicate: Predicate, head: Int, phrases: Bool) {
    self.predicate = predicate
    self.head = head
    hits = phrases ? scanned.hits(startingAt: head) : []
  }

  mutating func next(in scanned: ScannedText) -> Int? {
    while let hit = hits.popFirst() {
      if hit.end - hit.start > 1, scanned.has(hit, predicate) { return hit.end }
    }
    guard isSingleLeft else { return nil }
    isSingleLeft = false
    return scanned.has(head, predicate) ? head + 1 : nil
  }

  /// What `verb @lexicon` covers: the verb group of the head, and all of an entry that is longer than it.
  static func element(
    head: Int, end: Int, _ form: VerbForm, scope: Range<Int>, _ phrases: some PhraseFinder
  ) -> Range<Int>? {
    guard let group = phrases.verbGroup(head: head, form: form) else { return nil }
    let lower = min(group.lowerBound, head)
    let upper = max(group.upperBound, end)
    return lower >= scope.lowerBound && upper <= scope.upperBound ? lower..<upper : nil
  }
}

extension Engine {
  @inline(__always)
  func holds(_ form: Form, first: Int32, count: Int32) -> Bool {
    var i = Int(first)
    let end = i &+ Int(count)
    while i < end {
      if forms[i] == form { return true }
      i &+= 1
    }
    return false
  }

  /// Whether nothing but final stops and closing quotation marks lies between a position and the scope's end.
  func isEnd(_ position: Int, in scanned: ScannedText, scope: Range<Int>) -> Bool {
    guard position >= scope.lowerBound, position <= scope.upperBound else { return false }
    // More of them than this are no end of a sentence.
    guard scope.upperBound - position <= 4 else { return false }
    for i in position..<scope.upperBound {
      let isClosing =
        scanned.tokens.kind[i] == .quotationMark && !scanned.tokens.flags[i].contains(.opens)
      if !isClosing, !stops.contains(scanned.tokens.form[i]) { return false }
    }
    return true
  }
}
