import CLibXML2

/// Character references in texts that came out of data, where they were escaped once too often.
enum HTMLEntities {
  static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      out += rest[..<sign]
      let behind = rest[rest.index(after: sign)...]
      if let end = behind.prefix(12).firstIndex(of: ";"), let character = character(behind[..<end]) {
        out.unicodeScalars.append(character)
        rest = behind[behind.index(after: end)...]
      } else {
        out.append("&")
        rest = behind
      }
    }
    return out + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(scalar)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(scalar) }
    guard let found = htmlEntityLookup(String(name)) else { return name == "apos" ? "'" : nil }
    return Unicode.Scalar(found.pointee.value)
  }

  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    Windows1252.meant(value) ?? Unicode.Scalar(value)
  }
}
