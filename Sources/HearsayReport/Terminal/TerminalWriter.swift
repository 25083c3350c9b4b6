import HearsayDiagnostics

/// What a piece of text is, which decides its colour.
public enum Ink: Sendable {
  case plain, strong, faint, error, warning, note, good, place

  var code: StaticString {
    switch self {
    case .plain: ""
    case .strong: "\u{1B}[1m"
    case .faint: "\u{1B}[2m"
    case .error: "\u{1B}[1;31m"
    case .warning: "\u{1B}[1;33m"
    case .note: "\u{1B}[1;36m"
    case .good: "\u{1B}[32m"
    case .place: "\u{1B}[35m"
    }
  }
}

/// Writes for a person's terminal: text in ink, wrapped where it must be, and safe.
///
/// Story text is hostile: control characters and bidirectional overrides in it could repaint the terminal or turn a
/// sentence round. None of them is passed on.
public struct TerminalWriter: ~Copyable {
  /// Every line that can be broken ends here.
  public static let width = 80

  public var out: ByteBuffer
  public let usesColor: Bool

  public init(usesColor: Bool, capacity: Int = 1 << 12) {
    out = ByteBuffer(capacity: capacity)
    self.usesColor = usesColor
  }

  public mutating func write(_ text: String, _ ink: Ink = .plain) {
    let colored = usesColor && ink != .plain
    if colored { out.append(ink.code) }
    for character in text { put(character) }
    if colored { out.append("\u{1B}[0m" as StaticString) }
  }

  public mutating func line(_ text: String = "", _ ink: Ink = .plain) {
    write(text, ink)
    newline()
  }

  public mutating func newline() { out.append(UInt8(ascii: "\n")) }
  public mutating func spaces(_ n: Int) { out.append(UInt8(ascii: " "), times: n) }

  /// Writes words from `column` on and goes on below `indent` when the line is full, for at most `limit` lines.
  public mutating func wrapped(
    _ text: String, indent: Int, column: Int? = nil, limit: Int = .max, _ ink: Ink = .plain
  ) {
    let lines = TerminalWriter.wrap(
      text, first: TerminalWriter.width - (column ?? indent), rest: TerminalWriter.width - indent, limit: limit)
    for (i, part) in lines.enumerated() {
      if i > 0 {
        newline()
        spaces(indent)
      }
      write(part, ink)
    }
  }

  private mutating func put(_ character: Character) {
    if let byte = character.asciiValue, byte >= 0x20, byte != 0x7F {
      out.append(byte)
    } else if character.isNewline || character == "\t" {
      // What is written as one line stays one line.
      out.append(UInt8(ascii: " "))
    } else {
      out.append(DisplayWidth.printable(character).text)
    }
  }

  /// Breaks text into lines at spaces; a word longer than a line stands on its own.
  package static func wrap(_ text: String, first: Int, rest: Int, limit: Int = .max) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var room = max(first, 8)
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }) {
      let width = columns(word)
      if used > 0, used + 1 + width > room {
        if lines.count + 1 == limit {
          lines.append(line + " …")
          return lines
        }
        lines.append(line)
        line = ""
        used = 0
        room = max(rest, 8)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += width
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}

/// How many columns some text takes.
func columns(_ text: some Sequence<Character>) -> Int {
  text.reduce(0) { $0 + DisplayWidth.printable($1).width }
}
