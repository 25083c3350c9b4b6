import CZlib

/// One zlib stream that is used again and again.
///
/// The `z_stream` lives on the heap because zlib keeps a pointer back to it.
final class Inflater {
  enum Format: Int32 {
    /// RFC 1952, header and checksum.
    case gzip = 31
    /// RFC 1950.
    case zlib = 15
    /// RFC 1951, the bare data.
    case raw = -15
  }

  enum Outcome {
    /// There is more to come: of input, of room, or of both.
    case more
    /// The stream has ended as it should.
    case end
    /// The data are at odds with the format; what came out before is good as far as can be told.
    case damaged
    /// All data came out, and the checksum or length behind them says something else.
    case wrongChecksum
  }

  struct Step {
    /// Bytes taken and bytes given.
    var consumed: Int
    var produced: Int
    var outcome: Outcome
  }

  private let stream: UnsafeMutablePointer<z_stream>
  /// False where zlib could get no memory; every step is then `damaged`.
  private let isReady: Bool

  init(_ format: Format) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = inflateInit2_(stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Makes ready for another stream.
  func reset() { if isReady { inflateReset(stream) } }

  /// Inflates as much of `input` as there is room for in `output`.
  func step(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Step {
    guard isReady else { return Step(consumed: 0, produced: 0, outcome: .damaged) }
    let (given, room) = (UInt32(clamping: input.count), UInt32(clamping: output.count))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = given
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = room
    let code = inflate(stream, Z_NO_FLUSH)
    let outcome: Outcome =
      switch code {
      case Z_OK, Z_BUF_ERROR: .more
      case Z_STREAM_END: .end
      case Z_DATA_ERROR where isChecksumMessage: .wrongChecksum
      // A dictionary that nobody has given (Z_NEED_DICT) can't be had here either.
      default: .damaged
      }
    return Step(
      consumed: Int(given - stream.pointee.avail_in), produced: Int(room - stream.pointee.avail_out), outcome: outcome)
  }

  /// zlib has one code for bad data and bad checksums; its message tells them apart.
  private var isChecksumMessage: Bool {
    guard let message = stream.pointee.msg else { return false }
    let text = String(cString: message)
    return text == "incorrect data check" || text == "incorrect length check"
  }
}
