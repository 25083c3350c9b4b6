import HearsayDiagnostics

/// The rules that are part of the binary.
extension Rulebook {
  /// The files in a text that was made by `RulebookEmbedding`: each begins with a line `#: path`.
  ///
  /// The bytes of each file are copied once, out of the binary.
  public static func files(builtIn text: StaticString) -> [(path: String, bytes: [UInt8])] {
    text.withUTF8Buffer { bytes in
      var files: [(path: String, bytes: [UInt8])] = []
      var path: String?
      var bodyStart = 0
      var lineStart = 0
      while lineStart < bytes.count {
        let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if bytes[lineStart..<lineEnd].starts(with: RulebookEmbedding.marker.utf8) {
          if let path { files.append((path, Array(bytes[bodyStart..<lineStart]))) }
          path = String(
            decoding: bytes[(lineStart + RulebookEmbedding.marker.utf8.count)..<lineEnd], as: UTF8.self)
          bodyStart = min(lineEnd + 1, bytes.count)
        }
        lineStart = lineEnd + 1
      }
      if let path { files.append((path, Array(bytes[bodyStart...]))) }
      return files
    }
  }

  /// Those of them that make the rulebook of the main language.
  public static func mainFiles(builtIn text: StaticString) -> [(path: String, bytes: [UInt8])] {
    let packs = RulePacks(files(builtIn: text))
    return packs.files(for: packs.main)
  }

  /// The main language's rulebook in such a text; nil when the text was not made by this version, or by hand.
  public static func builtIn(_ text: StaticString) -> Rulebook? {
    load(files: mainFiles(builtIn: text)).0
  }
}
