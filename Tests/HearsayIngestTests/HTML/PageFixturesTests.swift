import Foundation
import HearsayRules
import HearsayStory
import HearsayText
import Testing

@testable import HearsayIngest

/// The rules of the working copy, read once for all tests of pages.
enum PageRules {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let rulebook: Rulebook? = {
    let folder = root + "/Rules/pages"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".rules") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { (path: name, bytes: [UInt8]($0)) }
    }
    return Rulebook.load(files: files).0
  }()

  static let reader = HTMLReader(rulebook)
}

/// `Fixtures/pages`: each page as the reader sees it, compared with what somebody has read and found right.
///
/// `HEARSAY_RECORD=1` writes the outlines anew.
@Suite struct PageFixturesTests {
  static let folder = PageRules.root + "/Fixtures/pages"
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
    !$0.hasSuffix(".outline")
  }.sorted()

  @Test(arguments: names) func isReadAsBefore(_ name: String) throws {
    try #require(PageRules.rulebook != nil, "the rules for pages do not load")
    var outline = ""
    for element in StoryReader([Self.folder + "/" + name], rulebook: PageRules.rulebook) {
      switch element {
      case .problem(let problem): outline += "problem: \(problem.what)\n"
      case .story(let story): outline += Self.outline(story)
      }
    }
    let path = Self.folder + "/" + name + ".outline"
    if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" {
      try outline.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(outline == expected)
  }

  @Test func thereAreAsManyAsThereWere() { #expect(Self.names.count >= 27) }

  static func outline(_ story: Story) -> String {
    var out =
      "title: \(story.title ?? "-")\nauthors: \(story.byline.joined(separator: "; "))\ndate: \(story.date ?? "-")\n"
    out += "outlet: \(story.outlet ?? "-")\nurl: \(story.url ?? "-")\nlanguage: \(story.language ?? "-")\n"
    for note in story.notes { out += "note: \(note)\n" }
    for block in story.blocks ?? [] {
      out += "\(block.kind.rawValue): \(story.text.string(block.span))\n"
      for link in block.links { out += "  link: \(story.text.string(link.span)) -> \(link.url)\n" }
    }
    return out + "\n"
  }
}
