/// Files that were put into the program as one text: each stands behind a line `#: path`.
public enum EmbeddedFiles {
  /// The files in their order, with the bytes that they had.
  public static func split(_ text: StaticString) -> [RuleFolder.File] {
    split(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func split(_ text: UnsafeBufferPointer<UInt8>) -> [RuleFolder.File] {
    var files: [RuleFolder.File] = []
    var path: String?
    var start = 0
    var line = 0
    while line < text.count {
      let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      if end - line > 3, text[line] == UInt8(ascii: "#"), text[line + 1] == UInt8(ascii: ":"),
        text[line + 2] == UInt8(ascii: " ")
      {
        if let path { files.append((path, Array(text[start..<line]))) }
        path = String(decoding: text[(line + 3)..<end], as: UTF8.self)
        start = min(end + 1, text.count)
      }
      line = end + 1
    }
    if let path { files.append((path, Array(text[start...]))) }
    return files
  }
}
