/// What a page or its header says of its encoding.
enum CharsetClaims {
  /// Further than the standard's 1,024 bytes, since pages put scripts and comments before it.
  private static let searched = 1 << 14

  /// `text/html; charset=utf-8` or a bare label.
  static func charset(ofContentType value: String) -> String? {
    let value = value.lowercased()
    guard let found = value.firstRange(of: "charset") else { return value.contains("/") ? nil : value }
    let rest = value[found.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
    let label = rest.prefix { $0 != ";" && $0 != "\"" && $0 != "'" && $0 != " " && $0 != "," }
    return label.isEmpty ? nil : String(label)
  }

  /// The label of a meta element or an XML declaration.
  static func inside(_ bytes: UnsafeBufferPointer<UInt8>) -> (CharacterEncoding, DecodedText.Reason)? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(searched))
    var i = 0
    while i < head.count {
      guard let open = head[i...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
      i = open + 1
      if has(head, "!--", at: i) {
        i = end(of: "-->", in: head, from: i) ?? head.count
      } else if has(head, "?xml", at: i) {
        if let found = label(behind: "encoding", head, i) { return (found, .xml) }
      } else if has(head, "meta", at: i) {
        // What a meta element says in UTF-16 it couldn't say at all: its letters have been read as ASCII.
        if let found = label(behind: "charset", head, i) { return (found.isUTF16 ? .utf8 : found, .meta) }
      } else if has(head, "body", at: i) {
        return nil
      }
    }
    return nil
  }

  private static func label(
    behind name: StaticString, _ head: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> CharacterEncoding? {
    let tagEnd = head[start...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
    var i = start
    while i < tagEnd {
      guard has(head, name, at: i) else {
        i += 1
        continue
      }
      var j = i + name.utf8CodeUnitCount
      while j < tagEnd, ContentKind.isSpace(head[j]) { j += 1 }
      guard j < tagEnd, head[j] == UInt8(ascii: "=") else {
        i = j
        continue
      }
      let value = head[(j + 1)..<tagEnd].drop { ContentKind.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
      let label = value.prefix { !ContentKind.isSpace($0) && ![0x22, 0x27, 0x3B, 0x2F, 0x3F].contains($0) }
      if let found = CharacterEncoding(label: String(decoding: label, as: UTF8.self)) { return found }
      i = j
    }
    return nil
  }

  private static func end(of mark: StaticString, in head: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    while i < head.count {
      if has(head, mark, at: i) { return i + mark.utf8CodeUnitCount }
      i += 1
    }
    return nil
  }

  /// Whether these letters stand at a place, in whatever case.
  private static func has(_ head: UnsafeBufferPointer<UInt8>, _ letters: StaticString, at i: Int) -> Bool {
    guard i + letters.utf8CodeUnitCount <= head.count else { return false }
    for k in 0..<letters.utf8CodeUnitCount {
      let c = head[i + k]
      let lower = c >= UInt8(ascii: "A") && c <= UInt8(ascii: "Z") ? c | 0x20 : c
      if lower != letters.utf8Start[k] { return false }
    }
    return true
  }
}
