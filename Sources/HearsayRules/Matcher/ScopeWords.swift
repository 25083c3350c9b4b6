import HearsayText

/// Which words a scope holds, so that exceptions whose anchor can't stand in it are done with at once: nearly all are.
///
/// Worked out when the first match of a scope has exceptions. It may say that a form is there which isn't, never the
/// other way round.
struct ScopeWords: Sendable {
  /// A bit for all forms that are the same in their lowest six bits.
  private var forms: UInt64 = 0
  /// A bit for each predicate that a token of the scope, or a hit that begins in it, has.
  private var predicates: [UInt64] = []
  private var isFilled = false

  /// Forgets the last scope.
  mutating func begin() { isFilled = false }

  mutating func mayHold(_ anchor: Program.Anchor, _ scene: Scene, _ scanned: ScannedText) -> Bool {
    if !isFilled { fill(scene, scanned) }
    switch anchor {
    case .word(let first, let count):
      for i in Int(first)..<Int(first) + Int(count) where forms & Self.bit(scene.alternatives[i]) != 0 { return true }
      return false
    case .lexicon(let predicate, _), .verb(let predicate, _, _):
      return predicates[Int(predicate.index >> 6)] >> UInt64(predicate.index & 63) & 1 != 0
    case .type, .start, .end:
      return true
    }
  }

  private mutating func fill(_ scene: Scene, _ scanned: ScannedText) {
    isFilled = true
    forms = 0
    predicates.removeAll(keepingCapacity: true)
    predicates.append(contentsOf: repeatElement(0, count: scene.stride))
    predicates.withUnsafeMutableBufferPointer { predicates in
      func add(_ row: Int) {
        for word in predicates.indices { predicates[word] |= scene.bits[row &* scene.stride &+ word] }
      }
      for token in scene.scope {
        forms |= Self.bit(scene.forms[token])
        add(Int(scene.marks[token] & ScannedText.rowMask))
        for place in scanned.places(startingAt: token) { add(Int(scanned.hits[place].set)) }
      }
    }
  }

  private static func bit(_ form: Form) -> UInt64 { 1 << UInt64(form & 63) }
}
