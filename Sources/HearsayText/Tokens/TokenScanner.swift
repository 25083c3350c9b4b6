/// The loop of the tokenizer: the state of one pass over one range.
///
/// The plain cases (a word of ASCII letters, a space, a sign) are decided here; words that go on behind a joiner, and
/// scalars outside ASCII, have files of their own.
struct TokenScanner: ~Copyable {
  /// The text up to the end of the range that is being read.
  private(set) var p: UnsafeBufferPointer<UInt8>
  let base: UnsafePointer<UInt8>
  private(set) var end: Int
  let classes: UnsafePointer<UInt8>
  let vocabulary: Vocabulary.View
  let owner: Tokenizer
  var writer = TokenWriter()
  /// Where folded bytes of a word outside ASCII are made; keeps its memory.
  var scratch: [UInt8] = []
  /// White space seen since the last token.
  var gap: TokenFlags = [.spaceBefore, .newlineBefore]

  init(
    bytes: UnsafeBufferPointer<UInt8>, classes: UnsafePointer<UInt8>, vocabulary: Vocabulary.View, owner: Tokenizer
  ) {
    guard let base = bytes.baseAddress else { preconditionFailure("a scanner is made for bytes that have an address") }
    p = bytes
    self.base = base
    end = bytes.count
    self.classes = classes
    self.vocabulary = vocabulary
    self.owner = owner
  }

  @inline(__always) func byteClass(_ i: Int) -> UInt8 { i < end ? classes[Int(base[i])] : ByteClass.newline }
  @inline(__always) func byte(_ i: Int) -> UInt8 { i < end ? base[i] : 0 }

  /// Reads a range that lies inside the bytes; it counts as beginning on a new line.
  mutating func scan(_ range: Range<Int>, into tokens: inout Tokens) {
    end = range.upperBound
    p = UnsafeBufferPointer(start: base, count: end)
    gap = [.spaceBefore, .newlineBefore]
    var i = range.lowerBound
    while i < end {
      // A turn of the loop makes one token at most.
      if writer.isFull { writer.flush(into: &tokens) }
      if end &- i > 16 {
        let chunk = WordChunk(base + i)
        if chunk.count &- 1 < 7, chunk.count > 0 {
          i = finish(i, i &+ chunk.count, chunk, chunk.seen, chunk.flags) {
            $0.form(short: chunk.folded, count: chunk.count)
          }
          continue
        }
        if chunk.count == 8 {
          let tail = WordChunk(base + i + 8)
          if tail.count &- 1 < 7, tail.count > 0 {
            let both = WordChunk(chunk, tail)
            i = finish(i, i &+ 8 &+ tail.count, both, chunk.seen | tail.seen, both.longFlags(tail)) {
              $0.form(long: chunk.folded, tail.folded, count: 8 &+ tail.count)
            }
            continue
          }
        }
      }
      i = scanBytes(i)
    }
    writer.flush(into: &tokens)
  }

  /// Emits a word of ASCII letters and digits, unless it goes on behind a joiner; returns where to read on.
  @inline(__always)
  private mutating func finish(
    _ first: Int, _ last: Int, _ chunk: WordChunk, _ seen: @autoclosure () -> UInt8, _ flags: TokenFlags,
    _ form: (Vocabulary.View) -> Form
  ) -> Int {
    let c = classes[Int(base[last])]
    if c & (ByteClass.joiner | ByteClass.numberJoiner) != 0, c & ByteClass.joiner != 0 || chunk.digits != 0 {
      return scanJoined(first, last, seen())
    }
    writer.append(first, last, form(vocabulary), chunk.digits & 0x80 != 0 ? .number : .word, gap.union(flags))
    // Most words have one space behind them.
    let isSpace = base[last] == 0x20
    gap = isSpace ? .spaceBefore : []
    return isSpace ? last &+ 1 : last
  }

  /// The token or the white space at `i`, byte by byte: long words, signs, the end of the text.
  private mutating func scanBytes(_ start: Int) -> Int {
    var i = start
    let c = classes[Int(base[i])]
    if c & ByteClass.alphanumeric != 0 {
      var seen = c
      i &+= 1
      var next = byteClass(i)
      while next & ByteClass.alphanumeric != 0 {
        seen |= next
        i &+= 1
        next = byteClass(i)
      }
      let goesOn =
        next & ByteClass.joiner != 0 || (next & ByteClass.numberJoiner != 0 && seen & ByteClass.digit != 0)
      if goesOn { return scanJoined(start, i, seen) }
      emitWord(start, i, seen)
      return i
    }
    if c & ByteClass.blank != 0 {
      gap.formUnion(c == ByteClass.space ? .spaceBefore : [.spaceBefore, .newlineBefore])
      return i &+ 1
    }
    return c & ByteClass.wide != 0 ? scanWide(i) : scanSign(i)
  }

  /// A word of ASCII letters and digits only.
  @inline(__always)
  mutating func emitWord(_ first: Int, _ last: Int, _ seen: UInt8) {
    let count = last &- first
    let form = vocabulary.form(base + first, count: count, readable: end &- first, lowering: true)
    var flags = gap
    gap = []
    let isNumber = classes[Int(base[first])] & ByteClass.digit != 0
    if seen & ByteClass.upper != 0 {
      if classes[Int(base[first])] & ByteClass.upper != 0 { flags.formUnion(.capitalised) }
      if seen & ByteClass.lower == 0, count >= 2 {
        if seen & ByteClass.digit == 0 || letterCount(first, last) >= 2 { flags.formUnion(.allCaps) }
      }
    }
    if seen & ByteClass.digit != 0 {
      flags.formUnion(.hasDigit)
    } else if count >= 4 {
      flags.formUnion(ending(last))
    }
    writer.append(first, last, form, isNumber ? .number : .word, flags)
  }

  /// The hint that the last letters give; the word has at least four.
  @inline(__always)
  func ending(_ last: Int) -> TokenFlags {
    let z = base[last &- 1] | 0x20
    let y = base[last &- 2] | 0x20
    if z == 0x79 { return y == 0x6C ? .endsLy : [] }
    if z == 0x64 { return y == 0x65 ? .endsEd : [] }
    if z == 0x67 { return y == 0x6E && base[last &- 3] | 0x20 == 0x69 ? .endsIng : [] }
    return []
  }

  func letterCount(_ first: Int, _ last: Int) -> Int {
    var n = 0
    for i in first..<last where classes[Int(base[i])] & ByteClass.letter != 0 { n += 1 }
    return n
  }

  /// Emits a token that is no word: its form is its folded text.
  mutating func emit(_ first: Int, _ last: Int, _ form: Form, _ kind: TokenKind, _ flags: TokenFlags = []) {
    writer.append(first, last, form, kind, gap.union(flags))
    gap = []
  }

  /// The form of any bytes, through folding.
  mutating func foldedForm(_ first: Int, _ last: Int) -> Form {
    scratch.removeAll(keepingCapacity: true)
    Folding.fold(UnsafeBufferPointer(rebasing: p[first..<last]), into: &scratch)
    return scratch.withUnsafeBufferPointer { vocabulary.form(folded: $0, lowering: false) }
  }
}
