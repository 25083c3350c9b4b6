/// Writes test results as one JSON object, `hearsay.rules-test/1`.
public struct TestJSON: Sendable {
  public init() {}

  /// - Parameter notes: What is no failure and worth a look, a line each.
  public func write(_ records: [TestRecord], notes: [String], to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "hearsay.rules-test/1")
      json.member("passed", !records.contains { $0.failure != nil })
      json.member("tests", records.count)
      json.key("failures")
      json.beginArray()
      for record in records {
        guard let failure = record.failure else { continue }
        json.object { json in
          json.member("group", record.group)
          json.member("name", record.name)
          json.member("file", record.file)
          json.member("line", record.line)
          json.member("message", failure.message)
          json.member("detail", failure.detail)
        }
      }
      json.endArray()
      json.member("notes", notes)
    }
    json.endLine()
  }
}
