/// Undoes what happens to pages whose UTF-8 was read as windows-1252 or ISO-8859-1 and stored as UTF-8 once more:
/// `â€™` for an apostrophe, `Ã©` for é.
enum TwiceEncoded {
  /// The text as it was before, or nil.
  ///
  /// All characters beyond ASCII must be such bytes and all of them together valid UTF-8: text that was written in any
  /// language and stored once fails at its first accent, so that nothing is guessed.
  static func undone(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard holdsOnlyEncodedBytes(text) else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      if text[i] < 0x80 {
        out.append(text[i])
        i += 1
      } else {
        let (byte, length) = byte(text, i)
        out.append(byte ?? UInt8(ascii: "?"))
        i += length
      }
    }
    return out
  }

  /// Fewer may stand there by chance, or to show what it looks like.
  private static let fewest = 3

  private static func holdsOnlyEncodedBytes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var sequences = 0
    // Bytes that the sequence still needs.
    var needed = 0
    var i = 0
    while i < text.count {
      if text[i] < 0x80 {
        guard needed == 0 else { return false }
        i += 1
        continue
      }
      let (found, length) = byte(text, i)
      guard let byte = found else { return false }
      i += length
      if needed > 0 {
        guard byte & 0xC0 == 0x80 else { return false }
        needed -= 1
      } else {
        switch byte {
        case 0xC2...0xDF: needed = 1
        case 0xE0...0xEF: needed = 2
        case 0xF0...0xF4: needed = 3
        default: return false
        }
        sequences += 1
      }
    }
    return needed == 0 && sequences >= fewest
  }

  /// The byte that a character stands for in windows-1252, ISO-8859-1 where that has none, and the length of its UTF-8.
  private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (byte: UInt8?, length: Int) {
    guard i + 1 < text.count else { return (nil, 1) }
    if text[i] == 0xC2 || text[i] == 0xC3 {
      return (text[i + 1] & 0x3F | (text[i] == 0xC3 ? 0xC0 : 0x80), 2)
    }
    if text[i] >= 0xC5, text[i] <= 0xCB {
      let scalar = UInt32(text[i] & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F)
      return (windows1252[scalar], 2)
    }
    guard text[i] == 0xE2, i + 2 < text.count else { return (nil, 1) }
    let scalar = UInt32(text[i] & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F)
    return (windows1252[scalar], 3)
  }

  /// Characters of windows-1252 that have other numbers in Unicode.
  private static let windows1252: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
    0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93,
    0x201D: 0x94, 0x2022: 0x95, 0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}
