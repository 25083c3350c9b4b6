import Testing

@testable import HearsayIngest

@Suite struct JSONRowsTests {
  private func value(_ text: String) throws -> JSONValue {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = try #require(JSONScanner(bytes))
      return try scanner.value()
    }
  }

  @Test func valuesOfAllKinds() throws {
    let row = try value(#"{"a": [1, -2.5, true, null], "b": {"c": "\u00e9\n"}, "a2": [], "n": 12}"#)
    #expect(row["a"] == .array([.number(1), .number(-2.5), .bool(true), .null]))
    #expect(row["b"]?["c"]?.string == "é\n")
    #expect(row["n"]?.string == "12")
    #expect(row["a2"]?.isPresent == false)
    #expect(row["x"] == nil)
  }

  @Test func lastOfTwoKeysCounts() throws {
    #expect(try value(#"{"a": 1, "a": 2}"#)["a"]?.int == 2)
  }

  @Test(arguments: ["{", "[1,", "{\"a\" 1}", "\"open", "tru", "[1 2]", "{\"a\":1,}"])
  func brokenValuesAreFaults(text: String) {
    #expect(throws: JSONFault.self) { try value(text) }
  }

  @Test func deepNestingIsAFaultAndNoCrash() {
    #expect(throws: JSONFault.self) { try value(String(repeating: "[", count: 100_000)) }
  }

  @Test func brokenLinesAreProblemsAndTheOthersAreRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("rows.jsonl", "{\"id\": \"one\"}\n{broken\n\n[1]\n{\"x\": 1}")
    var ids: [String] = []
    var lines: [Int?] = []
    for element in JSONRows(path) {
      switch element {
      case .row(let row): ids.append(row.id)
      case .problem(let problem): lines.append(problem.line)
      }
    }
    #expect(ids.first == "one")
    #expect(ids.last?.hasSuffix(":5") == true)
    #expect(lines == [2, 4])
  }

  @Test func missingFileIsOneProblem() {
    #expect(Array(JSONRows("/nowhere/at/all.jsonl")).count == 1)
  }
}
