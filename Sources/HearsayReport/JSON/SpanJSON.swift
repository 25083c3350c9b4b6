import HearsayText

/// Prints places of one text as the schema wants them: `{"start", "end", "text"}` in code points.
///
/// It is made once a story, because code points need an index over the text (which costs nothing where the text is ASCII).
struct SpanJSON {
  private let text: SourceText
  private let index: CodePointIndex

  init(_ text: SourceText) {
    self.text = text
    index = CodePointIndex(text)
  }

  func write(_ span: Span, to json: inout JSONWriter) {
    json.object { json in
      writeMembers(span, to: &json)
    }
  }

  func write(_ span: Span?, to json: inout JSONWriter) {
    if let span { write(span, to: &json) } else { json.null() }
  }

  func write(_ spans: [Span], to json: inout JSONWriter) {
    json.beginArray()
    for span in spans { write(span, to: &json) }
    json.endArray()
  }

  func writeMembers(_ span: Span, withText: Bool = true, to json: inout JSONWriter) {
    let span = clamped(span)
    json.member("start", index.codePoint(ofByte: span.start))
    json.member("end", index.codePoint(ofByte: span.end))
    guard withText else { return }
    json.key("text")
    text.bytes.withUnsafeBufferPointer {
      json.string(utf8: UnsafeBufferPointer(rebasing: $0[span.start..<span.end]))
    }
  }

  func writeText(to json: inout JSONWriter) {
    text.bytes.withUnsafeBufferPointer { json.string(utf8: $0) }
  }

  /// A printer must not trap on a span that an analysis got wrong; the text shows the error well enough.
  private func clamped(_ span: Span) -> Span {
    let start = min(max(span.start, 0), text.bytes.count)
    return Span(start, min(max(span.end, start), text.bytes.count))
  }
}

/// What an id in the output stands for; its letter tells the kinds apart.
enum IDKind {
  case attribution, speaker

  var letter: UInt8 {
    switch self {
    case .attribution: UInt8(ascii: "a")
    case .speaker: UInt8(ascii: "s")
    }
  }
}

extension JSONWriter {
  /// `"a1"` for the first attribution: people count from one.
  mutating func id(_ kind: IDKind, _ place: Int) {
    var digits = place + 1
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { text in
      var at = 24
      repeat {
        at -= 1
        text[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits % 10)
        digits /= 10
      } while digits > 0 && at > 1
      at -= 1
      text[at] = kind.letter
      string(utf8: UnsafeBufferPointer(rebasing: text[at..<24]))
    }
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ span: Span, in spans: SpanJSON) {
    self.key(key)
    spans.write(span, to: &self)
  }

  /// Null where there is nothing.
  @inline(__always)
  mutating func member(_ key: StaticString, _ span: Span?, in spans: SpanJSON) {
    self.key(key)
    spans.write(span, to: &self)
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ list: [Span], in spans: SpanJSON) {
    self.key(key)
    spans.write(list, to: &self)
  }

  mutating func strings(_ values: [String]) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}
