import CZlib
import HearsayIngest

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Times reading the pages of a generated web archive, with their encodings undone and nothing read of their markup, beside
/// zlib inflating the same bytes in the same process and doing nothing else.
enum ArchiveBench {
  private static let records = 600
  /// What news pages weigh.
  private static let pageSize = 84_000
  private static let rounds = 7

  static func run() throws {
    let path = try temporaryFile()
    defer { unlink(path) }
    let archive = makeArchive()
    try save(archive.bytes, path)

    var bare = Double.infinity
    var reading = Double.infinity
    for _ in 0..<rounds {
      bare = min(bare, ProcessorTime.of { inflateAll(archive) })
      guard let archive = ArchivePages(path) else { throw ChildProcess.Failure(description: "cannot read `\(path)`") }
      var pages = 0
      reading = min(reading, ProcessorTime.of { for page in archive where page.bytes.count > pageSize { pages += 1 } })
      guard pages == records else { throw ChildProcess.Failure(description: "read \(pages) pages of \(records)") }
    }
    print("")
    Table.goal("WARC with decoding, times bare inflate", reading / bare, 1.3, atMost: true)
    Table.goal("WARC with decoding, pages of 84 KB a second", Double(records) / reading, 5000, atMost: false)
  }

  // MARK: The archive

  private struct Archive {
    var bytes: [UInt8] = []
    var members: [Range<Int>] = []
    /// The bodies that are compressed once more inside their records.
    var packedBodies: [[UInt8]] = []
  }

  /// A gzip member a record. Half of the bodies are as their author wrote them, as large crawls keep them; a quarter is
  /// compressed, a quarter compressed and in chunks, as servers send them.
  private static func makeArchive() -> Archive {
    var archive = Archive()
    var generator = StoryGenerator(seed: 3)
    for number in 0..<records {
      let page = makePage(&generator)
      var headers = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
      var body = page
      if number % 4 >= 2 {
        body = gzip(page)
        archive.packedBodies.append(body)
        headers += "Content-Encoding: gzip\r\n"
      }
      if number % 4 == 3 {
        body = chunked(body)
        headers += "Transfer-Encoding: chunked\r\n"
      }
      let block = Array((headers + "\r\n").utf8) + body
      let header =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2031-05-02T08:30:00Z\r\n"
        + "WARC-Target-URI: https://quay.example/\(number)\r\nContent-Type: application/http; msgtype=response\r\n"
        + "Content-Length: \(block.count)\r\n\r\n"
      let member = gzip(Array(header.utf8) + block + [13, 10, 13, 10])
      archive.members.append(archive.bytes.count..<(archive.bytes.count + member.count))
      archive.bytes += member
    }
    return archive
  }

  /// Stories among as much markup as real pages have.
  private static func makePage(_ generator: inout StoryGenerator) -> [UInt8] {
    var page = "<!doctype html><html><head><title>\(generator.next().title)</title></head><body>\n"
    var number = 0
    while page.utf8.count < pageSize {
      for paragraph in generator.next().text.split(separator: "\n\n") {
        number += 1
        page += "<div class=\"c-\(number % 17) js-teaser\" data-id=\"\(number &* 48_271 % 99_991)\">"
        page += "<a href=\"/news/\(number &* 69_621 % 9973)\"><span>•</span></a><p>\(paragraph)</p></div>\n"
      }
    }
    return Array((page + "</body></html>").utf8)
  }

  private static func chunked(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 8192) {
      let chunk = bytes[start..<min(start + 8192, bytes.count)]
      out += Array((String(chunk.count, radix: 16) + "\r\n").utf8) + chunk + [13, 10]
    }
    return out + Array("0\r\n\r\n".utf8)
  }

  // MARK: Bare zlib

  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: bytes.count + bytes.count / 8 + 256) { out, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        deflate(&stream, Z_FINISH)
        count = out.count - Int(stream.avail_out)
      }
    }
  }

  private static func inflateAll(_ archive: Archive) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
    defer {
      inflateEnd(stream)
      stream.deallocate()
      room.deallocate()
    }
    archive.bytes.withUnsafeBufferPointer { bytes in
      for member in archive.members { inflateOne(UnsafeBufferPointer(rebasing: bytes[member]), stream, room) }
    }
    for body in archive.packedBodies { body.withUnsafeBufferPointer { inflateOne($0, stream, room) } }
  }

  private static func inflateOne(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stream: UnsafeMutablePointer<z_stream>,
    _ room: UnsafeMutableBufferPointer<UInt8>
  ) {
    inflateReset(stream)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    stream.pointee.next_out = room.baseAddress
    stream.pointee.avail_out = UInt32(room.count)
    inflate(stream, Z_FINISH)
  }

  // MARK: Files

  private static func temporaryFile() throws -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/hearsay-archive-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw ChildProcess.Failure(description: "cannot make a file in `\(parent)`") }
    close(descriptor)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func save(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw ChildProcess.Failure(description: "cannot write `\(path)`") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw ChildProcess.Failure(description: "cannot write all of `\(path)`")
    }
  }
}
