/// The forms that a rulebook knows: a frozen table from folded bytes to ids.
///
/// Open addressing with linear probing at half load; a slot holds the upper half of the hash beside the id, so that a
/// word that isn't in the table (most words of a story) costs one cache line. Ids are dense, in the order in which the
/// forms were first interned.
public struct Vocabulary: Sendable {
  /// `(hash & 0xFFFF_FFFF_0000_0000) | (id + 1)`; zero is an empty slot. The count is a power of two.
  let slots: [UInt64]
  /// The folded bytes of all forms, one behind the other, and eight zero bytes so that chunks may be read whole.
  let bytes: [UInt8]
  /// Where each form begins in `bytes`, and where the last one ends.
  let offsets: [UInt32]

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
          // The three arrays are never empty: see `VocabularyBuilder.freeze`.
          guard let s = slots.baseAddress, let b = bytes.baseAddress, let o = offsets.baseAddress else {
            preconditionFailure("a vocabulary has at least one slot, one offset and its padding")
          }
          return body(View(slots: s, mask: slots.count - 1, bytes: b, offsets: o))
        }
      }
    }
  }

  /// The table without bounds checks; valid only inside `withView`.
  struct View {
    let slots: UnsafePointer<UInt64>
    let mask: Int
    let bytes: UnsafePointer<UInt8>
    let offsets: UnsafePointer<UInt32>

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
      let tag = hash & 0xFFFF_FFFF_0000_0000
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return FormHash.unknownForm(hash) }
        if entry & 0xFFFF_FFFF_0000_0000 == tag {
          let id = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
          if matches(id, p, count, readable, lowering) { return Form(truncatingIfNeeded: id) }
        }
        slot = (slot &+ 1) & mask
      }
    }

    @inline(__always)
    private func matches(_ id: Int, _ p: UnsafePointer<UInt8>, _ count: Int, _ readable: Int, _ lowering: Bool) -> Bool {
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
