/// Writes test results as JUnit XML, which every system of continuous integration reads: a suite a file, no times, so that
/// the same results give the same bytes.
public struct JUnitReport: Sendable {
  public init() {}

  public func text(_ records: [TestRecord]) -> String {
    var files: [String] = []
    var byFile: [String: [TestRecord]] = [:]
    for record in records {
      if byFile[record.file] == nil { files.append(record.file) }
      byFile[record.file, default: []].append(record)
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"hearsay rules\"\(counts(records))>\n"
    for file in files {
      let records = byFile[file] ?? []
      text += "  <testsuite name=\"\(Self.escaped(file))\"\(counts(records))>\n"
      for record in records { text += testCase(record) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private func counts(_ records: [TestRecord]) -> String {
    " tests=\"\(records.count)\" failures=\"\(records.count { $0.failure != nil })\""
  }

  private func testCase(_ record: TestRecord) -> String {
    let start =
      "    <testcase classname=\"\(Self.escaped(record.group))\" name=\"\(Self.escaped(record.name))\""
      + " file=\"\(Self.escaped(record.file))\" line=\"\(record.line)\""
    guard let failure = record.failure else { return start + "/>\n" }
    return start
      + ">\n      <failure message=\"\(Self.escaped(failure.message))\">\(Self.escaped(failure.detail))</failure>\n"
      + "    </testcase>\n"
  }

  /// For text and attributes alike. Characters that XML can't hold at all become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\r": escaped += "&#13;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
