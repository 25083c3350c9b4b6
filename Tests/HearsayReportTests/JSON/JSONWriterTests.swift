import Testing

@testable import HearsayReport

struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(capacity: 1)
    body(&json)
    return json.out.string
  }

  @Test func commasStandBetweenMembersAndElementsOnly() {
    let text = written { json in
      json.beginObject()
      json.key("a")
      json.int(1)
      json.key("b")
      json.beginArray()
      json.beginObject()
      json.endObject()
      json.null()
      json.bool(true)
      json.endArray()
      json.key("c")
      json.beginArray()
      json.endArray()
      json.endObject()
    }
    #expect(text == #"{"a":1,"b":[{},null,true],"c":[]}"#)
  }

  @Test func linesAreIndependentRecords() {
    let text = written { json in
      for i in 0..<2 {
        json.int(i)
        json.endLine()
      }
    }
    #expect(text == "0\n1\n")
  }

  @Test(arguments: [
    ("plain", #""plain""#),
    ("", #""""#),
    (#"a "b" \c"#, #""a \"b\" \\c""#),
    ("tab\tline\nreturn\r", #""tab\tline\nreturn\r""#),
    ("\u{8}\u{C}\u{0}\u{1F}\u{7F}", "\"\\b\\f\\u0000\\u001f\u{7F}\""),
    ("“Кавычки” — 港 🏛", "\"“Кавычки” — 港 🏛\""),
    ("/", #""/""#),
  ])
  func stringsAreEscapedAsTheStandardDemands(_ value: String, _ expected: String) {
    #expect(written { $0.string(value) } == expected)
  }

  /// Each special byte at each place of a string, so that every path through the word loop is taken.
  @Test func everyPlaceOfAnEscapeWorks() {
    for length in 0..<40 {
      for place in 0..<max(length, 1) where length > 0 {
        for (special, escaped) in [("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1}", "\\u0001")] {
          let before = String(repeating: "é", count: place)
          let after = String(repeating: "x", count: length - place)
          #expect(written { $0.string(before + special + after) } == "\"\(before)\(escaped)\(after)\"")
        }
      }
    }
  }

  @Test(arguments: [0, 7, 10, 99, 100, -1, -120, Int.max, Int.min])
  func integersAreWrittenInFull(_ value: Int) {
    #expect(written { $0.int(value) } == String(value))
  }

  @Test func numbersThatJSONCannotSayAreNull() {
    #expect(written { $0.double(.nan) } == "null")
    #expect(written { $0.double(-.infinity) } == "null")
    #expect(written { $0.double(0.1) } == "0.1")
  }

  @Test func aWriterThatIsClearedBeginsAfresh() {
    var json = JSONWriter()
    json.int(1)
    json.removeAll()
    json.int(2)
    #expect(json.out.string == "2")
  }
}
