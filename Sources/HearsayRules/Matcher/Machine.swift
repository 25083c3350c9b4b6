import HearsayText

/// Runs programs: from an anchor outwards, each side with its own backtracking, within a budget of steps.
///
/// The two sides of a program share nothing but the anchor, so the best match is the best left side and the best
/// right side; a failure on one side never reopens the other. A budget for each attempt keeps the whole linear in the
/// text, whatever the rules are; an attempt that spends it fails.
struct Machine: Sendable {
  /// Steps that one side of one attempt may take. Rules of the shipped rulebook take some ten.
  static let budget = 2_000
  /// How far before or behind the head of a verb group its border may lie.
  static let verbReach = 8

  /// A choice to come back to.
  struct Frame {
    var pc: Int32 = 0
    var position: Int32 = 0
    /// The candidate to try next; for a gap the number of tokens.
    var candidate: Int32 = 0
    var trail: Int32 = 0
    var gaps: Int32 = 0
  }

  /// A capture bound as it was before.
  struct Change {
    var bound: Int32 = 0
    var old: Int32 = 0
  }

  private var frameCount = 0
  private var trailCount = 0
  /// Which of the scene's bounds have been written.
  private var written: UInt32 = 0
  var memo = PhraseMemo()
  var failures = FailureMemo()
  var words = ScopeWords()
  /// Tokens in gaps of the attempt that runs.
  var gaps = 0
  /// All steps taken so far: what tests of hostile input count.
  var steps = 0

  /// Forgets the captures that a scope before this one left in the memory.
  mutating func clear(_ scene: Scene) {
    for i in 0..<2 * CaptureSlots.limit { scene.bounds[i] = -1 }
    written = 0
  }

  /// Forgets the captures of the last attempt.
  @inline(__always)
  mutating func reset(_ scene: Scene) {
    while written != 0 {
      scene.bounds[written.trailingZeroBitCount] = -1
      written &= written &- 1
    }
    gaps = 0
  }

  /// Runs one side from a position and returns where it ended.
  mutating func run(
    _ scene: Scene, _ entry: Int32, from start: Int, rightwards: Bool, in scanned: ScannedText,
    _ phrases: any PhraseFinder
  ) -> Int? {
    frameCount = 0
    trailCount = 0
    var pc = Int(entry)
    var position = start
    var candidate = 0
    let limit = steps &+ Self.budget
    while true {
      steps &+= 1
      if steps > limit { return nil }
      let instruction = scene.code[pc]
      // The position after this instruction; below zero when it fails.
      var next = -1
      switch instruction.operation {
      case .word:
        let token = rightwards ? position : position &- 1
        if scene.contains(token), scene.forms[token] == Form(bitPattern: instruction.a) {
          next = rightwards ? position &+ 1 : token
        }
      case .words:
        let token = rightwards ? position : position &- 1
        if scene.contains(token),
          scene.holds(scene.forms[token], first: instruction.a, count: instruction.b)
        {
          next = rightwards ? position &+ 1 : token
        }
      case .lexicon:
        let token = rightwards ? position : position &- 1
        if scene.contains(token), scene.has(token, instruction.predicate) {
          next = rightwards ? position &+ 1 : token
        }
      case .lexiconOrPhrase, .verb, .type:
        let found = choose(instruction, candidate, position, rightwards, scene, scanned, phrases)
        if let found {
          next = found.position
          if found.hasMore { push(scene, pc, position, candidate &+ 1) }
        }
        candidate = 0
      case .gap:
        let end = rightwards ? position &+ candidate : position &- candidate
        if end >= scene.scope.lowerBound, end <= scene.scope.upperBound {
          if candidate < Int(instruction.a) { push(scene, pc, position, candidate &+ 1) }
          gaps &+= candidate
          next = end
        }
        candidate = 0
      case .split:
        push(scene, Int(instruction.a), position, 0)
        next = position
      case .jump:
        pc = Int(instruction.a)
        continue
      case .bound:
        write(scene, Int(instruction.a), position)
        next = position
      case .start:
        if position == scene.scope.lowerBound { next = position }
      case .end:
        if scene.book.engine.isEnd(position, in: scanned, scope: scene.scope) { next = position }
      case .accept:
        return position
      }
      if next >= 0 {
        position = next
        pc &+= 1
        continue
      }
      if frameCount == 0 { return nil }
      frameCount &-= 1
      let frame = scene.frames[frameCount]
      pc = Int(frame.pc)
      position = Int(frame.position)
      candidate = Int(frame.candidate)
      gaps = Int(frame.gaps)
      while trailCount > Int(frame.trail) {
        trailCount &-= 1
        scene.bounds[Int(scene.trail[trailCount].bound)] = scene.trail[trailCount].old
      }
    }
  }

