/// What a byte is to the token scanner, as bits so that a run of bytes can be summed up by OR.
enum ByteClass {
  static let lower: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 4
  static let space: UInt8 = 8
  static let newline: UInt8 = 16
  /// May go on with the word before it, whatever that is: - ' . @ : _ & and all bytes above 0x7F.
  static let joiner: UInt8 = 32
  /// May go on with a number: , / %.
  static let numberJoiner: UInt8 = 64
  /// Any byte of a scalar outside ASCII.
  static let wide: UInt8 = 128

  static let letter: UInt8 = lower | upper
  static let alphanumeric: UInt8 = lower | upper | digit
  static let blank: UInt8 = space | newline

  /// One class a byte.
  static let table: [UInt8] = (0...255).map { (byte: Int) -> UInt8 in
    switch UInt8(byte) {
    case 0x61...0x7A: lower
    case 0x41...0x5A: upper
    case 0x30...0x39: digit
    case 0x20, 0x09, 0x0B: space
    case 0x0A, 0x0C, 0x0D: newline
    case 0x2D, 0x27, 0x2E, 0x40, 0x3A, 0x5F, 0x26: joiner
    case 0x2C, 0x2F, 0x25: numberJoiner
    case 0x80...0xFF: joiner | wide
    default: 0
    }
  }
}
