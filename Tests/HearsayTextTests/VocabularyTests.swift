import HearsayTestSupport
import Testing

@testable import HearsayText

@Suite struct VocabularyTests {
  @Test func idsAreDenseAndStable() {
    var builder = VocabularyBuilder()
    let words = (0..<5000).map { "word\($0 * 7919)" }
    let ids = words.map { builder.intern($0) }
    #expect(ids == (0..<5000).map { Form($0) })
    #expect(builder.intern("WORD0") == 0)
    let vocabulary = builder.freeze()
    #expect(vocabulary.count == 5000)
    for (word, id) in zip(words, ids) {
      #expect(vocabulary.form(word) == id)
      #expect(vocabulary.string(id) == word)
    }
    #expect(vocabulary.form("missing") == nil)
    #expect(!vocabulary.formOrUnknown("missing").isKnown)
    #expect(vocabulary.string(Form.unknownBit) == "")
  }

  @Test(arguments: [
    ("O’NEIL", "o'neil"), ("O‘Neil", "o'neil"), ("well‑known", "well-known"), ("Ünal", "ünal"), ("ЁЛКА", "ёлка"),
    ("Cafe\u{301}", "café"), ("e\u{323}\u{302}", "ệ"), ("e\u{302}\u{323}", "ệ"), ("ÅNGSTRÖM", "ångström"),
    ("co\u{AD}operate", "cooperate"), ("…", "..."), ("„", "\""), ("―", "-"), ("Kyiv\u{A0}Post", "kyiv post"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("ΣΑΣ", "σασ"),
  ])
  func folding(_ written: String, _ folded: String) {
    var bytes: [UInt8] = []
    Folding.fold(written, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.elementsEqual(folded.unicodeScalars))
  }

  @Test func compositionAgreesWithCanonicalEquivalence() {
    var random = SplitMix64(seed: 11)
    let pool: [Unicode.Scalar] = [
      "a", "e", "o", "u", "я", "и", "α", "\u{300}", "\u{301}", "\u{302}", "\u{308}", "\u{323}", "\u{327}", "\u{345}",
    ]
    for _ in 0..<1000 {
      var string = String.UnicodeScalarView()
      for _ in 0...random.below(8) { string.append(pool[random.below(pool.count)]) }
      var bytes: [UInt8] = []
      Folding.fold(String(string), into: &bytes)
      let once = String(decoding: bytes, as: UTF8.self)
      #expect(once == String(string))
      bytes.removeAll()
      Folding.fold(once, into: &bytes)
      #expect(Array(once.utf8) == bytes)
    }
  }

  @Test func tokensHaveTheFormsOfTheirFoldedText() {
    var builder = VocabularyBuilder()
    for word in ["said", "o'neil", "a-very-long-hyphenated-word", "зеленский", "\"", "-", "...", ","] {
      _ = builder.intern(word)
    }
    let vocabulary = builder.freeze()
    let read = ReadText(
      "O’Neil SAID, “a-very-long-hyphenated-word” — Зеленский … unknown Unknown", vocabulary: vocabulary)
    let known = ["o'neil", "said", ",", "\"", "a-very-long-hyphenated-word", "\"", "-", "зеленский", "..."]
    #expect(read.tokens.form.prefix(9).map { vocabulary.string($0) } == known)
    #expect(read.tokens.form[9] == read.tokens.form[10])
    #expect(read.tokens.form[9] == vocabulary.formOrUnknown("UNKNOWN"))
    for i in 0..<read.tokens.count { #expect(read.tokens.form[i] == vocabulary.formOrUnknown(read.words[i])) }
  }
}
