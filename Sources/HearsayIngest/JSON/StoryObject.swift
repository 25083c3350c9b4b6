import HearsayStory
import HearsayText

/// A story as one JSON object: `{"id", "text", "title", "outlet", "url", "date", "byline", "lang"}`.
///
/// Only `text` is needed; null and empty strings count as absent; other fields are stepped over. A field that stands
/// twice counts the last time, as JSON libraries have it.
struct StoryObject {
  var id: String?
  var text: [UInt8] = []
  var title: String?
  var outlet: String?
  var url: String?
  var date: String?
  var byline: [String] = []
  var language: String?
  /// Half surrogate pairs that became U+FFFD.
  var repairs = 0

  private var hasText = false

  /// Reads the object on whose opening brace the scanner stands, and leaves the scanner behind it.
  init(_ scanner: inout JSONScanner) throws(JSONFault) {
    let start = scanner.position
    guard scanner.take(.openBrace) else { throw JSONFault(.expectedObject, at: start) }
    if !scanner.take(.closeBrace) {
      repeat {
        scanner.skipSpace()
        guard scanner.byte == JSONScanner.Mark.quote.rawValue else {
          throw JSONFault(.expectedKey, at: scanner.position)
        }
        let key = try scanner.string()
        guard scanner.take(.colon) else { throw JSONFault(.expectedColon, at: scanner.position) }
        scanner.skipSpace()
        try field(key, &scanner)
      } while scanner.take(.comma)
      guard scanner.take(.closeBrace) else {
        throw JSONFault(.expectedCommaOrBrace, at: scanner.position)
      }
    }
    if !hasText { throw JSONFault(.noText, at: start) }
  }

  private mutating func field(_ key: JSONScanner.RawString, _ scanner: inout JSONScanner) throws(JSONFault) {
    func isKey(_ name: StaticString) -> Bool {
      key.range.count == name.utf8CodeUnitCount && scanner.holds(name, at: key.range.lowerBound)
    }
    if isKey("text") {
      guard scanner.byte == JSONScanner.Mark.quote.rawValue else {
        throw JSONFault(.wrongType(key: "text", wanted: "a string"), at: scanner.position)
      }
      text = scanner.decode(try scanner.string(), repairs: &repairs)
      hasText = true
    } else if isKey("id") {
      id = try identifier(&scanner)
    } else if isKey("title") {
      title = try optionalString("title", &scanner)
    } else if isKey("outlet") {
      outlet = try optionalString("outlet", &scanner)
    } else if isKey("url") {
      url = try optionalString("url", &scanner)
    } else if isKey("date") {
      date = try optionalString("date", &scanner)
    } else if isKey("lang") {
      language = try optionalString("lang", &scanner)
    } else if isKey("byline") {
      byline = try strings("byline", &scanner)
    } else {
      try scanner.skipValue()
    }
  }

  private func optionalString(
    _ key: String, _ scanner: inout JSONScanner
  ) throws(JSONFault) -> String? {
    if scanner.byte == JSONScanner.Mark.quote.rawValue {
      let value = scanner.decodeString(try scanner.string())
      return value.isEmpty ? nil : value
    }
    let start = scanner.position
    let isNull = scanner.byte == UInt8(ascii: "n")
    try scanner.skipValue()
    if isNull { return nil }
    throw JSONFault(.wrongType(key: key, wanted: "a string"), at: start)
  }

  /// An id may also be a number, which many data sets use; it is kept as it is written.
  private func identifier(_ scanner: inout JSONScanner) throws(JSONFault) -> String? {
    let start = scanner.position
    switch scanner.byte {
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try scanner.skipValue()
      return String(decoding: scanner.bytes(start..<scanner.position), as: UTF8.self)
    default: return try optionalString("id", &scanner)
    }
  }

  private func strings(_ key: String, _ scanner: inout JSONScanner) throws(JSONFault) -> [String] {
    guard scanner.byte == JSONScanner.Mark.openBracket.rawValue else {
      return try optionalString(key, &scanner).map { [$0] } ?? []
    }
    scanner.position += 1
    var values: [String] = []
    if scanner.take(.closeBracket) { return values }
    repeat {
      scanner.skipSpace()
      if let value = try optionalString(key, &scanner) { values.append(value) }
    } while scanner.take(.comma)
    guard scanner.take(.closeBracket) else {
      throw JSONFault(.expectedCommaOrBracket, at: scanner.position)
    }
    return values
  }

  /// The story, named after its place where it has no id of its own.
  func story(path: String?, defaultID: String) -> Story {
    let source = SourceText(decoding: text)
    var notes: [String] = []
    let mended = source.repairs.count + repairs
    if mended > 0 { notes.append(InputNotes.repaired(mended)) }
    return Story(
      id: id ?? defaultID, path: path, text: source, sha256: SHA256.hexadecimal(text), title: title,
      outlet: outlet, url: url, date: date, byline: byline, language: language, notes: notes)
  }
}
