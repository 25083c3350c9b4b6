/// The rule files of a run, by the language that they are for.
///
/// A folder with a `language` block is the pack of that language, with all folders below it; `language extends uk` in a
/// folder of one's own makes it part of the pack `uk`. Files elsewhere (outlets, checks, most additions of an editor) are
/// for every language. One rulebook for each language keeps a word of one from being looked up in another.
public struct RulePacks: Sendable {
  public typealias File = RuleFolder.File

  private let files: [File]
  /// By file: the language of its pack; nil for every language.
  private let languageOfFile: [String?]
  /// In the order of their letters.
  public let languages: [String]

  public init(_ files: [File]) {
    self.files = files
    var byFolder: [String: String] = [:]
    for file in files {
      guard let language = Self.language(declaredIn: file.bytes) else { continue }
      // Of two in one folder the first counts.
      if byFolder[Self.folder(file.path)] == nil { byFolder[Self.folder(file.path)] = language }
    }
    languageOfFile = files.map { file in
      var folder = Self.folder(file.path)
      while true {
        if let language = byFolder[folder] { return language }
        if folder.isEmpty { return nil }
        folder = Self.folder(folder)
      }
    }
    languages = Set(byFolder.values).sorted()
  }

  /// The language of stories that don't say theirs: English where there are rules for it, else the first.
  public var main: String? { languages.contains("en") ? "en" : languages.first }

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

  /// The id in the first line that opens a `language` block.
  static func language(declaredIn bytes: [UInt8]) -> String? {
    let keyword = Array("language".utf8)
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) where line.starts(with: keyword) {
      let words = line.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
      guard words.first == "language" else { continue }
      return words.dropFirst().first { $0 != "extends" && $0 != "replaces" }
    }
    return nil
  }
}
