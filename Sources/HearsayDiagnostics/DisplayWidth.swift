/// How many columns a character takes in a terminal, by Unicode's rules as far as terminals follow them.
///
/// East Asian wide and full-width characters and emoji take two, marks that join onto others none. Characters that move
/// the cursor or the writing direction are never printed: text from a stranger must not redraw the screen.
package enum DisplayWidth {
  /// What is printed for a character, and the columns that it takes; a tab is the caller's business.
  package static func printable(_ character: Character) -> (text: String, width: Int) {
    if let byte = character.asciiValue {
      return byte < 0x20 || byte == 0x7F ? ("\u{FFFD}", 1) : (String(character), 1)
    }
    var width = 0
    for scalar in character.unicodeScalars {
      if isDangerous(scalar) { return ("\u{FFFD}", 1) }
      // The selector asks for the emoji form of what stands before it.
      width = max(width, scalar.value == 0xFE0F ? 2 : self.width(scalar))
    }
    // An emoji sequence is as wide as its widest part; so is a base letter with its marks.
    return (String(character), width)
  }

  /// The same text without anything that could move the cursor.
  package static func printable(_ text: String) -> String {
    var result = ""
    for character in text { result += character == "\t" ? " " : printable(character).text }
    return result
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// Controls, line separators, and the marks that turn the writing direction round.
  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The blocks of EastAsianWidth.txt with `W` or `F`, joined where only unassigned code points stand between.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
