import HearsayText

/// The rule files of a run, by the language that they are for.
///
/// A folder with a `language` block is the pack of that language, with all folders below it; `language extends uk` in a
/// folder of one's own makes it part of the pack `uk`. Of files elsewhere those with patterns, or with additions to blocks that
/// are there, are for the main language, as patterns are made of words; all others (outlets, checks) are for every language. One
/// rulebook for each language keeps a word of one from being looked up in another.
public struct RulePacks: Sendable {
  public typealias File = (path: String, bytes: [UInt8])

  private let files: [File]
  /// By file: the language of its pack; nil for every language.
  private let languageOfFile: [String?]
  /// In the order of their letters.
  public let languages: [String]

  public init(_ files: [File]) {
    self.files = files
    let contents = files.map { Contents($0.bytes) }
    var byFolder: [String: String] = [:]
    for (file, contents) in zip(files, contents) {
      guard let language = contents.language else { continue }
      // Of two in one folder the first counts.
      if byFolder[Self.folder(file.path)] == nil { byFolder[Self.folder(file.path)] = language }
    }
    let languages = Set(byFolder.values).sorted()
    let main = languages.contains("en") ? "en" : languages.first
    languageOfFile = zip(files, contents).map { file, contents in
      var folder = Self.folder(file.path)
      while true {
        if let language = byFolder[folder] { return language }
        if folder.isEmpty { return contents.isOfMainLanguage ? main : nil }
        folder = Self.folder(folder)
      }
    }
    self.languages = languages
    self.main = main
  }

  /// The language of stories that don't say theirs: English where there are rules for it, else the first.
  public let main: String?

  /// What the `language` block of a pack says, read without the rest of the pack.
  public func settings(of language: String) -> LanguageSettings? {
    let declaring = zip(files, languageOfFile).compactMap { file, own in
      own == language && Contents(file.bytes).language != nil ? file : nil
    }
    return LanguageSettings.read(files: declaring)
  }

  /// The files for a language, in the order in which they were given; those for every language without one.
  public func files(for language: String?) -> [File] {
    zip(files, languageOfFile).compactMap { file, own in own == nil || own == language ? file : nil }
  }

  /// The pack for a language as stories state it: `uk` for `uk-UA` and `UK`; nil where there is none.
  public func pack(for code: String) -> String? {
    let code = code.lowercased()
    if languages.contains(code) { return code }
    let primary = code.prefix { $0 != "-" && $0 != "_" }
    return languages.first { $0 == primary }
  }

  /// The folder of a path; empty for a name alone.
  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// What the lines of a file that open a block tell of its language.
  private struct Contents {
    /// The id in the first line that opens a `language` block.
    var language: String?
    /// Whether there are patterns in it, or changes to blocks that must be there.
    var isOfMainLanguage = false

    init(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { p in
        var start = 0
        while start < p.count {
          let end = p[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? p.count
          // Few lines open a block, and of those few begin with the l of a language or lexicon, or the r or f of patterns.
          switch p[start] {
          case UInt8(ascii: "l"), UInt8(ascii: "r"), UInt8(ascii: "f"): read(p[start..<end])
          default: break
          }
          start = end + 1
        }
      }
    }

    private mutating func read(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
      let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
      let changes = words.count > 1 && (words[1] == "extends" || words[1] == "replaces")
      switch words.first {
      case "language": language = language ?? words.dropFirst(changes ? 2 : 1).first
      case "rule", "fragment": isOfMainLanguage = true
      case "lexicon": isOfMainLanguage = isOfMainLanguage || changes
      default: break
      }
    }
  }
}
