import HearsayText

/// Turns entries, aliases and pattern words into forms, cut exactly as the tokenizer cuts the text that they must
/// match.
///
/// Nearly all are single words of plain letters, which are their own token. The others are gathered and tokenised
/// together, because a run of the tokenizer has a price whatever its length.
struct FormReader {
  /// How one token of an entry is written: the state that `LexiconIndex` keeps a row for.
  struct Piece {
    var form: Form
    var isCapitalised: Bool
    var isAllCaps: Bool
  }

  private(set) var builder = VocabularyBuilder()
  /// By form.
  private(set) var frequencies: [Double] = []
  private let borders: Tokenizer
  /// The pieces of all texts; those of text `k` are given by `extents[k]`.
  private var pieces: [Piece] = []
  private var extents: [Extent] = []
  /// Texts that the tokenizer must cut, one a line.
  private var pending: [UInt8] = []
  private var pendingTexts: [Int] = []

  private struct Extent {
    var start: Int32
    var count: Int32
  }

  init(language: LanguageSettings) {
    borders = Tokenizer(vocabulary: .empty, language: language)
  }

  /// Takes a text and returns its number; its pieces are known after `finish`.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let number = extents.count
    if let piece = plainWord(text) {
      extents.append(Extent(start: Int32(pieces.count), count: 1))
      pieces.append(piece)
    } else {
      extents.append(Extent(start: 0, count: 0))
      if Self.isClitic(text) { pending.append(Self.host) }
      pending.append(contentsOf: text)
      pending.append(UInt8(ascii: "\n"))
      pendingTexts.append(number)
    }
    return number
  }

  /// Cuts what is still to be cut.
  mutating func finish() {
    var tokens = Tokens()
    let lines = pending
    lines.withUnsafeBufferPointer { bytes in
      borders.tokenize(bytes, 0..<bytes.count, into: &tokens)
      var token = 0
      var lineStart = 0
      for text in pendingTexts {
        let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let first = pieces.count
        while token < tokens.count, Int(tokens.start[token]) < lineEnd {
          var span = tokens.span(token)
          if span.start == lineStart, isHosted(bytes, lineStart) {
            token += span.count == 1 ? 1 : 0
            if span.count == 1 { continue }
            span.start += 1
          }
          let form = intern(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]))
          let flags = tokens.flags[token]
          pieces.append(
            Piece(
              form: form, isCapitalised: flags.contains(.capitalised), isAllCaps: flags.contains(.allCaps)))
          token += 1
        }
        extents[text] = Extent(start: Int32(first), count: Int32(pieces.count - first))
        lineStart = lineEnd + 1
      }
    }
    pending = []
    pendingTexts = []
  }

  /// A clitic is told from a quotation mark by the word that it hangs on, so one is put before it to be cut.
  private static let host = UInt8(ascii: "x")

  private static func isClitic(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count > 1 && text[0] == UInt8(ascii: "'")
  }

  /// Whether a pending line begins with a host; no entry of its own begins like that.
  private func isHosted(_ bytes: UnsafeBufferPointer<UInt8>, _ lineStart: Int) -> Bool {
    lineStart + 1 < bytes.count && bytes[lineStart] == Self.host && bytes[lineStart + 1] == UInt8(ascii: "'")
  }

  /// The pieces of a text, after `finish`.
  func pieces(of text: Int) -> ArraySlice<Piece> {
    let extent = extents[text]
    return pieces[Int(extent.start)..<Int(extent.start + extent.count)]
  }

  /// The forms of a word of a pattern, at once.
  mutating func forms(of word: String) -> [Form] {
    var copy = word
    if let form = copy.withUTF8({ plainWord($0)?.form }) { return [form] }
    var pieces = borders.pieces(of: word)
    if copy.withUTF8(Self.isClitic) {
      pieces = borders.pieces(of: "x" + word)
      if pieces.first == "x" { pieces.removeFirst() } else { pieces = pieces.prefix(1).map { String($0.dropFirst()) } }
    }
    return pieces.map { piece in
      var piece = piece
      return piece.withUTF8 { intern($0) }
    }
  }

  /// A word of ASCII letters only.
  private mutating func plainWord(_ text: UnsafeBufferPointer<UInt8>) -> Piece? {
    guard let first = text.first else { return nil }
    var hasSmall = false
    for byte in text {
      guard byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A else { return nil }
      if byte & 0x20 != 0 { hasSmall = true }
    }
    return Piece(
      form: intern(text), isCapitalised: first & 0x20 == 0, isAllCaps: !hasSmall && text.count > 1)
  }

  private mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Form {
    let form = builder.intern(utf8: bytes)
    if Int(form) == frequencies.count { frequencies.append(FrequencyEstimate.frequency(ofForm: bytes)) }
    return form
  }
}
