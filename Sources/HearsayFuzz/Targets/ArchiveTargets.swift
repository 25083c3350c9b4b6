extension FuzzTarget {
  /// Web archives: the records, the HTTP messages in them, and what those messages hold.
  static let warc = story("warc", ending: "warc", bytes: ArchiveSeeds.archives, pieces: ArchiveSeeds.pieces)

  /// The same behind gzip, one member a record and all in one.
  static let gzip = story(
    "gzip", ending: "warc.gz",
    bytes: ArchiveSeeds.archives.flatMap { [ArchiveSeeds.gzip($0), ArchiveSeeds.gzip($0) + ArchiveSeeds.gzip($0)] },
    pieces: [[0x1F, 0x8B, 8], [0, 0, 0xFF, 0xFF], [1, 5, 0, 0xFA, 0xFF]] + ArchiveSeeds.pieces)
}

/// Small archives that make sense.
enum ArchiveSeeds {
  private static let page = """
    <!doctype html><html lang="en"><head><title>Ferry will not sail</title></head><body><article>
    <h1>Ferry will not sail</h1>
    <p>The pier is closed, said Helen Varga of the Skerrin line on Monday.</p>
    <p>The mayor denied it.</p></article></body></html>
    """

  static let archives: [[UInt8]] = [
    record("warcinfo", "software: none\r\n", content: "application/warc-fields")
      + response("Content-Type: text/html; charset=utf-8\r\n", page),
    response("Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked(page)),
    response("Content-Type: text/plain\r\nContent-Length: 40\r\n", "The pier is closed, said Helen Varga."),
  ].map { Array($0.utf8) }

  static let pieces: [[UInt8]] = [
    "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC-Type: response\r\n", "WARC-Type: revisit\r\n",
    "Content-Length: 99999999999\r\n",
    "Content-Length: -1\r\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n", "Transfer-Encoding: chunked\r\n",
    "Content-Encoding: gzip\r\n",
    "Content-Encoding: deflate\r\n", "FFFFFFFFFFFFFFFF\r\n", "0\r\n\r\n", "WARC-Target-URI: <http://a.example/>\r\n",
    "charset=utf-16\r\n",
  ].map { Array($0.utf8) }

  private static func record(_ type: String, _ body: String, content: String) -> String {
    "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
      + "WARC-Date: 2031-02-03T04:05:06Z\r\nWARC-Target-URI: https://quaytimes.example/ferry\r\n"
      + "Content-Type: \(content)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
  }

  private static func response(_ headers: String, _ body: String) -> String {
    record("response", "HTTP/1.1 200 OK\r\n\(headers)\r\n\(body)", content: "application/http; msgtype=response")
  }

  private static func chunked(_ body: String) -> String {
    var text = ""
    var rest = Array(body.utf8)[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(60)
      text += "\(String(chunk.count, radix: 16))\r\n\(String(decoding: chunk, as: UTF8.self))\r\n"
      rest = rest.dropFirst(60)
    }
    return text + "0\r\n\r\n"
  }

  /// A gzip member whose bytes are stored as they are, so that a mutation changes what it seems to change.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let bytes = bytes.prefix(Int(UInt16.max))
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
    let length = UInt32(bytes.count)
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1]
    return head + little(length, 2) + little(~length, 2) + bytes + little(checksum(bytes), 4) + little(length, 4)
  }

  /// CRC-32 as gzip wants it (RFC 1952, section 8), bit by bit.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
  }
}
