import HearsayStory
import Testing

@testable import HearsayIngest

/// Archives as stories and problems.
@Suite struct ArchiveSourceTests {
  private typealias Build = ArchiveBuilder
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ name: String, _ bytes: [UInt8], from start: ArchiveOffset = ArchiveOffset(0)) throws -> Reading {
    Reading([try folder.write(name, bytes)], options: ReadingOptions(archiveStart: start))
  }

  private func notes(_ reading: Reading) -> [String] {
    reading.problems.filter { $0.severity == .note }.map(\.what)
  }

  @Test func aPageIsAStoryWithItsAddressAndItsPlace() throws {
    let request = Build.gzip(Build.request("https://quay.example/1"))
    let reading = try read("crawl.warc.gz", request + Build.gzip(Build.response("<https://quay.example/1>")))
    let story = try #require(reading.stories.first)
    #expect(story.id == "crawl.warc.gz#\(request.count)")
    #expect(story.path == folder.path + "/crawl.warc.gz#\(request.count)")
    #expect(story.url == "https://quay.example/1" && story.fetched == "2031-05-02T08:30:00Z" && story.date == nil)
    #expect(story.notes.isEmpty && story.text.bytes.count > 20)
    #expect(notes(reading) == ["2 records: 1 page; left out: 1 request"])
  }

  @Test func whatIsNoPageIsCountedAndSaid() throws {
    let image = ["Content-Type: image/png"]
    let records =
      Build.info + Build.response("https://quay.example/a.png", headers: image, body: [0x89, 0x50])
      + Build.response("https://quay.example/b.png", headers: image, body: [0x89, 0x50])
      + Build.response("https://quay.example/old", status: "HTTP/1.1 301 Moved", headers: ["Location: /new"], body: [])
      + Build.response("https://quay.example/empty", body: [])
      + Build.record(
        "response", "dns:quay.example", contentType: "text/dns", block: Array("quay 300 IN A 192.0.2.1".utf8))
      + Build.record("revisit", "https://quay.example/1", block: Array("HTTP/1.1 200 OK\r\n\r\n".utf8))
      + Build.record("metadata", "https://quay.example/1", contentType: "application/warc-fields", block: [0x61])
    let reading = try read("crawl.warc", records)
    #expect(reading.stories.isEmpty)
    #expect(
      notes(reading) == [
        "8 records: 0 pages; left out: 2 image/png, 1 empty page, 1 metadata, 1 redirect, 1 revisit, 1 text/dns, 1 warcinfo"
      ])
  }

  @Test func resourcesAndConversionsAreRead() throws {
    let page = Array(Build.page.utf8)
    let reading = try read(
      "crawl.warc",
      Build.record("resource", "https://quay.example/1", contentType: "text/html", block: page)
        + Build.record(
          "conversion", "https://quay.example/2", contentType: "text/plain", block: Array("Plain words.".utf8)))
    #expect(reading.stories.map(\.url) == ["https://quay.example/1", "https://quay.example/2"])
    #expect(reading.stories.last?.text.bytes.elementsEqual("Plain words.".utf8) == true)
  }

  @Test func pagesThatAreNotWholeAreFlagged() throws {
    let cut = Array(Build.gzip(Build.page(1, size: 3000)).dropLast(80))
    let reading = try read(
      "crawl.warc",
      Build.response("https://quay.example/1", status: "HTTP/1.1 404 Not Found")
        + Build.response(
          "https://quay.example/2", status: "HTTP/1.1 206 Partial Content",
          headers: ["Content-Type: text/html", "Content-Range: bytes 0-99/5000"])
        + Build.response("https://quay.example/3", fields: ["WARC-Truncated: length"])
        + Build.response(
          "https://quay.example/4", headers: ["Content-Type: text/html", "Content-Encoding: gzip"], body: cut)
        + Build.record("response", "https://quay.example/5", block: Array(Build.page.utf8)))
    #expect(
      reading.stories.map(\.notes) == [
        ["HTTP status 404: not the page itself"], ["HTTP status 206: only a part of the page, bytes 0-99/5000"],
        ["the crawler cut the page (length)"], ["the gzip data of the page break off; what came before was read"],
        ["the record has no HTTP header; all of it was read as the page"],
      ])
    let warnings = reading.problems.filter { $0.severity == .warning }
    #expect(warnings.count == 1 && warnings[0].what.hasPrefix("record 4 at byte "))
  }

  @Test func faultsSayWhichRecordAndWhere() throws {
    let first = Build.gzip(Build.response("https://quay.example/1"))
    let reading = try read("crawl.warc.gz", first + [0, 0, 0] + first.dropLast(12))
    #expect(reading.stories.count == 2)
    #expect(
      reading.problems.map(\.what) == [
        "behind record 1, at byte \(first.count): 3 bytes between gzip members were stepped over",
        "record 2 at byte \(first.count + 3): the file ends inside the compressed data; what came before was read",
        "2 records: 2 pages",
      ])
    #expect(reading.problems.map(\.severity) == [.warning, .error, .note])
  }

  @Test func anArchiveWithoutARecordIsAProblem() throws {
    let reading = try read("crawl.warc", Array("WARC/1.0\r\n".utf8))
    #expect(reading.problems.map(\.severity) == [.error, .error])
    #expect(reading.problems.last?.what == "no record in this archive")
  }

  @Test func readingGoesOnFromAnyRecord() throws {
    let records = (0..<4).map { Build.response("https://quay.example/\($0)", body: Build.page($0)) }
    let forms = [
      ("plain.warc", records.flatMap { $0 }), ("members.warc.gz", records.flatMap(Build.gzip)),
      ("one.warc.gz", Build.gzip(records.flatMap { $0 })),
    ]
    for (name, bytes) in forms {
      let all = try read(name, bytes)
      for (i, story) in all.stories.enumerated() {
        let offset = try #require(ArchiveOffset(String(story.id.drop { $0 != "#" }.dropFirst())))
        let rest = try read(name, bytes, from: offset)
        #expect(rest.stories.map(\.id) == all.stories.dropFirst(i).map(\.id))
        #expect(rest.problems.allSatisfy { $0.severity == .note })
      }
    }
    let beyond = try read("plain.warc", forms[0].1, from: ArchiveOffset(1 << 30))
    #expect(beyond.stories.isEmpty && beyond.problems.count == 1)
  }

  @Test func progressTellsWhereToGoOn() throws {
    let records = (0..<3).map { Build.gzip(Build.response("https://quay.example/\($0)", body: Build.page($0))) }
    let file = try folder.write("crawl.warc.gz", records.flatMap { $0 })
    let reader = StoryReader([file])
    _ = reader.nextPart()
    #expect(reader.progress?.resume == ArchiveOffset(records[0].count))
    #expect(reader.progress?.size == records.reduce(0) { $0 + $1.count } && reader.progress?.pages == 1)
    _ = reader.nextPart()
    #expect(reader.progress?.resume == ArchiveOffset(records[0].count + records[1].count))
  }

  @Test func anyInputMayBeCompressed() throws {
    let text = try folder.write("story.txt.gz", Build.gzip(Array("The quay is shut.".utf8)))
    let lines = try folder.write(
      "stories.jsonl.gz", Build.gzip(Array("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n".utf8)))
    let cut = try folder.write("cut.txt.gz", Build.gzip(Array("Words. ".utf8) + Build.page(1, size: 3000)).dropLast(20))
    let twice = try folder.write("twice.gz", Build.gzip(Build.gzip([0x61])))
    let reading = Reading(text, lines, cut, twice)
    #expect(reading.stories.map(\.id).prefix(3) == ["story.txt.gz", "stories.jsonl.gz:1", "stories.jsonl.gz:2"])
    #expect(reading.problems.contains { $0.path == cut && $0.what.hasSuffix("what came before was read") })
    #expect(reading.problems.contains { $0.path == twice && $0.what == "a gzip file in a gzip file" })
    #expect(Reading(folder.path).stories.map(\.id).contains("story.txt.gz"))
  }
}

@Suite struct ArchiveOffsetTests {
  @Test(arguments: ["0", "8412", "0+490045"])
  func whatIsPrintedIsRead(_ text: String) { #expect(ArchiveOffset(text)?.description == text) }

  @Test(arguments: ["", "-1", "+3", "1+", "1+2+3", "x", "99999999999999999999"])
  func whatIsNoOffsetIsNone(_ text: String) { #expect(ArchiveOffset(text) == nil) }
}
