/// The answer of a web server as an archive keeps it: a status, headers, and where the body begins.
struct HTTPMessage {
  /// As in 200; 0 where the status line has none.
  let status: Int
  let fields: HeaderFields
  /// The count of bytes before the body.
  let bodyStart: Int

  /// - Returns: Nil where the block doesn't begin with a status line, so that all of it is the body.
  init?(_ block: UnsafeBufferPointer<UInt8>) {
    let head = UnsafeBufferPointer(rebasing: block.prefix(WARCReader.longestHeader))
    guard head.starts(with: "HTTP/".utf8) else { return nil }
    let length = HeaderFields.length(head) ?? head.count
    let firstEnd = head.firstIndex(of: 0x0A).map { $0 + 1 } ?? length
    status = Self.status(UnsafeBufferPointer(rebasing: head[..<firstEnd]))
    fields = HeaderFields(UnsafeBufferPointer(rebasing: head[min(firstEnd, length)..<length]))
    bodyStart = length
  }

  /// The first number behind the version; a reason may follow it or not.
  private static func status(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    let words = line.split(whereSeparator: ContentKind.isSpace)
    guard words.count > 1, words[1].count == 3 else { return 0 }
    return Int(String(decoding: words[1], as: UTF8.self)) ?? 0
  }

  var mediaType: String? { fields["content-type"].map(MediaType.essence) }

  /// The encodings in the order in which they were applied, `chunked` among them.
  ///
  /// `X-Crawler-` headers are what the server said before the crawler decoded the body; they claim nothing of what is kept.
  var claimedEncodings: [String] {
    let all = [fields["content-encoding"], fields["transfer-encoding"]].compactMap(\.self)
    return all.flatMap { $0.lowercased().split { $0 == "," || $0 == " " }.map(String.init) }
      .filter { $0 != "identity" }
  }
}
