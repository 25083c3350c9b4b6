import Hearsay
import HearsayAttribution
import HearsayIngest
import HearsayRulebook
import HearsayRules
import HearsayStory
import HearsayText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FuzzTarget {
  static let text = story("text", ending: "txt", seeds: StorySeeds.texts, pieces: StorySeeds.words)
  static let markdown = story(
    "markdown", ending: "md", seeds: StorySeeds.markdown,
    pieces: StorySeeds.words + [
      "\n---\n", "title: ", "# ", "> ", "- ", "1. ", "```\n", "**", "_", "[a](b)", "![", "<!-- ",
    ])
  static let json = story(
    "json", ending: "json", seeds: StorySeeds.json, pieces: StorySeeds.jsonPieces)
  static let jsonLines = story(
    "json-lines", ending: "jsonl", seeds: StorySeeds.json.map { $0 + "\n" + $0 }, pieces: StorySeeds.jsonPieces)

  /// A format of stories, told by its ending: the bytes are read from a file as the command reads them, and what comes of
  /// it goes through the whole analysis with the shipped rules.
  static func story(_ name: String, ending: String, seeds: [String], pieces: [String] = []) -> FuzzTarget {
    FuzzTarget(name, seeds: seeds, pieces: pieces) { try storyRun(ending: ending) }
  }

  /// The same for formats that are no text.
  static func story(_ name: String, ending: String, bytes: [[UInt8]], pieces: [[UInt8]] = []) -> FuzzTarget {
    FuzzTarget(name, bytes: bytes, pieces: pieces) { try storyRun(ending: ending) }
  }

  private static func storyRun(ending: String) throws -> ([UInt8]) throws -> Void {
    guard let rulebook = Rulebook.builtIn(builtInRules) else { throw Violation("the shipped rules can't be used") }
    var desk = Pipeline(rulebook: rulebook).makeDesk()
    let file = try ScratchFile(ending: ending)
    return { bytes in
      try file.write(bytes)
      for element in StoryReader([file.path], rulebook: rulebook) {
        switch element {
        case .problem(let problem):
          try Violation.unless(!problem.what.isEmpty, "a problem without words")
        case .story(let story):
          let attributed = desk.attribute(desk.document(story))
          try check(attributed)
          for finding in desk.audit(attributed).findings {
            try Violation.unless(isInside(finding.at, story.text), "\(finding.check) points at \(finding.at)")
          }
        }
      }
    }
  }

  private static func isInside(_ span: Span, _ text: SourceText) -> Bool {
    span.start >= 0 && span.start <= span.end && span.end <= text.bytes.count
  }

  private static func check(_ story: AttributedStory) throws(Violation) {
    let text = story.document.text
    for block in story.document.blocks {
      try Violation.unless(isInside(block.span, text), "a block at \(block.span) of \(text.bytes.count) bytes")
    }
    for attribution in story.attributions {
      for span in attribution.content + attribution.cue + attribution.source {
        try Violation.unless(isInside(span, text), "an attribution at \(span) of \(text.bytes.count) bytes")
      }
      try Violation.unless(!attribution.content.isEmpty, "an attribution without content")
      if let outer = attribution.within {
        try Violation.unless(story.attributions.indices.contains(outer), "an attribution inside one that isn't there")
      }
    }
    for caveat in story.caveats {
      try Violation.unless(caveat.cue.allSatisfy { isInside($0, text) }, "a caveat outside the text")
      try Violation.unless(
        caveat.covers.allSatisfy { story.attributions.indices.contains($0) }, "a caveat on what isn't there")
    }
  }
}

/// A file that lives as long as its target runs: readers take paths.
final class ScratchFile {
  let path: String
  private let folder: String

  init(ending: String) throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/hearsay-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Violation("cannot make a folder in `\(parent)`") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/case." + ending
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  func write(_ bytes: [UInt8]) throws {
    guard let file = fopen(path, "w") else { throw Violation("cannot write `\(path)`") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Violation("cannot write all of `\(path)`") }
  }
}
