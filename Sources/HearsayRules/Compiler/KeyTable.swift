/// A table from 64-bit keys to 32-bit values: open addressing, at most half full.
///
/// What a rulebook compiles to is looked up by pairs of small numbers, tens of thousands of times while it is
/// compiled and once a token when it runs; a Dictionary would spend most of that on a hash that withstands attackers.
/// The order of a table is never seen.
struct KeyTable: Sendable {
  /// A key plus one; 0 is an empty slot. The count is a power of two.
  private var keys = [UInt64](repeating: 0, count: 16)
  private var values = [UInt32](repeating: 0, count: 16)
  private(set) var count = 0

  init() {}

  init(_ reader: inout ImageReader) throws(ImageReader.Damage) {
    keys = try reader.read()
    values = try reader.read()
    count = try reader.readCount()
    guard keys.count == values.count, keys.count.nonzeroBitCount == 1 else { throw ImageReader.Damage() }
  }

  func write(to writer: inout ImageWriter) {
    writer.write(keys)
    writer.write(values)
    writer.write(count: count)
  }

  /// The value of a key other than `UInt64.max`.
  @inline(__always)
  subscript(_ key: UInt64) -> UInt32? {
    let slot = slot(of: key)
    return keys[slot] == 0 ? nil : values[slot]
  }

  /// The value of a key, which becomes `new` when the table doesn't hold the key.
  mutating func value(of key: UInt64, orInsert new: UInt32) -> UInt32 {
    var slot = slot(of: key)
    if keys[slot] != 0 { return values[slot] }
    if count * 2 >= keys.count {
      grow()
      slot = self.slot(of: key)
    }
    keys[slot] = key &+ 1
    values[slot] = new
    count += 1
    return new
  }

  /// The slot that holds a key, or the empty one where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    let product = key &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: product >> 32 ^ product) & mask
    while keys[slot] != 0, keys[slot] != key &+ 1 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [UInt32](repeating: 0, count: oldKeys.count * 2)
    for i in oldKeys.indices where oldKeys[i] != 0 {
      let slot = slot(of: oldKeys[i] &- 1)
      keys[slot] = oldKeys[i]
      values[slot] = oldValues[i]
    }
  }
}
