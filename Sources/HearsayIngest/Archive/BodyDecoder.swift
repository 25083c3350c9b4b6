import CLoadable

/// A body as the page's author wrote it, and what was noticed on the way there.
struct DecodedBody {
  enum Fact: Equatable {
    /// The header claims an encoding that the body hasn't.
    case falseClaim(String)
    /// An encoding that can't be undone here.
    case unsupported(String)
    /// The encoded bytes break off or turn into nonsense; what came before was kept.
    case cut(String)
    /// The checksum behind the bytes says that some of them are wrong.
    case wrongChecksum
    /// There is more than the limit; the beginning was kept.
    case overLimit(Int)
  }

  var bytes: [UInt8]
  var facts: [Fact] = []
}

/// Undoes the encodings of a web page's body: chunks, then gzip, zlib, raw deflate, brotli or zstd.
///
/// Headers are claims: archives keep decoded bodies under the headers of encoded ones. What the bytes look like decides,
/// and a header only where they look like nothing in particular. Whatever comes out before a fault is kept, and no body
/// grows beyond the limit, however small it was packed.
struct BodyDecoder {
  /// Nearly all pages have less than a tenth of it.
  static let longestPage = 1 << 24
  /// As many encodings as are undone one after another.
  private static let mostLayers = 4

  private let limit: Int
  private var facts: [DecodedBody.Fact] = []

  private init(limit: Int) { self.limit = limit }

  /// - Parameters:
  ///   - body: What the archive keeps behind the header.
  ///   - claims: The encodings in the order in which they were applied.
  ///   - limit: The most bytes that come out; smaller in tests.
  static func decode(_ body: [UInt8], claims: [String], limit: Int = BodyDecoder.longestPage) -> DecodedBody {
    var decoder = BodyDecoder(limit: limit)
    var bytes = body
    for claim in claims.suffix(mostLayers).reversed() { decoder.undo(claim, &bytes) }
    // Some crawlers drop the header and keep the encoding.
    var layers = 0
    while layers < mostLayers, bytes.starts(with: [0x1F, 0x8B, 8]), decoder.inflate(&bytes, .gzip, named: "gzip") {
      layers += 1
    }
    if bytes.count > limit {
      bytes.removeSubrange(limit...)
      decoder.note(.overLimit(limit))
    }
    return DecodedBody(bytes: bytes, facts: decoder.facts)
  }

  private mutating func note(_ fact: DecodedBody.Fact) {
    if !facts.contains(fact) { facts.append(fact) }
  }

