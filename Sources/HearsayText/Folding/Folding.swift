/// Brings a word into the form under which it is looked up.
///
/// Letters are lowered by Unicode's full mapping, the result is composed (NFC), and characters that only differ in print
/// become one:
///
///     ‘ ’ ʼ ʹ ‛ ′ ` ´ ＇        '
///     “ ” „ ‟ « » ″ ＂          "
///     ‐ ‑ ‒ – — ― − －          -      (what sets a dash apart from a hyphen is `TokenKind.dash`)
///     …                         ...
///     no-break and other spaces a plain space
///     zero-width characters, soft hyphen, byte order mark   nothing
///
/// Folding never looks at language: no letter loses its accent.
enum Folding {
  /// Folds a string and appends the bytes.
  static func fold(_ string: String, into folded: inout [UInt8]) {
    var string = string
    string.withUTF8 { fold($0, into: &folded) }
  }

  /// Folds valid UTF-8 and appends the bytes. Nothing is allocated beyond `folded` unless combining marks occur.
  static func fold(_ p: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    let begin = folded.count
    var needsComposition = false
    var i = 0
    while i < p.count {
      let b = p[i]
      if b < 0x80 {
        // Nearly all words of a rulebook are small letters only: they are taken in one go.
        let run = unchangedRun(in: p, from: i)
        if run > i {
          folded.append(contentsOf: UnsafeBufferPointer(rebasing: p[i..<run]))
          i = run
          continue
        }
        folded.append(b &- 0x41 < 26 ? b | 0x20 : b == 0x60 ? 0x27 : b)
        i += 1
        continue
      }
      let (scalar, length) = ScalarReader.scalar(in: p, at: i)
      i += length
      if let replacement = replacement(for: scalar) {
        folded.append(contentsOf: replacement.utf8)
      } else {
        append(lowered: scalar, to: &folded)
        // U+0130 is the one letter outside the marks whose lower case holds a combining mark.
        if scalar >= 0x0300 || scalar == 0x0130 {
          needsComposition = needsComposition || ScalarClass.mayCombine(scalar)
        }
      }
    }
    if needsComposition { Composition.compose(&folded, from: begin) }
  }

  /// Where a run of ASCII ends that folding leaves as it is.
  static func unchangedRun(in p: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    while i < p.count, p[i] < 0x80, p[i] &- 0x41 >= 26, p[i] != 0x60 { i += 1 }
    return i
  }

  private static func append(lowered scalar: UInt32, to folded: inout [UInt8]) {
    switch scalar {
    case 0x00C0...0x00DE where scalar != 0x00D7: append(scalar + 0x20, to: &folded)
    case 0x00DF...0x00FF: append(scalar, to: &folded)
    case 0x0410...0x042F: append(scalar + 0x20, to: &folded)
    case 0x0400...0x040F: append(scalar + 0x50, to: &folded)
    case 0x0430...0x045F: append(scalar, to: &folded)
    default:
      guard let unicode = Unicode.Scalar(scalar) else { return }
      folded.append(contentsOf: unicode.properties.lowercaseMapping.utf8)
    }
  }

  /// Appends the UTF-8 of a scalar value.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    case ..<0x10000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 12) & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: (scalar >> 6) & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
  }

  /// What stands for a character that only differs in print; small strings, so nothing is allocated.
  private static func replacement(for scalar: UInt32) -> String? {
    switch ScalarClass.of(scalar) {
    case .apostrophe, .singleQuote: "'"
    case .doubleQuote: "\""
    case .hyphen, .dash: "-"
    case .ellipsis: "..."
    case .space, .newline: " "
    case .invisible: ""
    default: nil
    }
  }
}
