import Testing

@testable import HearsayIngest

/// Records of archives that are well made, and of those that are not.
@Suite struct WARCReaderTests {
  private typealias Build = ArchiveBuilder

  private let three = ["a", "b", "c"].map { "https://quay.example/\($0)" }

  private func block(_ body: [UInt8] = Array(ArchiveBuilder.page.utf8), newline: String = "\r\n") -> [UInt8] {
    Array("HTTP/1.1 200 OK\(newline)Content-Type: text/html; charset=utf-8\(newline)\(newline)".utf8) + body
  }

  @Test func theRecordsAreTheSameHoweverTheyArePacked() throws {
    let records = three.map { Build.response($0) }
    let plain = try ReadRecords(records.flatMap { $0 })
    let members = try ReadRecords(records.flatMap(Build.gzip), isCompressed: true)
    let one = try ReadRecords(Build.gzip(records.flatMap { $0 }), isCompressed: true)
    for read in [plain, members, one] {
      try #require(read.targets == three)
      #expect(read.faults.isEmpty)
      #expect(read.records.allSatisfy { $0.block == block() && !$0.isOverLimit })
    }
    let size = records[0].count
    #expect(plain.records.map(\.place) == [0, size, 2 * size].map { ArchiveOffset($0) })
    #expect(one.records.map(\.place) == [0, size, 2 * size].map { ArchiveOffset(0, inner: $0) })
    let packed = records.map { Build.gzip($0).count }
    #expect(members.records.map(\.place) == [0, packed[0], packed[0] + packed[1]].map { ArchiveOffset($0) })
  }

  @Test func membersNeedNotEndWhereRecordsDo() throws {
    let bytes = three.flatMap { Build.response($0) }
    let members = stride(from: 0, to: bytes.count, by: 100).flatMap {
      Build.gzip(Array(bytes[$0..<min($0 + 100, bytes.count)]))
    }
    let read = try ReadRecords(members, isCompressed: true)
    try #require(read.targets == three)
    #expect(read.faults.isEmpty)
    #expect(read.records.allSatisfy { $0.block == block() })
  }

  @Test func linesMayEndInLineFeedsAloneAndBeFolded() throws {
    let bytes = Build.response(three[0], newline: "\n") + Build.response(three[1], fields: ["X-Long: one\r\n\t two"])
    let read = try ReadRecords(bytes)
    try #require(read.targets == [three[0], three[1]])
    #expect(read.faults.isEmpty)
    #expect(read.records.first?.block == block(newline: "\n"))
  }

  @Test func strayNewlinesAreNoFault() throws {
    let bytes = [10, 13, 10] + Build.response(three[0]) + Array("\r\n\r\n\n".utf8) + Build.response(three[1])
    let read = try ReadRecords(bytes)
    try #require(read.targets == [three[0], three[1]])
    #expect(read.faults.isEmpty)
  }

  @Test func garbageBetweenRecordsIsToldAndSteppedOver() throws {
    let junk = [UInt8](repeating: 0, count: 37)
    let first = Build.response(three[0])
    let plain = try ReadRecords(first + junk + Build.response(three[1]))
    try #require(plain.targets == [three[0], three[1]])
    #expect(plain.records[0].block == block())
    #expect(plain.faults == [.init(record: 1, place: ArchiveOffset(first.count), fault: .noRecord(count: 37))])

    let member = Build.gzip(first)
    let packed = try ReadRecords(junk + member + junk + Build.gzip(Build.response(three[1])) + junk, isCompressed: true)
    try #require(packed.targets == [three[0], three[1]])
    #expect(packed.records[0].block == block())
    #expect(packed.found == [.strayBytes(count: 37), .strayBytes(count: 37), .strayBytes(count: 37)])
    #expect(packed.faults.map(\.record) == [0, 1, 2])
    #expect(packed.faults.map(\.place.file).prefix(2) == [0, 37 + member.count])
  }

  @Test func bytesThatLookLikeAMemberAreGarbageToo() throws {
    let false3: [UInt8] = [0x1F, 0x8B, 8, 0xFF, 0x1F, 0x1F, 0x8B, 8]
    let read = try ReadRecords(false3 + Build.gzip(Build.response(three[0])), isCompressed: true)
    try #require(read.targets == [three[0]])
    #expect(read.found == [.strayBytes(count: 8)])
  }

  @Test(arguments: [false, true])
  func aLengthThatIsTooLongEndsAtTheNextRecord(_ isCompressed: Bool) throws {
    let records = [Build.response(three[0], length: 400), Build.response(three[1]), Build.response(three[2])]
    let bytes = isCompressed ? records.flatMap(Build.gzip) : records.flatMap { $0 }
    let read = try ReadRecords(bytes, isCompressed: isCompressed)
    try #require(read.targets == three)
    #expect(read.records[0].block == block())
    #expect(read.found == [.wrongLength(claimed: 400, has: block().count)])
  }

  @Test(arguments: [false, true])
  func aLengthThatIsTooShortGoesOnToTheNextRecord(_ isCompressed: Bool) throws {
    let records = [Build.response(three[0], length: 80), Build.response(three[1])]
    let bytes = isCompressed ? records.flatMap(Build.gzip) : records.flatMap { $0 }
    let read = try ReadRecords(bytes, isCompressed: isCompressed)
    try #require(read.targets == [three[0], three[1]])
    #expect(read.records[0].block == block())
    #expect(read.found == [.wrongLength(claimed: 80, has: block().count)])
  }

