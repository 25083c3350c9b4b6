import HearsayText

/// Shingles: the hashes of some words in a row (Broder 1997, "On the resemblance and containment of documents").
enum Shingles {
  /// Words in a shingle. Reporters who write of one event share runs of four, hardly ever of five.
  static let width = 5

  /// The hash of the shingle that begins at a word; there must be `width` words from there on.
  @inline(__always)
  static func hash(_ forms: UnsafeBufferPointer<Form>, at i: Int) -> UInt64 {
    var h: UInt64 = 0x9E37_79B9_7F4A_7C15
    for k in 0..<width { h = mixed(h ^ UInt64(forms[i &+ k])) }
    return h
  }

  /// SplitMix64's finaliser: every bit of the result depends on every bit of the argument.
  @inline(__always)
  static func mixed(_ x: UInt64) -> UInt64 {
    var z = x &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Calls `body` with the place and the hash of each shingle; `own` leaves out those that touch quoted speech.
  @inline(__always)
  static func forEach(_ stream: WordStream, own: Bool, _ body: (Int, UInt64) -> Void) {
    guard stream.count >= width else { return }
    stream.forms.withUnsafeBufferPointer { forms in
      stream.isOwn.withUnsafeBufferPointer { isOwn in
        // How many own words in a row end at the word that a shingle would end with.
        var run = 0
        for end in 0..<forms.count {
          run = isOwn[end] ? run &+ 1 : 0
          let start = end &- (width &- 1)
          if start >= 0, !own || run >= width { body(start, hash(forms, at: start)) }
        }
      }
    }
  }

  /// The different own shingles of a story, ascending.
  static func ownSet(_ stream: WordStream) -> [UInt64] {
    var all: [UInt64] = []
    all.reserveCapacity(stream.ownCount)
    forEach(stream, own: true) { all.append($1) }
    all.sort()
    var last: UInt64?
    all.removeAll { hash in
      defer { last = hash }
      return hash == last
    }
    return all
  }
}
