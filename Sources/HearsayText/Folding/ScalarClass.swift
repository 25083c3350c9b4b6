/// What a character outside ASCII is to a tokenizer.
///
/// Latin, Cyrillic and the marks of print are told by range; everything else asks the standard library's Unicode tables.
enum ScalarClass {
  case lowerLetter, upperLetter, otherLetter, digit
  case space, newline, invisible
  /// ’ ʼ and the like: inside a word an apostrophe, else a closing mark.
  case apostrophe
  case singleQuote, doubleQuote
  /// U+2010 and U+2011, which join words.
  case hyphen
  case dash, ellipsis, currency, punctuation, symbol

  var isLetter: Bool { self == .lowerLetter || self == .upperLetter || self == .otherLetter }

  @inline(__always)
  static func of(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x00DF...0x00F6, 0x00F8...0x00FF, 0x0430...0x045F: .lowerLetter
    case 0x00C0...0x00D6, 0x00D8...0x00DE, 0x0400...0x042F: .upperLetter
    case 0x2019, 0x02BC, 0x02B9, 0x2032, 0x00B4, 0xFF07: .apostrophe
    case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB, 0x2033, 0xFF02: .doubleQuote
    case 0x2018, 0x201A, 0x201B, 0x2039, 0x203A: .singleQuote
    case 0x2012...0x2015, 0x2212, 0xFF0D: .dash
    case 0x2010, 0x2011: .hyphen
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x0085, 0x2028, 0x2029: .newline
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFE0E, 0xFE0F: .invisible
    case 0x2026: .ellipsis
    // The degree sign goes with its number or letter: 25°C, N°.
    case 0x00B0: .otherLetter
    case 0x300C...0x300F: .doubleQuote
    default: byProperties(scalar)
    }
  }

  /// Whether a scalar may change under composition: marks, and the vowels and finals of Hangul.
  static func mayCombine(_ scalar: UInt32) -> Bool {
    if (0x0300...0x036F).contains(scalar) || scalar == 0x0130 || (0x1161...0x11C2).contains(scalar) { return true }
    if scalar < 0x0483 || (0x2000...0x206F).contains(scalar) || (0x4E00...0x9FFF).contains(scalar) { return false }
    guard let unicode = Unicode.Scalar(scalar) else { return false }
    switch unicode.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  private static func byProperties(_ scalar: UInt32) -> ScalarClass {
    guard let unicode = Unicode.Scalar(scalar) else { return .symbol }
    switch unicode.properties.generalCategory {
    case .lowercaseLetter: return .lowerLetter
    case .uppercaseLetter, .titlecaseLetter: return .upperLetter
    case .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .enclosingMark: return .otherLetter
    case .decimalNumber, .letterNumber: return .digit
    case .spaceSeparator: return .space
    case .lineSeparator, .paragraphSeparator: return .newline
    case .currencySymbol: return .currency
    case .dashPunctuation: return .dash
    case .initialPunctuation, .finalPunctuation: return .doubleQuote
    case .connectorPunctuation, .openPunctuation, .closePunctuation, .otherPunctuation: return .punctuation
    case .format: return .invisible
    default: return .symbol
    }
  }
}
