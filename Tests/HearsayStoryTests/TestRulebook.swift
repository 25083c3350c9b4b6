import Foundation
import HearsayDiagnostics
import HearsayRules
import HearsayStory
import HearsayText
import Testing

/// The rules of the working copy with two invented outlets, read once for all tests.
enum TestRulebook {
  static let reader: DocumentReader? = rulebook.map { DocumentReader($0) }

  static let rulebook: Rulebook? = loaded.0
  /// What was wrong with the rules, for the test that cannot run.
  static let errors = loaded.1.filter { $0.severity == .error }.map { "\($0.code): \($0.message)" }

  private static let loaded: (Rulebook?, [Diagnostic]) = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let names = FileManager.default.enumerator(atPath: root + "/Rules")?.compactMap { $0 as? String } ?? []
    var files = names.filter { $0.hasSuffix(".rules") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: root + "/Rules/" + name).map { (path: name, bytes: [UInt8]($0)) }
    }
    files.append((path: "test.rules", bytes: Array(outlets.utf8)))
    let packs = RulePacks(files)
    return Rulebook.load(files: packs.files(for: packs.main))
  }()

  private static let outlets = """
    outlet quillmoor-echo
      name     The Quillmoor Echo
      aliases  Quillmoor Echo
      domains  quillmoorecho.example
      country  XB
      kind     newspaper
      note     invented

    outlet sarn-wire
      name     Sarn Wire
      aliases  Sarn Wire
      domains  sarnwire.example
      country  XB
      kind     wire
      note     invented

    """
}

/// A document of a test's own text.
func document(
  _ text: String, title: String? = nil, outlet: String? = nil, url: String? = nil, date: String? = nil
) throws -> Document {
  let reader = try #require(TestRulebook.reader, "the rules of the working copy do not load: \(TestRulebook.errors)")
  return reader.read(
    Story(id: "test", text: SourceText(text), title: title, outlet: outlet, url: url, date: date))
}

extension Document {
  /// "kind: first words" of each block.
  var outline: [String] {
    blocks.map { block in
      let words = text.string(block.span).split(whereSeparator: \.isWhitespace).prefix(3).joined(separator: " ")
      return "\(block.kind.rawValue): \(words)"
    }
  }
  var headlineText: String? { headline.map { text.string($0) } }
  func kind(of words: String) -> HearsayStory.BlockKind? {
    blocks.first { text.string($0.span).hasPrefix(words) }?.kind
  }
}
