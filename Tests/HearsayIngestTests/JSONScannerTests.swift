import Foundation
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayIngest

@Suite struct JSONScannerTests {
  /// Steps over one value that must be all of the text; the fault where it isn't.
  static func fault(_ json: [UInt8]) -> JSONFault? {
    json.withUnsafeBufferPointer { bytes in
      guard var scanner = JSONScanner(bytes) else { return JSONFault(.expectedValue, at: 0) }
      do throws(JSONFault) {
        try scanner.skipValue()
        scanner.skipSpace()
        return scanner.isAtEnd ? nil : JSONFault(.expectedEnd, at: scanner.position)
      } catch {
        return error
      }
    }
  }

  @Test(arguments: [
    "0", "-0", "12.5e+3", "1E9", "true", "false", "null", "\"\"", "[]", "{}", " [ 1 , [ 2 ] , { } ] ",
    #"{"a": {"b": [true, null, "x\"y\\"]}, "c": -1}"#, #""\u00e9\ud83d\ude00\/\b\f\n\r\t""#, "\"caf\u{E9}\"",
  ])
  func acceptsWhatTheStandardAllows(_ json: String) {
    #expect(Self.fault(Array(json.utf8)) == nil)
  }

  @Test(arguments: [
    ("", JSONFault.Kind.expectedValue, 0), ("01", .expectedEnd, 1), ("-", .badNumber, 0), ("1.", .badNumber, 0),
    ("1e", .badNumber, 0), ("+1", .expectedValue, 0), ("nul", .expectedValue, 0), ("'a'", .expectedValue, 0),
    ("\"abc", .unfinishedString, 0), ("\"a\\", .unfinishedString, 2), ("\"a\nb\"", .controlCharacter, 2),
    ("\"\\x\"", .badEscape, 1), ("\"\\u12g4\"", .badEscape, 1), ("[1,]", .expectedValue, 3),
    ("[1 2]", .expectedCommaOrBracket, 3), ("{\"a\":1,}", .expectedKey, 7), ("{\"a\" 1}", .expectedColon, 5),
    ("{a:1}", .expectedKey, 1), ("{\"a\":1]", .expectedCommaOrBrace, 6), ("[", .expectedValue, 1),
    ("[1", .expectedCommaOrBracket, 2), ("{", .expectedKey, 1), ("[]]", .expectedEnd, 2),
  ])
  func namesTheFaultAndItsPlace(_ json: String, _ kind: JSONFault.Kind, _ offset: Int) {
    #expect(Self.fault(Array(json.utf8)) == JSONFault(kind, at: offset))
  }

  @Test func depthIsBounded() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(Self.fault(deep)?.kind == .tooDeep)
    let allowed = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(Self.fault(Array(allowed.utf8)) == nil)
  }

  @Test(arguments: [
    (#""plain words""#, "plain words"), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""one\ntwo\ttab""#, "one\ntwo\ttab"),
    (#""\u201cOui\u201d""#, "\u{201C}Oui\u{201D}"), (#""\ud83d\ude00!""#, "\u{1F600}!"),
    (#""\ud83d!""#, "\u{FFFD}!"), (#""\ude00""#, "\u{FFFD}"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}\u{1F600}"),
    (#""""#, ""), (#""\u0041""#, "A"),
  ])
  func decodesEscapes(_ json: String, _ expected: String) throws {
    try Array(json.utf8).withUnsafeBufferPointer { bytes in
      var scanner = try #require(JSONScanner(bytes))
      let raw = try scanner.string()
      #expect(scanner.decodeString(raw) == expected)
    }
  }

  /// Every length of plain text before each special byte, so that the eight-byte steps are hit at every phase.
  @Test func findsSpecialBytesAtEveryPhase() {
    for length in 0..<40 {
      let plain = String(repeating: "\u{E9}a", count: length)
      #expect(Self.fault(Array("\"\(plain)\"".utf8)) == nil)
      #expect(Self.fault(Array("\"\(plain)\\n\(plain)\"".utf8)) == nil)
      #expect(Self.fault(Array("\"\(plain)\u{1F}\"".utf8))?.kind == .controlCharacter)
      #expect(Self.fault(Array("\"\(plain)".utf8))?.kind == .unfinishedString)
    }
  }

  /// Random damage to valid lines: the scanner never traps, and it agrees with Foundation on what JSON is.
  @Test func survivesMutationAndAgreesWithFoundation() {
    var random = SplitMix64(seed: 20_240_611)
    let seeds = [
      #"{"id": "a-1", "text": "The harbour \"reopened\" on Friday.\nNobody was hurt.", "spans": [[1, 2], [3, 4]]}"#,
      #"{"text": "", "byline": ["Ana Roe", "Bo Lind"], "n": -12.5e3, "ok": [true, false, null], "deep": {"a": {}}}"#,
      #"[{"a": [1, [2, [3]]]}, "x\\", 0.5, {"k": "v", "k": "w"}]"#,
    ].map { Array($0.utf8) }
    let alphabet = Array(#"{}[]",:\/ 019.eE+-tfnaul"#.utf8)
    var accepted = 0
    for _ in 0..<2_000 {
      var json = seeds[Int(random.next() % UInt64(seeds.count))]
      for _ in 0...(random.next() % 4) {
        let place = Int(random.next() % UInt64(json.count))
        let byte = alphabet[Int(random.next() % UInt64(alphabet.count))]
        switch random.next() % 4 {
        case 0: json[place] = byte
        case 1: json.insert(byte, at: place)
        case 2 where json.count > 1: json.remove(at: place)
        default: json.removeLast(min(json.count - 1, Int(random.next() % 3)))
        }
      }
      let fault = Self.fault(json)
      let mine = fault == nil
      let theirs = (try? JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed)) != nil
      if mine { accepted += 1 }
      // Foundation lets a comma stand before a closing bracket; the standard doesn't.
      if let fault, [.expectedValue, .expectedKey].contains(fault.kind),
        fault.offset < json.count, json[fault.offset] | 0x20 == UInt8(ascii: "}")
      {
        continue
      }
      #expect(mine == theirs, "\(String(decoding: json, as: UTF8.self))")
      Self.readAsStory(json)
    }
    #expect(accepted > 100)
  }

  /// Bytes of any kind, also outside ASCII: nothing to agree on, only not to trap.
  @Test func survivesAnyBytes() {
    var random = SplitMix64(seed: 7)
    let seed = Array(#"{"id": 12, "text": "Zo\u00eb said \ud83d\ude00 so", "byline": ["A"], "x": [1, {"y": 2}]}"#.utf8)
    for _ in 0..<2_000 {
      var json = seed
      for _ in 0...(random.next() % 6) {
        json[Int(random.next() % UInt64(json.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      json.removeLast(Int(random.next() % 20))
      _ = Self.fault(json)
      Self.readAsStory(json)
    }
  }

  /// Reads as the readers do, with exact bounds: the copy ends where the bytes end.
  private static func readAsStory(_ json: [UInt8]) {
    json.withUnsafeBufferPointer { bytes in
      guard var scanner = JSONScanner(bytes) else { return }
      if let object = try? StoryObject(&scanner) {
        #expect(scanner.position <= json.count)
        _ = object.story(path: nil, defaultID: "x")
      }
    }
  }
}