  @Test func aLengthThatIsMissingOrNoNumberIsFoundOut() throws {
    let absurd = Build.response(three[1], fields: ["Content-Length: 99999999999999999999999"], length: -1)
    let read = try ReadRecords(Build.response(three[0], length: -1) + absurd + Build.response(three[2]))
    try #require(read.targets == three)
    #expect(read.records.allSatisfy { $0.block == block() })
    #expect(read.found == [.noLength(has: block().count), .noLength(has: block().count)])
  }

  @Test func theLastRecordMayClaimMoreThanTheFileHas() throws {
    let whole = try ReadRecords(Build.response(three[0], length: 99_999))
    #expect(whole.records[0].block == block())
    #expect(whole.found == [.wrongLength(claimed: 99_999, has: block().count)])
    let cut = try ReadRecords(Build.response(three[0]).dropLast(30))
    #expect(cut.records[0].block == block().dropLast(26))
    #expect(cut.found == [.cutRecord(claimed: block().count, has: block().count - 26)])
  }

  @Test func aRecordQuotedInAPageIsNoBorder() throws {
    let body = Array("<pre>\n\nWARC/1.0\r\nWARC-Type: response\r\n\r\n</pre>".utf8)
    let read = try ReadRecords(Build.response(three[0], body: body) + Build.response(three[1]))
    try #require(read.targets == [three[0], three[1]])
    #expect(read.faults.isEmpty)
    #expect(read.records[0].block == block(body))
  }

  @Test func aCutFileGivesWhatItHas() throws {
    let bytes =
      Build.gzip(Build.response(three[0])) + Build.gzip(Build.response(three[1], body: Build.page(1, size: 9000)))
    let read = try ReadRecords(bytes.dropLast(40), isCompressed: true)
    try #require(read.targets == [three[0], three[1]])
    #expect(read.found == [.cutMember])
    #expect(read.records[1].block.count > 4000)
    #expect(read.records[1].block.starts(with: block(Array(Build.page(1, size: 9000).prefix(3000)))))
  }

  @Test func aDamagedMemberCostsItsRecordAlone() throws {
    let packed = three.map { Build.gzip(Build.response($0, body: Build.page(2, size: 20_000))) }
    var bytes = packed.flatMap { $0 }
    for i in 0..<40 { bytes[packed[0].count + packed[1].count / 2 + i] ^= 0xA5 }
    let read = try ReadRecords(bytes, isCompressed: true)
    try #require(read.targets == three)
    #expect(read.found.first == .damagedMember && read.faults.first?.record == 2)
    #expect(read.records[2].block == block(Build.page(2, size: 20_000)))
  }

  @Test func aMemberThatWasCutDoesNotTakeTheNextWithIt() throws {
    let packed = three.map { Build.gzip(Build.response($0, body: Build.page(3, size: 20_000))) }
    let read = try ReadRecords(packed[0] + packed[1].dropLast(700) + packed[2], isCompressed: true)
    try #require(read.targets == three)
    #expect(read.found.first == .damagedMember)
    #expect(read.records[2].block == block(Build.page(3, size: 20_000)))
  }

  @Test func aWrongChecksumIsTold() throws {
    var first = Build.gzip(Build.response(three[0]))
    first[first.count - 6] ^= 1
    let read = try ReadRecords(first + Build.gzip(Build.response(three[1])), isCompressed: true)
    try #require(read.targets == [three[0], three[1]])
    #expect(read.found == [.wrongChecksum])
    #expect(read.records[0].block == block())
  }

  @Test func aHeaderWithoutAnEndIsLeftOut() throws {
    let endless = Array("WARC/1.0\r\nWARC-Type: response\r\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 70_000)
    let read = try ReadRecords(endless + Array("\r\n".utf8) + Build.response(three[0]))
    #expect(read.targets == [three[0]])
    #expect(read.found.first == .endlessHeader)
  }

  @Test(arguments: [false, true])
  func ofALongBlockTheBeginningIsKept(_ isCompressed: Bool) throws {
    let long = Build.response(three[0], body: Build.page(4, size: 900_000))
    let bytes = isCompressed ? Build.gzip(long) + Build.gzip(Build.response(three[1])) : long + Build.response(three[1])
    let read = try ReadRecords(bytes, isCompressed: isCompressed, longestBlock: 5000)
    try #require(read.targets == [three[0], three[1]])
    #expect(read.faults.isEmpty)
    #expect(read.records.map(\.isOverLimit) == [true, false])
    #expect(read.records[0].block == Array(block(Build.page(4, size: 900_000)).prefix(5000)))
    #expect(read.records[1].block == block())
  }

  @Test func aLongBlockEndsWhereARecordBegins() throws {
    let long = Build.response(three[0], length: 1 << 40, body: Build.page(5, size: 900_000))
    let read = try ReadRecords(long + Build.response(three[1]), longestBlock: 5000)
    #expect(read.targets == [three[0], three[1]])
  }

  @Test func anArchiveInsideAnArchiveIsOneRecord() throws {
    let inner = (0..<50).flatMap { Build.response("https://inner.example/\($0)") }
    let outer = Build.record("resource", three[0], contentType: "application/warc", block: inner)
    let read = try ReadRecords(outer + Build.response(three[1]), longestBlock: 5000)
    #expect(read.targets == [three[0], three[1]])
  }

  @Test func nothingIsInAnEmptyArchive() throws {
    #expect(try ReadRecords([]).records.isEmpty)
    #expect(try ReadRecords([0x1F, 0x8B, 8], isCompressed: true).records.isEmpty)
    #expect(try ReadRecords(Array("\r\n\r\n".utf8)).faults.isEmpty)
  }
}
