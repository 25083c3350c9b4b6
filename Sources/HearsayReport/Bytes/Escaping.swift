/// Story text on its way into other notations.
///
/// Whatever stands in an article may have been written by somebody who wants to break the reader of the report: markup,
/// formulas, control characters, marks that turn the writing direction round. Every writer passes every word of a story
/// through one of these.
enum Escaping {
  /// The text without control characters and without marks that turn the writing direction: each becomes U+FFFD, so that
  /// a reader sees that there was something. Tabs and line breaks stay.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isHidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// On one line, with single spaces.
  static func line(_ text: String) -> String {
    visible(text).split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// For text and attributes of XML and HTML; both quotation marks, and `>` because of `]]>`.
  static func markup(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // A parser turns a bare CR into LF, and LF into a space in attributes; a reference stays what it is.
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// For an attribute: line breaks and tabs as references, so that they survive.
  static func attribute(_ text: String) -> String {
    markup(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }

  /// For running text in GitHub-flavoured Markdown, in table cells too: one line, nothing in it is markup.
  static func markdown(_ text: String) -> String {
    var result = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$", "@": result += "\\" + String(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // What would open a list or a heading at the start of a line, and bare addresses that would become links.
    if let first = result.first, "-+=".contains(first) { result = "\\" + result }
    return result.replacing("://", with: ":&#8203;//").replacing("www.", with: "www&#8203;.")
  }

  /// For a quoted string of the DOT language.
  static func dot(_ text: String) -> String {
    line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// For a quoted label of Mermaid, whose entities begin with `#`.
  static func mermaid(_ text: String) -> String {
    var result = ""
    for scalar in line(text).unicodeScalars {
      switch scalar {
      case "\"", "#", "&", "<", ">", "`", "\\", ";", "[", "]", "{", "}", "|": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// For a string of Turtle in quotation marks.
  static func turtle(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A path as a relative reference, an address as it is, with everything else percent-encoded.
  static func uri(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let address = text.hasPrefix("http://") || text.hasPrefix("https://")
    let kept = Array((address ? "-._~/:?#@!$&*+,;=%" : "-._~/").utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122: result.append(byte)
      case _ where kept.contains(byte): result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    let path = String(decoding: result, as: UTF8.self)
    return !address && path.hasPrefix("/") ? "file://" + path : path
  }
}
