import HearsayCorroboration
import HearsayIngest

/// Reports and what is true of some objects, from rows: those with a `source` are reports, those without are the truth.
public struct FusionRows: Sendable {
  public var reports: [ReportTable.Row] = []
  /// Object and value, in the order of the rows.
  public var truth: [(object: String, value: String)] = []

  public init() {}

  /// Rows without an object and a value are passed over.
  public mutating func add(_ row: JSONRows.Row) {
    guard let object = row.value["object"]?.string, let value = row.value["value"]?.string else { return }
    if let source = row.value["source"]?.string {
      reports.append(ReportTable.Row(source: source, object: object, value: value))
    } else {
      truth.append((object, value))
    }
  }
}

/// How many objects a method has right.
public enum FusionScore {
  /// Minutes by which two clock times may differ and still agree.
  public static let tolerance = 10

  public static func share(_ values: [String: String], of truth: [(object: String, value: String)]) -> Share {
    var share = Share()
    for (object, value) in truth { share.count(values[object].map { agree($0, value) } ?? false) }
    return share
  }

  /// The same text, or clock times ("14:05", "2:05p") within the tolerance, midnight or not.
  static func agree(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let x = minutes(a), let y = minutes(b) else { return false }
    let apart = abs(x - y) % 1440
    return min(apart, 1440 - apart) <= tolerance
  }

  /// The minute of the day of the first clock time in a text.
  static func minutes(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    func digit(_ i: Int) -> Int? {
      guard i >= 0, i < bytes.count, (0x30...0x39).contains(bytes[i]) else { return nil }
      return Int(bytes[i]) - 0x30
    }
    for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
      guard let units = digit(colon - 1), let tens = digit(colon + 1), let ones = digit(colon + 2) else { continue }
      var hour = (digit(colon - 2) ?? 0) * 10 + units
      var next = colon + 3
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      if next < bytes.count {
        let half = bytes[next] | 0x20
        if half == UInt8(ascii: "p") || half == UInt8(ascii: "a") {
          hour = hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
        }
      }
      return hour * 60 + tens * 10 + ones
    }
    return nil
  }
}