  private mutating func undo(_ claim: String, _ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let isDone: Bool
    switch claim {
    case "chunked": isDone = joinChunks(&bytes)
    case "gzip", "x-gzip": isDone = inflateBySight(&bytes)
    case "deflate":
      // Servers send it with zlib's header, as the standard says, or without, as browsers long wanted it.
      isDone = inflateBySight(&bytes) || !Self.looksLikeText(bytes) && inflate(&bytes, .raw, named: claim)
    case "br": isDone = !Self.looksLikeText(bytes) && decode(&bytes, HEARSAY_CODEC_BROTLI, named: "brotli")
    case "zstd":
      isDone =
        bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) && decode(&bytes, HEARSAY_CODEC_ZSTD, named: claim)
    default:
      if !Self.looksLikeText(bytes) { note(.unsupported(claim)) }
      return
    }
    if !isDone, !facts.contains(where: { if case .unsupported = $0 { true } else { false } }) {
      note(.falseClaim(claim))
    }
  }

  private mutating func joinChunks(_ bytes: inout [UInt8]) -> Bool {
    guard let joined = bytes.withUnsafeBufferPointer({ ChunkedBody($0) }) else { return false }
    if joined.isCut { note(.cut("chunked")) }
    bytes = joined.bytes
    return true
  }

  /// Inflates what begins like gzip or zlib, whichever was claimed.
  private mutating func inflateBySight(_ bytes: inout [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B, 8]) { return inflate(&bytes, .gzip, named: "gzip") }
    guard bytes.count > 2, bytes[0] & 0x0F == 8, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 else { return false }
    return inflate(&bytes, .zlib, named: "zlib")
  }

  /// - Returns: False where nothing came out, so that the bytes are as they were.
  private mutating func inflate(_ bytes: inout [UInt8], _ format: Inflater.Format, named name: String) -> Bool {
    let inflater = Inflater(format)
    // One byte more than the limit tells a page that is longer from one that just fits.
    var out = RoomyBytes(limit: limit + 1, expected: Self.expectedSize(bytes, format))
    var position = 0
    var outcome = Inflater.Outcome.more
    bytes.withUnsafeBufferPointer { input in
      while position < input.count, !out.isFull {
        let step = out.append { inflater.step(UnsafeBufferPointer(rebasing: input[position...]), into: $0) }
        position += step.consumed
        outcome = step.outcome
        if outcome == .end, input[position...].starts(with: [0x1F, 0x8B, 8]) {
          // A second member goes on with the same body.
          inflater.reset()
          outcome = .more
        } else if outcome != .more {
          break
        }
      }
    }
    guard !out.bytes.isEmpty || outcome == .end else { return false }
    switch outcome {
    case .end: break
    case .more where out.isFull: break
    case .wrongChecksum: note(.wrongChecksum)
    // Bare data have no header to be known by: nonsense that shrinks was never deflated.
    case .damaged where format == .raw && out.bytes.count < bytes.count: return false
    case .more, .damaged: note(.cut(name))
    }
    bytes = out.bytes
    return true
  }

  /// gzip ends with the count of bytes that went in; a lie costs nothing, since room is made as it is needed.
  private static func expectedSize(_ bytes: [UInt8], _ format: Inflater.Format) -> Int {
    guard format == .gzip, bytes.count > 18 else { return bytes.count * 4 }
    let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    return min(size, bytes.count * 32) + 1
  }

  private mutating func decode(_ bytes: inout [UInt8], _ codec: hearsay_codec, named name: String) -> Bool {
    var room = max(bytes.count * 8, 1 << 16)
    while true {
      room = min(room, limit + 1)
      var outcome = HEARSAY_CODEC_MORE
      var consumed = 0
      let out = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        outcome = bytes.withUnsafeBufferPointer {
          hearsay_decode(codec, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count, &consumed, &count)
        }
      }
      if outcome == HEARSAY_CODEC_UNAVAILABLE {
        note(.unsupported(name))
        return false
      }
      if outcome == HEARSAY_CODEC_MORE, out.count == room, room <= limit {
        room *= 4
        continue
      }
      guard !out.isEmpty || outcome == HEARSAY_CODEC_END else { return false }
      if out.count <= limit, outcome != HEARSAY_CODEC_END { note(.cut(name)) }
      bytes = out
      return true
    }
  }

  /// Whether it reads like markup or text, which no compressed stream does for long.
  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64)
    return head.allSatisfy { $0 >= 0x20 && $0 != 0x7F || ContentKind.isSpace($0) }
      && head.first { !ContentKind.isSpace($0) } == UInt8(ascii: "<")
      || head.allSatisfy { $0 >= 0x20 && $0 < 0x7F || ContentKind.isSpace($0) }
  }
}

/// Bytes that grow up to a limit.
private struct RoomyBytes {
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  private var step: Int

  init(limit: Int, expected: Int) {
    self.limit = limit
    step = min(max(expected, 1 << 12), limit)
  }

  var isFull: Bool { bytes.count >= limit }

  mutating func append(_ fill: (UnsafeMutableBufferPointer<UInt8>) -> Inflater.Step) -> Inflater.Step {
    var result = Inflater.Step(consumed: 0, produced: 0, outcome: .more)
    let more = [UInt8](unsafeUninitializedCapacity: min(step, limit - bytes.count)) { buffer, count in
      result = fill(buffer)
      count = result.produced
    }
    if bytes.isEmpty { bytes = more } else { bytes += more }
    step = max(bytes.count, 1 << 12)
    return result
  }
}
