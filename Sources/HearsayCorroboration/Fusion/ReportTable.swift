/// Who says what of which thing: rows (source, object, value), as archives and databases hold them.
///
/// A source that gives an object several values counts with the last one. Names become numbers in the order of their bytes, so
/// that nothing depends on the order of the rows but that.
public struct ReportTable: Sendable {
  /// One source's value of an object.
  public struct Report: Hashable, Sendable {
    public var source: Int
    public var value: Int
  }

  public struct Row: Sendable {
    public var source: String
    public var object: String
    public var value: String

    public init(source: String, object: String, value: String) {
      self.source = source
      self.object = object
      self.value = value
    }
  }

  /// In the order of their bytes.
  public let sources: [String]
  public let objects: [String]
  public let values: [String]
  /// The reports on each object, by source.
  public let reports: [[Report]]

  public init(_ rows: [Row]) {
    let sourceNames = Names(rows.map(\.source))
    let objectNames = Names(rows.map(\.object))
    let valueNames = Names(rows.map(\.value))
    sources = sourceNames.sorted
    objects = objectNames.sorted
    values = valueNames.sorted
    var bySource = [[Int: Int]](repeating: [:], count: objects.count)
    for row in rows {
      guard let source = sourceNames.place[row.source], let object = objectNames.place[row.object],
        let value = valueNames.place[row.value]
      else { continue }
      bySource[object][source] = value
    }
    reports = bySource.map { values in
      values.map { Report(source: $0.key, value: $0.value) }.sorted { $0.source < $1.source }
    }
  }

  private struct Names {
    var sorted: [String]
    var place: [String: Int] = [:]

    init(_ names: [String]) {
      sorted = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for (i, name) in sorted.enumerated() { place[name] = i }
    }
  }
}
