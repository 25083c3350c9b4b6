import CZlib

@testable import HearsayIngest

/// The bytes of web archives, made by the tests that read them.
enum ArchiveBuilder {
  static let page = "<html><head><title>Quay</title></head><body><p>The quay is shut, the mayor said.</p></body></html>"

  /// One record with its two empty lines.
  static func record(
    _ type: String, _ target: String? = nil, contentType: String? = "application/http; msgtype=response",
    fields: [String] = [], length: Int? = nil, newline: String = "\r\n", block: [UInt8]
  ) -> [UInt8] {
    var lines = ["WARC/1.0", "WARC-Type: \(type)", "WARC-Date: 2031-05-02T08:30:00Z"]
    if let target { lines.append("WARC-Target-URI: \(target)") }
    if let contentType { lines.append("Content-Type: \(contentType)") }
    lines += fields
    if length != -1 { lines.append("Content-Length: \(length ?? block.count)") }
    let header = lines.joined(separator: newline) + newline + newline
    return Array(header.utf8) + block + Array((newline + newline).utf8)
  }

  /// A server's answer in a record.
  static func response(
    _ target: String, status: String = "HTTP/1.1 200 OK",
    headers: [String] = ["Content-Type: text/html; charset=utf-8"],
    fields: [String] = [], length: Int? = nil, newline: String = "\r\n", body: [UInt8] = Array(page.utf8)
  ) -> [UInt8] {
    let head = ([status] + headers).joined(separator: newline) + newline + newline
    return record(
      "response", target, fields: fields, length: length, newline: newline, block: Array(head.utf8) + body)
  }

  static func request(_ target: String) -> [UInt8] {
    record(
      "request", target, contentType: "application/http; msgtype=request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8))
  }

  static var info: [UInt8] {
    record("warcinfo", contentType: "application/warc-fields", block: Array("software: a crawler\r\n".utf8))
  }

  /// A page with its own number, so that each is told from the others.
  static func page(_ number: Int, size: Int = 0) -> [UInt8] {
    var text = "<html><body><p>Page \(number) of the quay.</p>"
    var i = number &* 7919
    while text.utf8.count < size {
      i = i &* 1_103_515_245 &+ 12345
      text += "<p>The ferry \(i >> 16 & 0xFFF) is late, an official \(i >> 8 & 0xFF) said.</p>\n"
    }
    return Array((text + "</body></html>").utf8)
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, bits: 31) }
  static func zlib(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, bits: 15) }
  static func rawDeflate(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, bits: -15) }

  private static func deflate(_ bytes: [UInt8], bits: Int32) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: bytes.count + bytes.count / 8 + 256) { out, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        CZlib.deflate(&stream, Z_FINISH)
        count = out.count - Int(stream.avail_out)
      }
    }
  }

  /// A body in chunks of so many bytes.
  static func chunked(
    _ bytes: [UInt8], size: Int = 40, extension mark: String = "", ending: String = "0\r\n\r\n"
  ) -> [UInt8] {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let chunk = bytes[start..<min(start + size, bytes.count)]
      out += Array((String(chunk.count, radix: 16) + mark + "\r\n").utf8) + chunk + [13, 10]
    }
    return out + Array(ending.utf8)
  }
}

/// What a reader finds in some bytes, copied.
struct ReadRecords: Equatable {
  struct Record: Equatable {
    var place: ArchiveOffset
    var target: String?
    var block: [UInt8]
    var isOverLimit: Bool
  }

  var records: [Record] = []
  var faults: [WARCReader.Fault] = []

  init(
    _ bytes: [UInt8], isCompressed: Bool = false, longestBlock: Int = WARCReader.longestBlock, jobs: Int = 1
  ) throws {
    let folder = try TemporaryFolder()
    guard case .success(let source) = ByteSource.open(try folder.write("archive", bytes)) else { return }
    let stream = ArchiveStream(source, isCompressed: isCompressed, jobs: jobs)
    let reader = WARCReader(stream, longestBlock: longestBlock)
    while let record = reader.next() {
      records.append(
        Record(
          place: record.place, target: record.header.target, block: Array(record.block),
          isOverLimit: record.isOverLimit))
      faults += reader.takeFaults()
    }
    faults += reader.takeFaults()
  }

  var targets: [String] { records.map { $0.target ?? "-" } }
  var found: [ArchiveFault] { faults.map(\.fault) }
}
