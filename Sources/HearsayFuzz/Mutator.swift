/// Makes bad input of good: a few random changes to a seed, of the kinds that break parsers.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Bytes that mean something nearly everywhere, or nothing anywhere.
  private static let common: [[UInt8]] =
    [
      "\n", "\r\n", "\r", "\t", " ", "\"", "'", "\\", "{", "}", "[", "]", "(", ")", "<", ">", "&", ";", ":", ",", "|",
      "#", "/", "-", "--", "…", "“", "”", "«", "»", "’", "0", "-1", "9223372036854775807", "4294967296", "1e999",
      "\u{301}",
      "\u{200D}", "\u{FEFF}", "\u{202E}", "\u{A0}", "東京", "🗞️", "É", "e\u{301}", "Ж", "ﬁ",
    ].map { Array($0.utf8) }
    + [[0], [0xFF], [0xC2], [0xE2, 0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xFE, 0xFF]]

  /// SplitMix64: quick, and the same on every machine.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  mutating func pick<T>(_ list: [T]) -> T? { list.isEmpty ? nil : list[below(list.count)] }

  mutating func mutate(_ seeds: [[UInt8]], pieces: [[UInt8]], limit: Int) -> [UInt8] {
    var bytes = pick(seeds) ?? []
    // One change finds what is near the format, many what is far from it.
    let changes = 1 << below(6)
    for _ in 0..<below(changes) + 1 { change(&bytes, seeds, pieces) }
    if bytes.count > limit { bytes.removeSubrange(limit...) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ pieces: [[UInt8]]) {
    let place = below(bytes.count + 1)
    let length = 1 + below(1 << below(8))
    let end = min(bytes.count, place + length)
    switch below(9) {
    case 0:
      if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
    case 1:
      if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: next()) }
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.removeSubrange(place...)
    case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
    case 5: repeatPiece(&bytes, place, pieces)
    case 6:
      let other = pick(seeds) ?? []
      let from = below(other.count + 1)
      bytes.insert(contentsOf: other[from..<min(other.count, from + length * 2)], at: place)
    case 7:
      if let piece = pick(Self.common) { bytes.insert(contentsOf: piece, at: place) }
    default:
      let piece = pick(pieces.isEmpty ? Self.common : pieces) ?? []
      if below(2) == 0 { bytes.removeSubrange(place..<min(bytes.count, place + piece.count)) }
      bytes.insert(contentsOf: piece, at: place)
    }
  }

  /// The same piece many times: depth and length without bound are what parsers forget.
  private mutating func repeatPiece(_ bytes: inout [UInt8], _ place: Int, _ pieces: [[UInt8]]) {
    guard let piece = pick(below(2) == 0 ? Self.common : pieces), !piece.isEmpty else { return }
    let times = 1 << below(11)
    bytes.insert(contentsOf: (0..<times).flatMap { _ in piece }, at: place)
  }
}
