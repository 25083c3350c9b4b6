import HearsayText

/// What the machine reads at every step, as plain pointers: valid while `Matcher.match` runs, and only there.
///
/// The rulebook and the text own the memory and are alive all the while. Tokens are asked for inside `scope` only,
/// which lies inside the text; instructions and rows come from the compiler.
struct Scene {
  let book: Rulebook
  let scope: Range<Int>
  let code: UnsafePointer<Instruction>
  let forms: UnsafePointer<Form>
  let kinds: UnsafePointer<TokenKind>
  let marks: UnsafePointer<UInt32>
  let bits: UnsafePointer<UInt64>
  let stride: Int
  let programs: UnsafePointer<Program>
  /// By program.
  let needsOfPrograms: UnsafePointer<SideNeeds>
  /// The engine's form lists.
  let alternatives: UnsafePointer<Form>
  let memory: MachineMemory.View
  var frames: UnsafeMutablePointer<Machine.Frame> { memory.frames }
  var trail: UnsafeMutablePointer<Machine.Change> { memory.trail }
  var bounds: UnsafeMutablePointer<Int32> { memory.bounds }
  var needs: NeedMap { memory.needs }

  /// Calls `body` with a scene; not at all when there is nothing to match or to match with.
  static func with(
    _ book: Rulebook, _ scanned: ScannedText, scope: Range<Int>, _ memory: MachineMemory.View, _ body: (Scene) -> Void
  ) {
    book.engine.withPointers { code, programs, needs, alternatives in
      scanned.withPointers { forms, kinds, marks, bits in
        body(
          Scene(
            book: book, scope: scope, code: code, forms: forms, kinds: kinds, marks: marks, bits: bits,
            stride: scanned.sets.stride, programs: programs, needsOfPrograms: needs, alternatives: alternatives,
            memory: memory))
      }
    }
  }

  /// Whether a form is one of those in a stretch of the engine's form lists.
  @inline(__always)
  func holds(_ form: Form, first: Int32, count: Int32) -> Bool {
    var i = Int(first)
    let end = i &+ Int(count)
    while i < end {
      if alternatives[i] == form { return true }
      i &+= 1
    }
    return false
  }

  @inline(__always)
  func contains(_ token: Int) -> Bool {
    token >= scope.lowerBound && token < scope.upperBound
  }

  @inline(__always)
  func has(_ token: Int, _ predicate: Predicate) -> Bool {
    let row = Int(marks[token] & ScannedText.rowMask)
    return bits[row &* stride &+ Int(predicate.index &>> 6)] &>> UInt64(predicate.index & 63) & 1 != 0
  }
}

/// The ends of the entries of a predicate that begin at a token, the longest first.
struct EntryEnds {
  private let predicate: Predicate
  private let token: Int
  /// Hits still to be looked at.
  private var hit = 0
  private var hitEnd = -1
  private var isSingleLeft = true

  init(_ scene: Scene, _ predicate: Predicate, at token: Int, phrases: Bool) {
    self.predicate = predicate
    self.token = token
    if !phrases || scene.marks[token] & ScannedText.hitStarts == 0 { hitEnd = 0 }
  }

  mutating func next(_ scene: Scene, _ scanned: ScannedText) -> Int? {
    if hitEnd < 0 {
      let places = scanned.places(startingAt: token)
      hit = places.lowerBound
      hitEnd = places.upperBound
    }
    while hit < hitEnd {
      let found = scanned.hits[hit]
      hit &+= 1
      if found.end - found.start > 1, found.end <= scene.scope.upperBound, scanned.has(found, predicate) {
        return found.end
      }
    }
    guard isSingleLeft else { return nil }
    isSingleLeft = false
    return scene.has(token, predicate) ? token &+ 1 : nil
  }

  /// What `verb @lexicon` covers: the verb group of the head, and all of an entry that is longer than it.
  static func verb(
    head: Int, end: Int, _ form: VerbForm, scope: Range<Int>, _ phrases: any PhraseFinder
  ) -> Range<Int>? {
    phrases.verbGroup(head: head, form: form).flatMap { whole($0, head: head, end: end, scope: scope) }
  }

  /// A verb group with all of an entry that is longer than it; nil when it leaves the scope.
  @inline(__always)
  static func whole(_ group: Range<Int>, head: Int, end: Int, scope: Range<Int>) -> Range<Int>? {
    let lower = min(group.lowerBound, head)
    let upper = max(group.upperBound, end)
    return lower >= scope.lowerBound && upper <= scope.upperBound ? lower..<upper : nil
  }
}

extension Engine {
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

extension Engine {
  /// Lends what the machine runs; doesn't call `body` when there is nothing to run.
  fileprivate func withPointers(
    _ body: (
      UnsafePointer<Instruction>, UnsafePointer<Program>, UnsafePointer<SideNeeds>, UnsafePointer<Form>
    ) -> Void
  ) {
    code.withUnsafeBufferPointer { code in
      programs.withUnsafeBufferPointer { programs in
        needsOfPrograms.withUnsafeBufferPointer { needs in
          forms.withUnsafeBufferPointer { forms in
            guard let code = code.baseAddress, let programs = programs.baseAddress,
              let needs = needs.baseAddress, let forms = forms.baseAddress
            else { return }
            body(code, programs, needs, forms)
          }
        }
      }
    }
  }
}

extension ScannedText {
  /// Lends what the machine reads; doesn't call `body` when there are no tokens.
  fileprivate func withPointers(
    _ body: (UnsafePointer<Form>, UnsafePointer<TokenKind>, UnsafePointer<UInt32>, UnsafePointer<UInt64>) -> Void
  ) {
    tokens.form.withUnsafeBufferPointer { forms in
      tokens.kind.withUnsafeBufferPointer { kinds in
        marks.withUnsafeBufferPointer { marks in
          sets.bits.withUnsafeBufferPointer { bits in
            guard let forms = forms.baseAddress, let kinds = kinds.baseAddress, let marks = marks.baseAddress,
              let bits = bits.baseAddress
            else { return }
            body(forms, kinds, marks, bits)
          }
        }
      }
    }
  }
}
