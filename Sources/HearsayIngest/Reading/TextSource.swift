import HearsayStory
import HearsayText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is one story: plain text, or Markdown with front matter.
final class TextSource: ImmediateSource {
  private let bytes: [UInt8]
  private let place: InputPlace
  private let kind: ContentKind
  private var isDone = false

  init(_ bytes: [UInt8], _ place: InputPlace, _ kind: ContentKind) {
    self.bytes = bytes
    self.place = place
    self.kind = kind
  }

  func next() -> StoryReader.Element? {
    if isDone { return nil }
    isDone = true
    let sha256 = SHA256.hexadecimal(bytes)
    var notes: [String] = []
    let text: SourceText
    if case .utf16(let littleEndian) = kind {
      text = SourceText(Self.decodeUTF16(bytes, littleEndian: littleEndian))
      notes.append(InputNotes.wasUTF16)
    } else if Self.holdsNUL(bytes) {
      return .problem(place.problem("a binary file", help: "give the story's text, in UTF-8"))
    } else {
      text = SourceText(decoding: bytes)
    }
    if !text.repairs.isEmpty {
      guard !Self.isMostlyInvalid(text) else {
        return .problem(
          place.problem(
            "not UTF-8 text: \(text.repairs.count) invalid sequences",
            help: "if it is text in another encoding, convert it: iconv -f windows-1252 -t utf-8"))
      }
      notes.append(InputNotes.repaired(text.repairs.count))
    }
    guard Self.holdsText(text.bytes) else {
      return .problem(place.problem("the input holds white space only", help: "a story needs text"))
    }
    if kind == .markdown {
      return .story(MarkdownReader(text).story(place, sha256: sha256, notes: notes))
    }
    return .story(Story(id: place.id, path: place.path, text: text, sha256: sha256, notes: notes))
  }

  /// Whether so much is invalid that it is no text with a few broken characters: one sequence in twelve bytes.
  /// Western text in a one-byte encoding has about one in fifty.
  static func isMostlyInvalid(_ text: SourceText) -> Bool {
    text.repairs.count > 8 && text.repairs.count > text.bytes.count / 12
  }

  /// Whether there is more than white space; the first bytes nearly always tell.
  static func holdsText(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { !ContentKind.isSpace($0) }) else { return false }
    if first < 0x80 { return true }
    return !String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }

  static func holdsNUL(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { $0.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
  }

  private static func decodeUTF16(_ bytes: [UInt8], littleEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = 2
    while i + 1 < bytes.count {
      let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(littleEndian ? b << 8 | a : a << 8 | b)
      i += 2
    }
    return String(decoding: units, as: UTF16.self)
  }
}
