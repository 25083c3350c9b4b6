import HearsayDiagnostics
import Testing

@testable import HearsayRules

/// A pack is data from a stranger: whatever it holds, the parser must come to an end without a trap.
@Suite struct HostileRulesTests {
  /// A small generator of its own, so that every run mutates alike.
  struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(bound, 1)))
    }
  }

  static let seed =
    RuleSetParseTests.lexicon + """
      language xx
        quotes   « » “ ”
        abbreviations title  Mr., Dr.
      outlet gazette
        name     The Gazette
        aliases  Gazette, Газета
        control  state XX
      caveat unverified
        label    Not verified
        why      Nobody checked.
      check SHIP-01
        level    note
        title    Ships
        why      Ships.
      fragment day
        why      When.
        pattern  on ( Monday | the day after %other )
      fragment other
        why      When else.
        pattern  ..3 tomorrow?
      rule said
        why      The plainest of all.
        pattern  ^ <source: source | \\source> ,? <cue: verb @say.neutral> that? <content: clause> $
        unless   a/b/c \\( \\?
        where    source.kind is newspaper/wire
        where    content lacks @say
        over     told
        then     attribute content + cue to source, via source, stance of cue, direct
        then     caveat unverified on claims before within 3 sentences, by source
        then     anonymity of nearest source is reason, reason content, rote
        match    {source: Oda} {cue: said} {content: “it 東京 rained \\{once\\}”}.
        skip     It rained.
      rule told
        why      Another.
        status   draft
        pattern  <source: source> told %day
        then     finding SHIP-01 at source, rewrite name it
        match    {source: Oda} told.
        todo match  Oda told.
        skip     It rained.

      """

  static let pieces: [[UInt8]] =
    [
      "(", ")", "<", ">", "|", "?", "@", "%", "..", "..9", "^", "$", "{", "}", "\\", "/", ",", "+", ":", "#", "\n",
      "\r",
      "\t", " ", "  ", "\n  ", "\nrule ", "extends ", "replaces ", "verb @", "\u{A0}", "\u{301}", "🗞️", "", "'s", "0",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC2], [0xE2, 0x80], [0xF0, 0x9F]]

  @Test(arguments: 0..<12) func mutatedFilesNeverTrap(_ seed: Int) {
    var random = Generator(state: UInt64(seed) &* 7_919 &+ 17)
    let original = Array(Self.seed.utf8)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0...random.next(8) {
        let place = random.next(bytes.count)
        switch random.next(4) {
        case 0: bytes.insert(contentsOf: Self.pieces[random.next(Self.pieces.count)], at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.next(6)))
        case 2:
          bytes.replaceSubrange(place..<min(bytes.count, place + 1), with: Self.pieces[random.next(Self.pieces.count)])
        default:
          let from = random.next(bytes.count)
          bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + random.next(60))], at: place)
        }
      }
      let file = SourceFile(path: "mutant.rules", bytes: bytes)
      let (_, diagnostics) = RuleSet.parse(files: [file])
      for diagnostic in diagnostics {
        #expect(diagnostic.primary.location.span.end <= bytes.count)
        #expect(RuleCode(rawValue: diagnostic.code) != nil)
      }
      #expect(DiagnosticRenderer(usesColor: true).render(diagnostics).isEmpty == diagnostics.isEmpty)
    }
  }

  @Test func theSeedItselfIsSound() {
    let diagnostics = RuleSet.parse(files: [SourceFile(path: "seed.rules", text: Self.seed)]).1
    // Nothing but the outlets' kind and the fragment that may be missing altogether.
    #expect(Set(diagnostics.map(\.code)) == ["R008", "R033"])
  }

  @Test func everyPrefixOfAFileIsRead() {
    let bytes = Array(Self.seed.utf8)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      let diagnostics = RuleSet.parse(files: [SourceFile(path: "cut.rules", bytes: Array(bytes[..<end]))]).1
      #expect(diagnostics.count <= Limits.errorsPerFile + 1)
    }
  }

  @Test func aChainOfFragmentsDoesNotGrowTheStack() {
    var text = ""
    for i in 0..<20_000 { text += "fragment f\(i)\n  why  x\n  pattern  %f\(i + 1)\n" }
    text += "fragment f20000\n  why  x\n  pattern  end\n"
    #expect(RuleSet.parse(files: [SourceFile(path: "chain.rules", text: text)]).1.isEmpty)
    let circle = text.replacing("pattern  end", with: "pattern  %f0")
    let found = RuleSet.parse(files: [SourceFile(path: "circle.rules", text: circle)]).1
    #expect(found.map(\.code) == ["R021"])
  }

  @Test func nonsenseByTheMegabyteIsReportedInBrief() {
    let text = String(repeating: "x\n", count: 100_000)
    let found = RuleSet.parse(files: [SourceFile(path: "x.rules", text: text)]).1
    #expect(found.count == Limits.errorsPerFile + 1)
    let line = "grade x\n  why " + String(repeating: "東", count: 300_000) + "\n"
    let long = RuleSet.parse(files: [SourceFile(path: "x.rules", text: line)]).1
    #expect(long.map(\.code) == ["R005"])
    #expect(DiagnosticRenderer().render(long).utf8.count < 2_000)
  }

  @Test func filesAreRefusedBeyondTheLimit() {
    let file = SourceFile(path: "big.rules", bytes: [UInt8](repeating: 0x23, count: Limits.fileSize + 1))
    #expect(RuleSet.parse(files: [file]).1.map(\.code) == ["R026"])
  }
}
