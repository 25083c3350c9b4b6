import HearsayText

/// A name's word as it is compared inside one story: in small letters, without accents, and without the last letters that
/// only the way of writing it in Latin ones decides ("Zelenskiy", "Zelensky", "Zelenskyy"; "Peña", "Pena").
struct SurnameKey: Hashable, Sendable {
  private let hash: UInt64
  /// The first letter, and whether it is all there is: "J." of "J. Marl".
  let initial: UInt8
  let isInitial: Bool
  /// The letters, for comparing short forms ("Rob", "Robert").
  let letters: [UInt8]

  /// Below this length the last letters stay: "Levy" and "Levi" are two names.
  private static let fewestLetters = 6

  /// - Parameter word: the bytes of one word of a name, valid UTF-8.
  init(_ word: some Collection<UInt8>) {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count)
    if word.allSatisfy({ $0 < 0x80 }) {
      for byte in word where byte != UInt8(ascii: ".") && byte != UInt8(ascii: "'") {
        letters.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
      }
    } else {
      for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars {
        if scalar.isASCII {
          if scalar != ".", scalar != "'" { letters.append(UInt8(truncatingIfNeeded: scalar.value)) }
        } else if let base = Self.baseLetter(scalar) {
          letters.append(base)
        } else if scalar != "\u{2019}" {
          letters += Array(String(scalar).utf8)
        }
      }
    }
    initial = letters.first ?? 0
    isInitial = letters.count == 1
    self.letters = letters
    var end = letters.count
    if end >= Self.fewestLetters {
      while end > 3,
        letters[end - 1] == UInt8(ascii: "i") || letters[end - 1] == UInt8(ascii: "y")
          || letters[end - 1] == UInt8(ascii: "j")
      {
        end -= 1
      }
    }
    // FNV-1a: the same on every machine.
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in letters[..<end] { h = (h ^ UInt64(letter)) &* 0x0000_0100_0000_01b3 }
    hash = h
  }

  static func == (a: SurnameKey, b: SurnameKey) -> Bool { a.hash == b.hash }
  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Whether two given names may be one person's: the same, an initial, a short form, or another way of writing it.
  func mayBe(_ other: SurnameKey) -> Bool {
    if self == other { return true }
    if isInitial || other.isInitial { return initial == other.initial }
    let common = zip(letters, other.letters).prefix { $0 == $1 }.count
    let short = min(letters.count, other.letters.count)
    return common >= 3 && (common == short || common + 2 >= max(letters.count, other.letters.count))
  }

  /// `n` of `ñ`: Unicode's name of the letter says what it is made of ("LATIN SMALL LETTER N WITH TILDE").
  private static func baseLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return nil }
    let rest = name.utf8.dropFirst(start.utf8.count)
    guard let letter = rest.first, rest.dropFirst().first == 0x20 else { return nil }
    return letter | 0x20
  }
}
