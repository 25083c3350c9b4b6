import Foundation
import HearsayRules
import Testing

@testable import Hearsay

/// Compiled rules are kept for the next run, and never used for other rules or by another program.
struct RuleCacheTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)")
  private let files: [RuleFolder.File] = [
    (
      path: "own.rules",
      bytes: Array(
        """
        language en
          quotes  " "

        lexicon animal
          why    For the test.
          beast  lion, old goat

        """.utf8)
    )
  ]

  private func cache(_ program: String = "1") -> RuleCache {
    RuleCache(folder: folder.appendingPathComponent("below").path, program: program)
  }

  private func images() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("below").path)
    return (names ?? []).sorted()
  }

  @Test func whatIsCompiledIsKept() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try #require(cache().load(files: files).0)
    #expect(images().count == 1)
    let second = try #require(cache().load(files: files).0)
    #expect(images().count == 1)
    #expect(second.words("animal") == ["lion", "old goat"])
    #expect(second.vocabulary.form("lion") == first.vocabulary.form("lion"))
  }

  @Test func otherRulesProgramsAndStatusesHaveImagesOfTheirOwn() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = cache().load(files: files)
    _ = cache("2").load(files: files)
    _ = cache().load(files: files, running: [.stable, .draft])
    var changed = files
    changed[0].bytes += Array("  bird heron\n".utf8)
    #expect(try #require(cache().load(files: changed).0).words("animal").contains("heron"))
    #expect(images().count == 4)
  }

  @Test func aDamagedImageIsNoHindrance() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = cache().load(files: files)
    let image = folder.appendingPathComponent("below").appendingPathComponent(try #require(images().first))
    try Data("nothing".utf8).write(to: image)
    #expect(try #require(cache().load(files: files).0).words("animal") == ["lion", "old goat"])
  }

  @Test func oldImagesMakeRoom() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for program in 0..<RuleCache.mostImages + 3 { _ = cache("\(program)").load(files: files) }
    #expect(images().count == RuleCache.mostImages)
  }

  @Test func rulesWithErrorsAreNotKept() {
    let (rulebook, diagnostics) = cache().load(files: [(path: "bad.rules", bytes: Array("nonsense here\n".utf8))])
    #expect(rulebook == nil && !diagnostics.isEmpty)
    #expect(images().isEmpty)
  }

  @Test func whereImagesAreKept() {
    #expect(RuleCache { _ in nil } == nil)
    #expect(RuleCache { $0 == "HOME" ? "not absolute" : nil } == nil)
    #expect(RuleCache { ["HOME": "/home/ada", "HEARSAY_CACHE": "off"][$0] } == nil)
    #expect(RuleCache { ["HOME": "/home/ada"][$0] }?.folder == "/home/ada/.cache/hearsay")
    #expect(
      RuleCache { ["HOME": "/home/ada", "XDG_CACHE_HOME": "/home/ada/kept"][$0] }?.folder == "/home/ada/kept/hearsay")
  }
}
