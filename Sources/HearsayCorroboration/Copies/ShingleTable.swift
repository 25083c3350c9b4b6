/// Where the shingles of one story stand in it, quoted ones included: a hash table with chains through the places.
struct ShingleTable {
  /// The first place with a shingle, plus one; zero is an empty slot. The count is a power of two.
  private var slots: [UInt32]
  private var hashes: [UInt64] = []
  /// For each place the next one with the same shingle, plus one.
  private var links: [UInt32] = []

  /// A table without shingles for nil.
  init(_ stream: WordStream?) {
    let count = max(0, (stream?.count ?? 0) - Shingles.width + 1)
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    guard let stream, count > 0 else { return }
    hashes.reserveCapacity(count)
    Shingles.forEach(stream, own: false) { hashes.append($1) }
    links = [UInt32](repeating: 0, count: count)
    // From the end, so that chains run through the text in its order.
    for place in stride(from: count - 1, through: 0, by: -1) {
      let slot = slot(of: hashes[place])
      links[place] = slots[slot]
      slots[slot] = UInt32(place + 1)
    }
  }

  /// Calls `body` with the places of a shingle, in the order of the text.
  func forEachPlace(of hash: UInt64, atMost limit: Int, _ body: (Int) -> Void) {
    var next = slots[slot(of: hash)]
    var tries = 0
    while next != 0, tries < limit {
      body(Int(next) - 1)
      next = links[Int(next) - 1]
      tries += 1
    }
  }

  /// The slot of a shingle, or the empty one where it would go.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0, hashes[Int(slots[slot]) - 1] != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
