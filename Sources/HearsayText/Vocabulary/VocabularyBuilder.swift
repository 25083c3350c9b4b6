/// Collects forms and gives each its id; `freeze` makes the table that tokenizers read.
public struct VocabularyBuilder: Sendable {
  private var slots = [UInt32](repeating: 0, count: 64)
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]
  private var folded: [UInt8] = []

  public init() {}

  /// The number of different forms so far.
  public var count: Int { offsets.count - 1 }

  /// The id of a string after folding; a new one if it hasn't been seen.
  public mutating func intern(_ string: String) -> Form {
    var string = string
    return string.withUTF8 { intern(utf8: $0) }
  }

  /// The same for bytes of valid UTF-8, as the rule parser has them.
  public mutating func intern(utf8 raw: UnsafeBufferPointer<UInt8>) -> Form {
    // Most words of a rulebook are small letters only, and need no copy.
    if Folding.unchangedRun(in: raw, from: 0) == raw.count { return intern(folded: raw) }
    var buffer = folded
    folded = []
    defer { folded = buffer }
    buffer.removeAll(keepingCapacity: true)
    Folding.fold(raw, into: &buffer)
    return buffer.withUnsafeBufferPointer { intern(folded: $0) }
  }

  /// The id of a string after folding, if it has been interned.
  public func form(_ string: String) -> Form? {
    var folded: [UInt8] = []
    Folding.fold(string, into: &folded)
    let (_, _, found) = folded.withUnsafeBufferPointer { find($0) }
    return found.map { Form($0) }
  }

  /// The frozen table.
  public func freeze() -> Vocabulary {
    Vocabulary(slots: slots, bytes: bytes + [UInt8](repeating: 0, count: 8), offsets: offsets)
  }

  private mutating func intern(folded form: UnsafeBufferPointer<UInt8>) -> Form {
    let (slot, hash, found) = find(form)
    if let found { return Form(found) }
    let id = count
    precondition(id < (1 << 22) - 1, "a vocabulary holds four million forms at most")
    bytes.append(contentsOf: form)
    offsets.append(UInt32(truncatingIfNeeded: bytes.count))
    slots[slot] = Self.entry(hash, id)
    if (count + 1) * 2 > slots.count { grow() }
    return Form(truncatingIfNeeded: id)
  }

  /// The slot where a form is or would be, its hash, and its id.
  private func find(_ form: UnsafeBufferPointer<UInt8>) -> (slot: Int, hash: UInt64, id: Int?) {
    let hash = Self.hash(form)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if Vocabulary.View.tag(slots[slot]) == Vocabulary.View.tag(hash) {
        let id = Vocabulary.View.id(slots[slot])
        if holds(form, at: Int(offsets[id]), count: Int(offsets[id + 1] - offsets[id])) { return (slot, hash, id) }
      }
      slot = (slot + 1) & mask
    }
    return (slot, hash, nil)
  }

  private func holds(_ form: UnsafeBufferPointer<UInt8>, at start: Int, count: Int) -> Bool {
    guard count == form.count else { return false }
    for i in 0..<count where bytes[start + i] != form[i] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for id in 0..<count {
      let range = Int(offsets[id])..<Int(offsets[id + 1])
      let hash = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Self.entry(hash, id)
    }
  }

  private static func entry(_ hash: UInt64, _ id: Int) -> UInt32 {
    Vocabulary.View.tag(hash) << Vocabulary.View.idBits | UInt32(truncatingIfNeeded: id + 1)
  }

  private static func hash(_ form: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = form.baseAddress else { return FormHash.mix(FormHash.seed, 0) }
    return FormHash.hash(base, count: form.count, readable: form.count, lowering: false)
  }
}
