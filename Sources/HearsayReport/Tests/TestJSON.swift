/// Writes test results as one JSON object, `hearsay.rules-test/1`.
public struct TestJSON: Sendable {
  public init() {}

  /// - Parameter notes: What is no failure and worth a look, a line each.
  public func write(_ records: [TestRecord], notes: [String], to json: inout JSONWriter) {
    json.beginObject()
    json.key("schema")
    json.string("hearsay.rules-test/1")
    json.key("passed")
    json.bool(!records.contains { $0.failure != nil })
    json.key("tests")
    json.int(records.count)
    json.key("failures")
    json.beginArray()
    for record in records {
      guard let failure = record.failure else { continue }
      json.beginObject()
      json.key("group")
      json.string(record.group)
      json.key("name")
      json.string(record.name)
      json.key("file")
      json.string(record.file)
      json.key("line")
      json.int(record.line)
      json.key("message")
      json.string(failure.message)
      json.key("detail")
      json.string(failure.detail)
      json.endObject()
    }
    json.endArray()
    json.key("notes")
    json.beginArray()
    for note in notes { json.string(note) }
    json.endArray()
    json.endObject()
    json.endLine()
  }
}
