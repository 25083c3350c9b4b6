/// The loop of the tokenizer: the state of one pass over one range.
///
/// The plain cases (a word of ASCII letters, a space, a sign) are decided here; words that go on behind a joiner, and
/// scalars outside ASCII, have files of their own.
struct TokenScanner: ~Copyable {
  let p: UnsafeBufferPointer<UInt8>
  let base: UnsafePointer<UInt8>
  let end: Int
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

  mutating func scan(from start: Int, into tokens: inout Tokens) {
    var i = start
    while i < end {
      // A turn of the loop makes two tokens at most: a word, and what a joiner proved to be.
      if writer.isNearlyFull { writer.flush(into: &tokens) }
      let c = classes[Int(base[i])]
      if c & ByteClass.alphanumeric != 0 {
        let first = i
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
        if goesOn {
          i = scanJoined(first, i, seen)
        } else {
          emitWord(first, i, seen)
        }
      } else if c & ByteClass.blank != 0 {
        gap.formUnion(c == ByteClass.space ? .spaceBefore : [.spaceBefore, .newlineBefore])
        i &+= 1
      } else if c & ByteClass.wide != 0 {
        i = scanWide(i)
      } else {
        i = scanSign(i)
      }
    }
    writer.flush(into: &tokens)
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
