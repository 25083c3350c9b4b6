/// Writes arrays of plain values behind each other, as they lie in memory.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write<Value: BitwiseCopyable>(_ values: [Value]) {
    write(count: values.count)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Arrays of different lengths as their lengths and one array.
  mutating func write<Value: BitwiseCopyable>(_ lists: [[Value]]) {
    write(lists.map { Int32(truncatingIfNeeded: $0.count) })
    write(Array(lists.joined()))
  }

  mutating func write(count: Int) {
    withUnsafeBytes(of: UInt64(count)) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what an `ImageWriter` of the same program wrote; lengths that can't be are told, values are taken as they are.
struct ImageReader {
  /// The bytes are not those that were written.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private let end: Int
  private var place = 0

  /// - Parameter count: How many of the bytes are read.
  init(_ bytes: [UInt8], count: Int) {
    self.bytes = bytes
    end = min(count, bytes.count)
  }

  var isAtEnd: Bool { place == end }

  mutating func read<Value: BitwiseCopyable>(_ type: Value.Type = Value.self) throws(Damage) -> [Value] {
    let count = try readCount()
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard !overflow, size <= end - place else { throw Damage() }
    let start = place
    place += size
    return [Value](unsafeUninitializedCapacity: count) { values, initialized in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(values).copyMemory(from: .init(rebasing: $0[start..<place]))
      }
      initialized = count
    }
  }

  mutating func readLists<Value: BitwiseCopyable>(_ type: Value.Type = Value.self) throws(Damage) -> [[Value]] {
    let counts = try read(Int32.self)
    let all = try read(Value.self)
    var start = 0
    var lists: [[Value]] = []
    lists.reserveCapacity(counts.count)
    for count in counts {
      guard count >= 0, Int(count) <= all.count - start else { throw Damage() }
      lists.append(Array(all[start..<start + Int(count)]))
      start += Int(count)
    }
    guard start == all.count else { throw Damage() }
    return lists
  }

  mutating func readCount() throws(Damage) -> Int {
    guard end - place >= 8 else { throw Damage() }
    let count = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    place += 8
    guard let count = Int(exactly: count) else { throw Damage() }
    return count
  }
}
