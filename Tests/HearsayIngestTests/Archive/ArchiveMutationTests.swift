import HearsayTestSupport
import Testing

@testable import HearsayIngest

/// Archives with bytes turned, cut out, doubled and put in: whatever comes, reading ends, and no byte is given twice.
@Suite struct ArchiveMutationTests {
  private typealias Build = ArchiveBuilder

  /// A linear congruential generator: the same archives in every run.
  private struct SplitMix64 {
    var state: UInt64

    mutating func roll(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(bound, 1)))
    }
  }

  private static let records: [[UInt8]] = [
    Build.info, Build.response("https://quay.example/1"),
    Build.response(
      "https://quay.example/2",
      headers: ["Content-Type: text/html", "Content-Encoding: gzip", "Transfer-Encoding: chunked"],
      body: Build.chunked(Build.gzip(Build.page(2, size: 2000)))),
    Build.request("https://quay.example/3"), Build.response("https://quay.example/3", body: Build.page(3, size: 4000)),
    Build.record("conversion", "https://quay.example/4", contentType: "text/plain", block: Array("Plain.".utf8)),
  ]

  private static func mutate(_ bytes: [UInt8], _ dice: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.roll(4) {
      let place = dice.roll(bytes.count)
      let end = min(place + 1 + dice.roll(60), bytes.count)
      switch dice.roll(6) {
      case 0: bytes[place] ^= UInt8(1 << dice.roll(8))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: Array("\r\n\r\nWARC/1.0\r\n".utf8), at: place)
      case 4: bytes.insert(contentsOf: [0x1F, 0x8B, 8, 0], at: place)
      default: bytes.removeSubrange(max(place, bytes.count / 2)...)
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }

  @Test(arguments: [0, 1, 2])
  func noArchiveIsTooBroken(_ form: Int) throws {
    let whole =
      switch form {
      case 0: Self.records.flatMap { $0 }
      case 1: Self.records.flatMap(Build.gzip)
      default: Build.gzip(Self.records.flatMap { $0 })
      }
    var dice = SplitMix64(state: UInt64(form) + 1)
    for _ in 0..<60 {
      let bytes = Self.mutate(whole, &dice)
      let read = try ReadRecords(bytes, isCompressed: form > 0, longestBlock: 3000)
      if form > 0 { #expect(try ReadRecords(bytes, isCompressed: true, longestBlock: 3000, jobs: 3) == read) }
      #expect(zip(read.records, read.records.dropFirst()).allSatisfy { $0.place < $1.place })
      #expect(read.records.allSatisfy { $0.block.count <= 3000 })
      if form == 0 {
        #expect(read.records.reduce(0) { $0 + $1.block.count } <= bytes.count)
        #expect(read.faults.allSatisfy { $0.place.file <= bytes.count })
      }
      for record in read.records {
        _ = BodyDecoder.decode(record.block, claims: ["gzip", "chunked"], limit: 5000)
      }
    }
  }

  /// Members that other threads inflate give what one thread gives, also where one of them is too long for them.
  @Test func membersComeInTheOrderOfTheFile() throws {
    var archive: [UInt8] = []
    for number in 0..<40 {
      let size = number == 17 ? 3_000_000 : 500 * number
      archive += Build.gzip(Build.response("https://quay.example/\(number)", body: Build.page(number, size: size)))
      if number % 11 == 5 { archive += Array("between the members".utf8) }
    }
    let one = try ReadRecords(archive, isCompressed: true)
    #expect(one.targets == (0..<40).map { "https://quay.example/\($0)" })
    #expect(one.faults.count == 4)
    for jobs in [2, 5] { #expect(try ReadRecords(archive, isCompressed: true, jobs: jobs) == one) }
  }

  @Test func damageCostsTimeInProportion() throws {
    // Each of these begins something that never ends well; reading must not go back to the beginning for each.
    let headers = Array(repeating: Array("WARC/1.0\r\nWARC-Type: response\r\n".utf8), count: 20_000).flatMap { $0 }
    #expect(try ReadRecords(headers).records.isEmpty)
    let claims = (0..<20_000).flatMap { _ in
      Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\n".utf8)
    }
    #expect(try ReadRecords(claims).records.count == 20_000)
    let members = [UInt8](Array(repeating: [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 0], count: 60_000).joined())
    #expect(try ReadRecords(members, isCompressed: true).records.isEmpty)
  }
}