  @inline(__always)
  private mutating func push(_ scene: Scene, _ pc: Int, _ position: Int, _ candidate: Int) {
    scene.frames[frameCount] = Frame(
      pc: Int32(truncatingIfNeeded: pc), position: Int32(truncatingIfNeeded: position),
      candidate: Int32(truncatingIfNeeded: candidate), trail: Int32(truncatingIfNeeded: trailCount),
      gaps: Int32(truncatingIfNeeded: gaps))
    frameCount &+= 1
  }

  @inline(__always)
  private mutating func write(_ scene: Scene, _ bound: Int, _ position: Int) {
    // Without a choice to come back to, nobody asks how it was before.
    if frameCount > 0 {
      scene.trail[trailCount] = Change(bound: Int32(truncatingIfNeeded: bound), old: scene.bounds[bound])
      trailCount &+= 1
    }
    scene.bounds[bound] = Int32(truncatingIfNeeded: position)
    written |= 1 &<< UInt32(truncatingIfNeeded: bound)
  }

  /// The `candidate`-th way to match an instruction that has several.
  private mutating func choose(
    _ instruction: Instruction, _ candidate: Int, _ position: Int, _ rightwards: Bool, _ scene: Scene,
    _ scanned: ScannedText, _ phrases: any PhraseFinder
  ) -> (position: Int, hasMore: Bool)? {
    if instruction.operation == .type {
      guard let type = PhraseType(rawValue: UInt8(truncatingIfNeeded: instruction.a)) else { return nil }
      let count = memo.count(type, at: position, rightwards: rightwards, phrases)
      guard candidate < count else { return nil }
      return (memo.candidate(candidate, type, at: position, rightwards: rightwards), candidate &+ 1 < count)
    }
    if instruction.operation == .lexiconOrPhrase {
      return entry(instruction.predicate, candidate, position, rightwards, scene, scanned)
    }
    return verb(
      instruction.predicate, phrases: instruction.b & 1 != 0, instruction.verbForm, candidate, position,
      rightwards, scene, scanned, phrases)
  }

  /// Entries at a position: phrases, the longest first, then the single token.
  private func entry(
    _ predicate: Predicate, _ candidate: Int, _ position: Int, _ rightwards: Bool, _ scene: Scene,
    _ scanned: ScannedText
  ) -> (position: Int, hasMore: Bool)? {
    let token = rightwards ? position : position &- 1
    guard scene.contains(token) else { return nil }
    var left = candidate
    var found = -1
    if scene.marks[token] & (rightwards ? ScannedText.hitStarts : ScannedText.hitEnds) != 0 {
      let places = rightwards ? scanned.places(startingAt: position) : scanned.places(endingAt: position)
      for place in places {
        let hit = rightwards ? scanned.hits[place] : scanned.hitsByEnd[place]
        guard hit.end - hit.start > 1, scanned.has(hit, predicate) else { continue }
        let other = rightwards ? hit.end : hit.start
        guard other >= scene.scope.lowerBound, other <= scene.scope.upperBound else { continue }
        if found >= 0 { return (found, true) }
        if left == 0 { found = other }
        left &-= 1
      }
    }
    if scene.has(token, predicate) {
      if found >= 0 { return (found, true) }
      if left == 0 { return (rightwards ? position &+ 1 : token, false) }
    }
    return found >= 0 ? (found, false) : nil
  }

  /// Verb groups that begin (or end) at a position: by the distance of the head, the longest entry first.
  private mutating func verb(
    _ predicate: Predicate, phrases hasPhrases: Bool, _ form: VerbForm, _ candidate: Int, _ position: Int,
    _ rightwards: Bool, _ scene: Scene, _ scanned: ScannedText, _ phrases: any PhraseFinder
  ) -> (position: Int, hasMore: Bool)? {
    var left = candidate
    var found = -1
    for distance in 0..<Self.verbReach {
      let head = rightwards ? position &+ distance : position &- 1 &- distance
      guard scene.contains(head) else { break }
      var ends = EntryEnds(scene, predicate, at: head, phrases: hasPhrases)
      while let end = ends.next(scene, scanned) {
        steps &+= 1
        guard let group = verbGroup(head: head, end: end, form, scene, phrases) else { continue }
        guard (rightwards ? group.lowerBound : group.upperBound) == position else { continue }
        if found >= 0 { return (found, true) }
        if left == 0 { found = rightwards ? group.upperBound : group.lowerBound }
        left &-= 1
      }
    }
    return found >= 0 ? (found, false) : nil
  }

  /// What `verb @lexicon` covers: see `EntryEnds.verb`.
  mutating func verbGroup(
    head: Int, end: Int, _ form: VerbForm, _ scene: Scene, _ phrases: any PhraseFinder
  ) -> Range<Int>? {
    let group = memo.group(head, form, phrases)
    guard !group.isEmpty else { return nil }
    return EntryEnds.whole(group, head: head, end: end, scope: scene.scope)
  }
}
