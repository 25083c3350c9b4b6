import HearsayText

/// Finds the matches of a rulebook's rules. A worker makes one and keeps it: it holds the memory that matching needs.
///
/// What a match is: for each rule, pattern and place of the pattern's anchor, the best way to fit the pattern round
/// that place. The best is the first in this order, element by element outwards from the anchor, first all to the
/// left, then all to the right: an alternative before those behind it, an optional element before nothing, a longer
/// entry before a shorter one, a short gap before a longer one, phrases as their finder offers them. `unless` and
/// `where` are asked of that one; when it doesn't pass, there is no match there. `NaiveMatcher` spells this out
/// without any of the machinery.
///
/// Time is linear in the number of tokens for any rulebook: see `Machine.budget`.
public struct Matcher: Sendable {
  public let rulebook: Rulebook
  private var machine = Machine()
  private var memory = MachineMemory()
  /// Programs to try at one token, where hits begin there too; and the same before the last of them were merged in.
  private var agenda: [Int32] = []
  private var spare: [Int32] = []

  /// Steps that the machine has taken since it was made: the measure of work that doesn't depend on the clock.
  public var steps: Int { machine.steps }

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
  }

  /// Appends the matches of all rules for one kind of scope in the tokens of `scope`, by rule, pattern and anchor.
  ///
  /// A rule that captures the same words twice, by another pattern or from another anchor, is reported once.
  public mutating func match(
    _ scanned: ScannedText, scope: Range<Int>, kind: Rule.Scope, phrases: any PhraseFinder,
    into matches: inout [RuleMatch]
  ) {
    let scope = scope.clamped(to: 0..<scanned.count)
    let table = rulebook.engine.dispatch(for: kind)
    guard !scope.isEmpty, !table.isEmpty else { return }
    let first = matches.count
    machine.memo.begin(scope)
    machine.failures.begin(sideCount: rulebook.engine.sideCount)
    machine.words.begin()
    // Taken out and put back, so that the machine can be changed while its memory is lent.
    var memory = MachineMemory()
    swap(&memory, &self.memory)
    memory.withView(scope.count) { view in
      Scene.with(rulebook, scanned, scope: scope, view) { scene in
        machine.clear(scene)
        scene.needs.fill(scene, scanned, rulebook.engine.needs)
        visit(table, scene, scanned, phrases, &matches)
      }
    }
    swap(&memory, &self.memory)
    RuleMatch.arrange(&matches, from: first)
  }

  /// Tries, at each token of the scope, the programs that may fit there.
  private mutating func visit(
    _ table: DispatchTable, _ scene: Scene, _ scanned: ScannedText, _ phrases: any PhraseFinder,
    _ matches: inout [RuleMatch]
  ) {
    let needs = scene.needs
    table.edges.withUnsafeBufferPointer {
      run($0, at: -1, before: needs.after[0], after: needs.after[0], scene, scanned, phrases, &matches)
    }
    let isEverywhere = !table.everywhere.isEmpty
    // Hits stand in the order of the text: they are gone through once.
    var hit = scanned.firstHit(from: scene.scope.lowerBound)
    table.starts.withUnsafeBufferPointer { starts in
      table.entries.withUnsafeBufferPointer { entries in
        for i in scene.scope {
          let mark = scene.marks[i]
          let row = Int(mark & ScannedText.rowMask)
          let here = row &+ 1 < starts.count ? Int(starts[row])..<Int(starts[row &+ 1]) : 0..<0
          let k = i &- scene.scope.lowerBound
          if mark & ScannedText.hitStarts == 0, !isEverywhere {
            if here.isEmpty { continue }
            run(
              UnsafeBufferPointer(rebasing: entries[here]), at: i, before: needs.before[k], after: needs.after[k &+ 1],
              scene, scanned, phrases, &matches)
            continue
          }
          collect(table, entries, here, at: i, scanned, &hit)
          // Lent and given back, so that its memory serves again.
          var programs: [Int32] = []
          swap(&programs, &agenda)
          programs.withUnsafeBufferPointer {
            run($0, at: i, before: needs.before[k], after: needs.after[k &+ 1], scene, scanned, phrases, &matches)
          }
          swap(&programs, &agenda)
        }
      }
    }
  }

  /// Brings all programs to try at a token where hits begin too into the agenda, in order. Goes on from the hit with the
  /// index `hit`, and leaves there the first that begins further on.
  private mutating func collect(
    _ table: DispatchTable, _ entries: UnsafeBufferPointer<Int32>, _ here: Range<Int>, at i: Int,
    _ scanned: ScannedText, _ hit: inout Int
  ) {
    agenda.removeAll(keepingCapacity: true)
    agenda.append(contentsOf: UnsafeBufferPointer(rebasing: entries[here]))
    if !table.everywhere.isEmpty { table.everywhere.withUnsafeBufferPointer { merge($0) } }
    while hit < scanned.hits.count, scanned.hits[hit].start <= i {
      if scanned.hits[hit].start == i {
        merge(UnsafeBufferPointer(rebasing: entries[table.programs(ofRow: Int(scanned.hits[hit].set))]))
      }
      hit += 1
    }
  }

  /// Merges an ascending list into the agenda, each program once.
  private mutating func merge(_ list: UnsafeBufferPointer<Int32>) {
    if list.isEmpty { return }
    swap(&agenda, &spare)
    agenda.removeAll(keepingCapacity: true)
    var place = 0
    for program in spare {
      while place < list.count, list[place] < program {
        agenda.append(list[place])
        place &+= 1
      }
      if place < list.count, list[place] == program { place &+= 1 }
      agenda.append(program)
    }
    agenda.append(contentsOf: list[place...])
  }

  /// Tries programs at one token (`-1` for an edge of the scope), each once, where the words `before` and `after` it
  /// meet their needs; of the programs of one pattern only until the first that fits.
  private mutating func run(
    _ programs: UnsafeBufferPointer<Int32>, at i: Int, before: UInt64, after: UInt64, _ scene: Scene,
    _ scanned: ScannedText, _ phrases: any PhraseFinder, _ matches: inout [RuleMatch]
  ) {
    var last: Int32 = -1
    var done: (rule: Int32, pattern: Int32) = (-1, -1)
    for index in programs where index != last {
      last = index
      let needs = scene.needsOfPrograms[Int(index)]
      guard needs.left & ~before == 0, needs.right & ~after == 0 else { continue }
      let program = scene.programs + Int(index)
      // At the edges of a scope, programs of one pattern are anchored at different ones.
      if i >= 0, program.pointee.rule == done.rule, program.pointee.pattern == done.pattern { continue }
      guard let fit = machine.fit(program, at: i, scene, scanned, phrases), !fit.range.isEmpty else { continue }
      done = (program.pointee.rule, program.pointee.pattern)
      accept(fit, done.rule, done.pattern, scene, scanned, phrases, &matches)
    }
  }

  /// Asks what the rule asks of a match, and keeps it if it passes.
  private mutating func accept(
    _ fit: Machine.Fit, _ number: Int32, _ pattern: Int32, _ scene: Scene, _ scanned: ScannedText,
    _ phrases: any PhraseFinder, _ matches: inout [RuleMatch]
  ) {
    let rule = rulebook.engine.rules[Int(number)]
    let match = RuleMatch(
      rule: Int(number), pattern: Int(pattern), range: fit.range, anchor: fit.anchor,
      gaps: machine.gaps, names: rule.names, slots: CaptureSlots(scene.bounds))
    if !rule.exceptions.isEmpty, machine.isExcepted(match, rule, scene, scanned, phrases) { return }
    guard scanned.passes(match, rule, scope: scene.scope, phrases) else { return }
    matches.append(match)
  }
}

extension RuleMatch {
  /// Orders matches by rule, pattern and anchor, and drops those that capture what an earlier one of their rule does.
  static func arrange(_ matches: inout [RuleMatch], from first: Int) {
    guard matches.count - first > 1 else { return }
    // In place: sorting a slice of the array would copy it.
    matches.withUnsafeMutableBufferPointer { all in
      var new = UnsafeMutableBufferPointer(rebasing: all[first...])
      new.sort { a, b in
        if a.rule != b.rule { return a.rule < b.rule }
        if a.pattern != b.pattern { return a.pattern < b.pattern }
        if a.anchor != b.anchor { return a.anchor < b.anchor }
        return a.range.lowerBound < b.range.lowerBound
      }
    }
    var kept = first
    // Where the matches of the current rule begin, among those kept.
    var ruleStart = first
    for i in first..<matches.count {
      let match = matches[i]
      if kept > ruleStart, matches[kept - 1].rule != match.rule { ruleStart = kept }
      let isKnown = matches[ruleStart..<kept].contains { $0.range == match.range && $0.slots == match.slots }
      if isKnown { continue }
      matches[kept] = match
      kept += 1
    }
    matches.removeSubrange(kept...)
  }
}
