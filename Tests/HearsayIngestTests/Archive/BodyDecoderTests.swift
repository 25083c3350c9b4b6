import Testing

@testable import HearsayIngest

@Suite struct BodyDecoderTests {
  private typealias Build = ArchiveBuilder
  private let page = ArchiveBuilder.page(1, size: 3000)

  private func decode(_ body: [UInt8], _ claims: String..., limit: Int = BodyDecoder.longestPage) -> DecodedBody {
    BodyDecoder.decode(body, claims: claims, limit: limit)
  }

  @Test func encodingsAreUndoneFromTheOutside() {
    let bodies: [(body: [UInt8], claims: [String])] = [
      (page, []),
      (Build.chunked(page), ["chunked"]),
      (Build.chunked(page, extension: ";name=\"a b\""), ["chunked"]),
      (Build.gzip(page), ["gzip"]),
      (Build.gzip(page), ["x-gzip"]),
      (Build.zlib(page), ["deflate"]),
      (Build.rawDeflate(page), ["deflate"]),
      (Build.gzip(page), ["deflate"]),
      (Build.chunked(Build.gzip(page)), ["gzip", "chunked"]),
      (Build.gzip(Build.gzip(page)), ["gzip", "gzip"]),
      (Build.gzip(Array(page.prefix(900))) + Build.gzip(Array(page.dropFirst(900))), ["gzip"]),
      // The header was dropped and the encoding kept.
      (Build.gzip(page), []),
    ]
    for (body, claims) in bodies {
      let decoded = BodyDecoder.decode(body, claims: claims)
      #expect(decoded.bytes == page && decoded.facts.isEmpty, "\(claims)")
    }
  }

  @Test(arguments: ["gzip", "deflate", "chunked", "br", "zstd"])
  func aClaimIsNoFact(_ claim: String) {
    let decoded = decode(page, claim)
    #expect(decoded.bytes == page && decoded.facts == [.falseClaim(claim)])
  }

  @Test func textThatBeginsLikeAChunkIsNone() {
    let text = Array("1f\r\nbread and butter, bread and butter, bread and butter".utf8)
    #expect(decode(text, "chunked").bytes == text)
  }

  @Test func whatCameBeforeAFaultIsKept() {
    let gzip = decode(Build.gzip(page).dropLast(60), "gzip")
    #expect(gzip.facts == [.cut("gzip")] && page.starts(with: gzip.bytes) && gzip.bytes.count > 100)

    let chunks = decode(Build.chunked(page, ending: ""), "chunked")
    #expect(chunks.facts == [.cut("chunked")] && chunks.bytes == page)

    let both = decode(Build.chunked(Build.gzip(page).dropLast(60), ending: ""), "gzip", "chunked")
    #expect(both.facts == [.cut("chunked"), .cut("gzip")] && page.starts(with: both.bytes))

    var broken = Build.gzip(page)
    broken[broken.count - 6] ^= 1
    #expect(decode(broken, "gzip").bytes == page && decode(broken, "gzip").facts == [.wrongChecksum])
  }

  @Test func aBombIsCutAtTheLimit() {
    let bomb = Build.gzip([UInt8](repeating: 0x20, count: 3_000_000))
    let decoded = decode(bomb, "gzip", limit: 100_000)
    #expect(decoded.bytes.count == 100_000 && decoded.facts == [.overLimit(100_000)])
    #expect(decode(Build.gzip(page), "gzip", limit: page.count).facts.isEmpty)
    #expect(decode(Build.gzip(bomb), "gzip", "gzip", limit: 100_000).bytes.count == 100_000)
  }

  @Test func brotliAndZstdAreUndoneWhereTheSystemCan() {
    let text = Array("<p>Hi".utf8)
    // Stored, not compressed: a header, the bytes, an end.
    let brotli: [UInt8] = [0x0B, 0x02, 0x80] + text + [0x03]
    let zstd: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20, 5, 5 << 3 | 1, 0, 0] + text
    for (body, claim, name) in [(brotli, "br", "brotli"), (zstd, "zstd", "zstd")] {
      let decoded = decode(body, claim)
      #expect(decoded.bytes == text && decoded.facts.isEmpty || decoded.facts == [.unsupported(name)])
    }
  }

  @Test func anUnknownEncodingIsTold() {
    let body: [UInt8] = [0x1F, 0x9D, 0x90, 0, 1, 2]
    #expect(decode(body, "compress") == DecodedBody(bytes: body, facts: [.unsupported("compress")]))
  }
}

extension DecodedBody: Equatable {
  public static func == (a: DecodedBody, b: DecodedBody) -> Bool { a.bytes == b.bytes && a.facts == b.facts }
}

@Suite struct HTTPMessageTests {
  private func message(_ text: String) -> HTTPMessage? { Array(text.utf8).withUnsafeBufferPointer { HTTPMessage($0) } }

  @Test(arguments: ["HTTP/1.1 404 Not Found\r\n", "HTTP/1.1 404\r\n", "HTTP/2 404\n", "HTTP/1.0  404 \r\n"])
  func theStatusNeedsNoReason(_ line: String) {
    #expect(message(line + "Content-Type: text/html\r\n\r\nbody")?.status == 404)
  }

  @Test func headersAreReadLeniently() throws {
    let read = try #require(
      message("HTTP/1.1 200 OK\nCONTENT-type :  Text/HTML;charset=KOI8-U \nX: a\n b\nno field\n\n<p>"))
    #expect(read.mediaType == "text/html" && read.fields["x"] == "a b" && read.bodyStart == 76)
  }

  @Test func whatTheCrawlerUndidIsNotClaimed() throws {
    let read = try #require(
      message("HTTP/1.1 200 OK\r\nX-Crawler-Content-Encoding: gzip\r\nTransfer-Encoding: Chunked\r\n\r\n"))
    #expect(read.claimedEncodings == ["chunked"])
  }

  @Test func aBlockWithoutAStatusLineIsNoMessage() {
    #expect(message("<html>") == nil)
    #expect(message("HTTP/1.1 200 OK")?.bodyStart == 15)
  }
}
