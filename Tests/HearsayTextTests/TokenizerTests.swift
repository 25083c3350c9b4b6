import HearsayTestSupport
import Testing

@testable import HearsayText

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("The mayor's aide can't say.", "The|mayor|'s|aide|can't|say|."),
    ("O’Brien’s and Bloomberg‘s", "O’Brien|’s|and|Bloomberg|‘s"),
    ("They'll go; we’ve gone.", "They|'ll|go|;|we|’ve|gone|."),
    ("Mr. Vell met Gov. Okoro in the U.S. on Jan. 6.", "Mr.|Vell|met|Gov.|Okoro|in|the|U.S.|on|Jan.|6|."),
    ("J. K. Rowland, B.Sc.", "J.|K.|Rowland|,|B.|Sc|."),
    ("a U.S.-led, 30-day truce", "a|U.S.-led|,|30-day|truce"),
    ("It cost $4.2 million, 98.5% of 1,234.5.", "It|cost|$|4.2|million|,|98.5%|of|1,234.5|."),
    ("See No. 5. No. Never.", "See|No.|5|.|No|.|Never|."),
    ("at 10:30 a.m. on 3/4", "at|10:30|a.m.|on|3/4"),
    ("Ask ed.vale@post.example or @ed_vale #news", "Ask|ed.vale@post.example|or|@ed_vale|#news"),
    ("at https://x.example/a_(b)?q=1. Then", "at|https://x.example/a_(b)?q=1|.|Then"),
    ("(see https://x.example/a).", "(|see|https://x.example/a|)|."),
    ("on gazette.com, www.foo.bar", "on|gazette.com|,|www.foo.bar"),
    ("peace—or war – now -- yes", "peace|—|or|war|–|now|--|yes"),
    ("world.Today is", "world|.|Today|is"),
    ("Wait... what?!", "Wait|...|what|?|!"),
    ("AT&T and R&D", "AT&T|and|R&D"),
    ("in the '90s give 'em", "in|the|'90s|give|'em"),
    ("the ’90s", "the|’90s"),
    ("\u{FEFF}a\u{A0}b\u{200B} c", "a|b|c"),
    ("Київ і Нью-Йорк", "Київ|і|Нью-Йорк"),
    ("snake_case _em_", "snake_case|_|em|_"),
    ("``quoted''", "``|quoted|''"),
    ("«да» „ja“", "«|да|»|„|ja|“"),
    ("Jr.'s book", "Jr.|'s|book"),
    ("the Ph.D. and Ph.D.-level", "the|Ph.D.|and|Ph.D.-level"),
  ])
  func pieces(_ text: String, _ expected: String) {
    #expect(ReadText(text).words.joined(separator: "|") == expected)
  }

  @Test func kindsAndFlags() {
    let read = ReadText("He quickly said: NATO wanted 30-day rules at 5th U.S. www.x.com’s @me\n$5 —")
    #expect(read.token("He")?.flags.contains([.capitalised, .newlineBefore]) == true)
    #expect(read.token("quickly")?.flags.contains(.endsLy) == true)
    #expect(read.token("wanted")?.flags.contains(.endsEd) == true)
    #expect(read.token("NATO")?.flags.contains([.allCaps, .capitalised]) == true)
    #expect(read.token("30-day")?.kind == .word)
    #expect(read.token("30-day")?.flags.contains([.hyphenated, .hasDigit]) == true)
    #expect(read.token("5th")?.kind == .number)
    #expect(read.token("U.S.")?.flags.contains([.abbreviation, .allCaps]) == true)
    #expect(read.token("www.x.com")?.kind == .url)
    #expect(read.token("’s")?.kind == .possessive)
    #expect(read.token("@me")?.kind == .handle)
    #expect(read.token("$")?.kind == .currency)
    #expect(read.token("$")?.flags.contains(.newlineBefore) == true)
    #expect(read.token("—")?.kind == .dash)
    #expect(read.token(":")?.flags.contains(.spaceBefore) == false)
  }

  @Test func aRangeOfATextKeepsItsOffsets() {
    let text = SourceText("skip this. Keep that.")
    var tokens = Tokens()
    let tokenizer = Tokenizer(vocabulary: .empty, language: english)
    let blocks = tokenizer.tokenize(text, ranges: [11..<15, 16..<20], into: &tokens)
    #expect(blocks == [0..<1, 1..<2])
    #expect((0..<2).map { text.string(tokens.span($0)) } == ["Keep", "that"])
  }

  @Test func everyVisibleByteBelongsToOneToken() {
    var random = SplitMix64(seed: 3)
    let pool = Array("ab Z.9'-’“\"…@/:_&%$,#(\n\u{200B}éЖ€漢".unicodeScalars)
    for round in 0..<1500 {
      var bytes: [UInt8] = []
      if round % 3 == 0 {
        bytes = (0..<random.below(80)).map { _ in UInt8(random.below(256)) }
      } else {
        for _ in 0..<random.below(80) { bytes.append(contentsOf: String(pool[random.below(pool.count)]).utf8) }
      }
      let text = SourceText(decoding: bytes)
      let read = ReadText(text.string(Span(0, text.bytes.count)))
      var end = 0
      for i in 0..<read.tokens.count {
        let span = read.tokens.span(i)
        #expect(span.start >= end && span.end > span.start)
        #expect(isBlank(text, end, span.start))
        end = span.end
      }
      #expect(isBlank(text, end, text.bytes.count))
      #expect(read.sentences.outer.flatMap { Array($0.tokens) } == Array(0..<read.tokens.count))
      #expect(read.sentences.inner.flatMap { Array($0) } == Array(0..<read.tokens.count))
    }
  }

  /// Near the end of a text words are read byte by byte, elsewhere in chunks of eight; both ways must agree.
  @Test func wordsAreTheSameInTheMiddleAndAtTheEnd() {
    var random = SplitMix64(seed: 13)
    var builder = VocabularyBuilder()
    let letters = Array("abdegilnySTAR19")
    let words = (0..<600).map { _ in String((0...random.below(19)).map { _ in letters[random.below(letters.count)] }) }
    for word in words.prefix(300) { _ = builder.intern(word) }
    let vocabulary = builder.freeze()
    for word in words + ["clearly", "announcing", "REPORTERS", "unitedly", "sing", "ed", "reported12"] {
      let atEnd = ReadText("a " + word, vocabulary: vocabulary).tokens
      let inside = ReadText("a " + word + " and much more text behind it", vocabulary: vocabulary).tokens
      #expect(atEnd.form[1] == inside.form[1], "\(word)")
      #expect(atEnd.flags[1] == inside.flags[1], "\(word)")
      #expect(atEnd.kind[1] == inside.kind[1], "\(word)")
      #expect(atEnd.end[1] == inside.end[1], "\(word)")
      #expect(atEnd.form[1] == vocabulary.formOrUnknown(word), "\(word)")
    }
  }

  /// Raw bytes that nobody has repaired must not trap either.
  @Test func illFormedBytesDoNotTrap() {
    var random = SplitMix64(seed: 5)
    let tokenizer = Tokenizer(vocabulary: .empty, language: english)
    for _ in 0..<500 {
      let bytes = (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
      var tokens = Tokens()
      bytes.withUnsafeBufferPointer { tokenizer.tokenize($0, 0..<$0.count, into: &tokens) }
      #expect(tokens.end.allSatisfy { Int($0) <= bytes.count })
    }
  }

  private func isBlank(_ text: SourceText, _ from: Int, _ to: Int) -> Bool {
    text.string(Span(from, to)).unicodeScalars.allSatisfy {
      let c = ScalarClass.of($0.value)
      return $0.properties.isWhitespace || c == .invisible
    }
  }
}
