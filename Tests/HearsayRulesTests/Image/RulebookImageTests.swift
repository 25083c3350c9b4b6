import HearsayRulebook
import HearsayText
import Testing

@testable import HearsayRules

/// A rulebook from its image does what the one that was compiled does.
@Suite struct RulebookImageTests {
  private static let files = Rulebook.mainFiles(builtIn: builtInRules)
  private static let text = """
    PORT ELLERY (Meridian Wire) — The harbour board said on Monday that it "knew nothing" of the leak, according to two \
    officials who spoke on condition of anonymity. The claim could not be independently verified. Ana Ruiz told the Ellery \
    Courier that the pipe had been cracked for weeks.
    """

  private func matches(_ book: Rulebook) -> [String] {
    let scanned = book.scan(SourceText(Self.text))
    var matcher = Matcher(book)
    var found: [RuleMatch] = []
    for sentence in scanned.sentences.outer.map(\.tokens) {
      matcher.match(scanned, scope: sentence, kind: .sentence, phrases: SimplePhrases(scanned: scanned), into: &found)
    }
    return found.map { "\(book.rules[$0.rule].name) \($0.pattern) \($0.range) \($0.slots)" }
      + scanned.hits.map { "\($0.range) \($0.set) \($0.outlet ?? -1)" }
  }

  @Test func anImageMatchesAsTheCompiledRulebookDoes() throws {
    let compiled = try #require(Rulebook.load(files: Self.files).0)
    let image = compiled.image()
    let read = try #require(Rulebook.load(files: Self.files, image: image).0)
    #expect(matches(compiled).count > 10)
    #expect(matches(read) == matches(compiled))
    #expect(read.image() == image)
    #expect(read.plans.patterns.count == compiled.plans.patterns.count)
    let said = try #require(read.vocabulary.form("says"))
    #expect(read.lemma(said, in: "say") == compiled.lemma(said, in: "say"))
  }

  @Test func aDamagedImageIsCompiledAnew() throws {
    var rules = Self.files
    rules.append((path: "own.rules", bytes: Array("lexicon own-words\n  why  For the test.\n  plain  zebra\n".utf8)))
    let compiled = try #require(Rulebook.load(files: rules).0)
    let image = compiled.image()
    var flipped = image
    flipped[image.count / 2] ^= 1
    for damaged in [[], Array(image.prefix(image.count / 2)), flipped, Array(image.dropFirst())] {
      let read = try #require(Rulebook.load(files: rules, image: damaged).0)
      #expect(matches(read) == matches(compiled))
    }
  }

  @Test func lengthsThatCannotBeAreTold() throws {
    var writer = ImageWriter()
    writer.write([1, 2, 3] as [UInt32])
    var reader = ImageReader(writer.bytes, count: writer.bytes.count)
    #expect(try reader.read(UInt32.self) == [1, 2, 3])
    #expect(reader.isAtEnd)
    for count in [4, Int.max] {
      var writer = ImageWriter()
      writer.write(count: count)
      writer.write(count: 0)
      var reader = ImageReader(writer.bytes, count: writer.bytes.count)
      #expect(throws: ImageReader.Damage.self) { try reader.read(UInt32.self) }
    }
  }
}
