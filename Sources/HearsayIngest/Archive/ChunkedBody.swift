/// A body in chunks (RFC 9112, section 7.1): a length in hexadecimal, a line end, so many bytes, a line end.
struct ChunkedBody {
  private(set) var bytes: [UInt8] = []
  /// Whether the chunks break off before the last, empty one.
  private(set) var isCut = false

  /// - Returns: Nil where the body is not in chunks, whatever its header says.
  init?(_ body: UnsafeBufferPointer<UInt8>) {
    guard let first = Self.line(body, at: 0), first.length > 0 || body.count <= first.end + 4 else { return nil }
    // Text can begin with letters that are hexadecimal digits; then no line end stands behind the would-be chunk.
    let (end, overflow) = first.end.addingReportingOverflow(first.length)
    if !overflow, end < body.count, body[end] != 0x0D, body[end] != 0x0A { return nil }
    bytes.reserveCapacity(body.count)
    read(body)
  }

  private mutating func read(_ body: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while let line = Self.line(body, at: i) {
      if line.length == 0 { return }
      let available = min(line.length, body.count - line.end)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: body[line.end..<(line.end + available)]))
      i = line.end + available
      if i < body.count, body[i] == 0x0D { i += 1 }
      if i < body.count, body[i] == 0x0A { i += 1 }
    }
    isCut = true
    // What follows a broken line may be anything; the bytes before it are good.
  }

  /// A chunk's length and where its bytes begin; extensions behind a semicolon are stepped over.
  private static func line(_ body: UnsafeBufferPointer<UInt8>, at start: Int) -> (length: Int, end: Int)? {
    var i = start
    var length = 0
    while i < body.count, let digit = hexadecimal(body[i]) {
      guard length < 1 << 32 else { return nil }
      length = length << 4 | digit
      i += 1
    }
    guard i > start else { return nil }
    var steps = 0
    while i < body.count, body[i] != 0x0A {
      guard steps > 0 || body[i] == 0x3B || body[i] == 0x0D || body[i] == 0x20, steps < 1024 else { return nil }
      steps += 1
      i += 1
    }
    return i < body.count ? (length, i + 1) : nil
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x41 + 10
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
