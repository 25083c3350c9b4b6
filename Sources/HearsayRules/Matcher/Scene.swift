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
  let marks: UnsafePointer<UInt32>
  let bits: UnsafePointer<UInt64>
  let stride: Int

  /// Calls `body` with a scene; not at all when there is nothing to match or to match with.
  static func with(
    _ book: Rulebook, _ scanned: ScannedText, scope: Range<Int>, _ body: (Scene) -> Void
  ) {
    book.engine.code.withUnsafeBufferPointer { code in
      scanned.tokens.form.withUnsafeBufferPointer { forms in
        scanned.marks.withUnsafeBufferPointer { marks in
          scanned.sets.bits.withUnsafeBufferPointer { bits in
            guard let code = code.baseAddress, let forms = forms.baseAddress, let marks = marks.baseAddress,
              let bits = bits.baseAddress
            else { return }
            body(
              Scene(
                book: book, scope: scope, code: code, forms: forms, marks: marks, bits: bits,
                stride: scanned.sets.stride))
          }
        }
      }
    }
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
      let hits = scanned.hits(startingAt: token)
      hit = hits.startIndex
      hitEnd = hits.endIndex
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
