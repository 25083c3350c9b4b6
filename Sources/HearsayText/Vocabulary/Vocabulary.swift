/// The forms that a rulebook knows: a frozen table from folded bytes to ids.
///
/// Open addressing with linear probing at half load; a slot of 32 bits holds ten bits of the hash beside the id, so that a word
/// that isn't in the table (most words of a story) costs one cache line. Ids are dense, in the order in which the forms were
/// first interned; there may be four million.
public struct Vocabulary: Sendable {
  /// The upper ten bits of the hash, then the id and one; zero is an empty slot. The count is a power of two.
  package let slots: [UInt32]
  /// The folded bytes of all forms, one behind the other, and eight zero bytes so that chunks may be read whole.
  package let bytes: [UInt8]
  /// Where each form begins in `bytes`, and where the last one ends.
  package let offsets: [UInt32]
  /// The first eight bytes of each form as a number, so that a short word is known by one comparison.
  package let heads: [UInt64]

  /// A table that was frozen before.
  package init(slots: [UInt32], bytes: [UInt8], offsets: [UInt32], heads: [UInt64]) {
    self.slots = slots
    self.bytes = bytes
    self.offsets = offsets
    self.heads = heads
  }

  init(slots: [UInt32], bytes: [UInt8], offsets: [UInt32]) {
    self.slots = slots
    self.bytes = bytes
    self.offsets = offsets
    var heads: [UInt64] = []
    heads.reserveCapacity(offsets.count)
    for id in 0..<offsets.count {
      let start = Int(offsets[id])
      let end = id + 1 < offsets.count ? Int(offsets[id + 1]) : start
      var head: UInt64 = 0
      for (k, byte) in bytes[start..<min(end, start + 8)].enumerated() { head |= UInt64(byte) << UInt64(k * 8) }
      heads.append(head)
    }
    self.heads = heads
  }

  /// A vocabulary without forms, for work that needs token borders only.
  public static let empty = VocabularyBuilder().freeze()

  /// The number of forms; ids run from 0 up to it.
  public var count: Int { offsets.count - 1 }

  /// The id of a string after folding, if it is known.
  public func form(_ string: String) -> Form? {
    var folded: [UInt8] = []
    Folding.fold(string, into: &folded)
    return form(ofFolded: folded)
  }

  /// The id of a string after folding, or the value that tokens have for it when it isn't known.
  public func formOrUnknown(_ string: String) -> Form {
    var folded: [UInt8] = []
    Folding.fold(string, into: &folded)
    return folded.withUnsafeBufferPointer { p in
      withView { $0.form(folded: p, lowering: false) }
    }
  }

  /// The folded text of a known form; empty for any other value.
  public func string(_ form: Form) -> String {
    guard form.isKnown, Int(form) < count else { return "" }
    let start = Int(offsets[Int(form)])
    let end = Int(offsets[Int(form) + 1])
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func form(ofFolded folded: [UInt8]) -> Form? {
    let form = folded.withUnsafeBufferPointer { p in withView { $0.form(folded: p, lowering: false) } }
    return form.isKnown ? form : nil
  }

  /// Lends the table as plain pointers to a hot loop.
  @inline(__always)
  func withView<R>(_ body: (View) -> R) -> R {
    slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBufferPointer { bytes in
        offsets.withUnsafeBufferPointer { offsets in
          heads.withUnsafeBufferPointer { heads in
            // None of the arrays is ever empty: see `VocabularyBuilder.freeze`.
            guard let s = slots.baseAddress, let b = bytes.baseAddress, let o = offsets.baseAddress,
              let h = heads.baseAddress
            else { preconditionFailure("a vocabulary has at least one slot, one offset and its padding") }
            return body(View(slots: s, mask: slots.count - 1, bytes: b, offsets: o, heads: h))
          }
        }
      }
    }
  }

  /// The table without bounds checks; valid only inside `withView`.
  struct View {
    let slots: UnsafePointer<UInt32>
    let mask: Int
    let bytes: UnsafePointer<UInt8>
    let offsets: UnsafePointer<UInt32>
    let heads: UnsafePointer<UInt64>

    /// The id of a word of one to seven folded bytes, none of them zero, that are packed into a number.
    @inline(__always)
    func form(short word: UInt64, count: Int) -> Form {
      let hash = FormHash.mix(FormHash.seed ^ UInt64(truncatingIfNeeded: count), word)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return FormHash.unknownForm(hash) }
        if Self.tag(entry) == Self.tag(hash) {
          let id = Self.id(entry)
          // The zero byte behind the word tells that the form ends there too.
          if heads[id] == word { return Form(truncatingIfNeeded: id) }
        }
        slot = (slot &+ 1) & mask
      }
    }

    /// The id of a word of nine to fifteen folded bytes, packed into two numbers.
    @inline(__always)
    func form(long head: UInt64, _ tail: UInt64, count: Int) -> Form {
      let hash = FormHash.mix(FormHash.mix(FormHash.seed ^ UInt64(truncatingIfNeeded: count), head), tail)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return FormHash.unknownForm(hash) }
        if Self.tag(entry) == Self.tag(hash) {
          let id = Self.id(entry)
          let start = Int(offsets[id])
          if heads[id] == head, Int(offsets[id + 1]) &- start == count,
            FormHash.chunk(bytes + start + 8, count: count &- 8, readable: 8) == tail
          {
            return Form(truncatingIfNeeded: id)
          }
        }
        slot = (slot &+ 1) & mask
      }
    }

    /// The id of folded bytes, or their hash with `Form.unknownBit`. `lowering` folds ASCII capitals on the fly.
    @inline(__always)
    func form(folded p: UnsafeBufferPointer<UInt8>, lowering: Bool) -> Form {
      // An empty buffer may have no address; the padding stands in for it.
      guard let base = p.baseAddress else { return form(bytes, count: 0, readable: 0, lowering: lowering) }
      return form(base, count: p.count, readable: p.count, lowering: lowering)
    }

    @inline(__always)
    func form(_ p: UnsafePointer<UInt8>, count: Int, readable: Int, lowering: Bool) -> Form {
      let hash = FormHash.hash(p, count: count, readable: readable, lowering: lowering)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return FormHash.unknownForm(hash) }
        if Self.tag(entry) == Self.tag(hash) {
          let id = Self.id(entry)
          if matches(id, p, count, readable, lowering) { return Form(truncatingIfNeeded: id) }
        }
        slot = (slot &+ 1) & mask
      }
    }

    static let idBits: UInt32 = 22
    @inline(__always) static func tag(_ entry: UInt32) -> UInt32 { entry >> idBits }
    @inline(__always) static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 54) }
    @inline(__always) static func id(_ entry: UInt32) -> Int { Int(entry & ((1 << idBits) - 1)) &- 1 }

    @inline(__always)
    private func matches(_ id: Int, _ p: UnsafePointer<UInt8>, _ count: Int, _ readable: Int, _ lowering: Bool) -> Bool
    {
      let start = Int(offsets[id])
      guard Int(offsets[id + 1]) &- start == count else { return false }
      var i = 0
      while i < count {
        var x = FormHash.chunk(p + i, count: count &- i, readable: readable &- i)
        if lowering { x = FormHash.lowered(x) }
        if x != FormHash.chunk(bytes + start + i, count: count &- i, readable: 8) { return false }
        i &+= 8
      }
      return true
    }
  }
}
