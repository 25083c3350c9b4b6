import Foundation
import HearsayStory
import HearsayText
import Testing

@testable import HearsayIngest

@Suite struct StoryReaderTests {
  let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func readsATextUnchanged() throws {
    let text = "Ferry line to close\n\nThe Ostrava Line will stop its ferries in May, its owner said.\n"
    let file = try folder.write("ferry.txt", text)
    let story = try #require(Reading(file).stories.first)
    #expect(story.id == "ferry.txt")
    #expect(story.path == file)
    #expect(story.text.bytes == Array(text.utf8))
    #expect(story.sha256.count == 64)
    #expect(story.notes.isEmpty)
  }

  @Test func hashesTheBytesOfTheInput() throws {
    let file = try folder.write("abc.txt", "abc")
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Reading(file).stories.first?.sha256 == expected)
    let lines = try folder.write("abc.jsonl", #"{"text": "\u0061bc"}"#)
    #expect(Reading(lines).stories.first?.sha256 == expected, "of a line it is the text that is hashed")
  }

  @Test func readsAllFieldsOfALine() throws {
    let file = try folder.write(
      "one.jsonl",
      #"{"lang":"en","id":7,"byline":["Ana Roe","Bo Lind"],"text":"Rain.","extra":[[1,2],{"a":"b"}],"title":"Wet","outlet":"The Tarn Echo","url":"https://tarnecho.example/1","date":"2024-05-06"}"#
    )
    let story = try #require(Reading(file).stories.first)
    #expect(story.id == "7")
    #expect(story.title == "Wet")
    #expect(story.outlet == "The Tarn Echo")
    #expect(story.url == "https://tarnecho.example/1")
    #expect(story.date == "2024-05-06")
    #expect(story.byline == ["Ana Roe", "Bo Lind"])
    #expect(story.language == "en")
    #expect(story.text.bytes == Array("Rain.".utf8))
  }

  @Test func nullAndEmptyFieldsAreAbsent() throws {
    let file = try folder.write("n.jsonl", #"{"text": "Rain.", "title": null, "outlet": "", "byline": null, "id": ""}"#)
    let story = try #require(Reading(file).stories.first)
    #expect(story.title == nil)
    #expect(story.outlet == nil)
    #expect(story.byline.isEmpty)
    #expect(story.id == "n.jsonl:1")
  }

  @Test func aBrokenLineIsReportedAndTheRestRead() throws {
    let file = try folder.write(
      "mixed.jsonl",
      """
      {"id": "a", "text": "First."}
      {"id": "b", "text": "Café, "title": "x"}

      {"id": "c"}
      {"id": "d", "text": "Last."}
      """)
    let reading = Reading(file)
    #expect(reading.stories.map(\.id) == ["a", "d"])
    #expect(reading.problems.map(\.line) == [2, 4])
    #expect(reading.problems[0].column == 29, "columns count code points")
    #expect(reading.problems[0].what == "expected `,` or `}` after the value")
    #expect(reading.problems[1].what == "the story has no `text`")
    #expect(reading.problems.allSatisfy { $0.help != nil })
    #expect(reading.problems[0].description == "\(file):2:29: expected `,` or `}` after the value")
  }

  @Test func anArrayOfStoriesIsRead() throws {
    let file = try folder.write(
      "all.json",
      "[\n  {\"text\": \"One.\"},\n  {\"id\": \"two\", \"text\": \"Two.\"},\n  {\"id\": \"x\"},\n  {\"text\": \"Four.\"}\n]\n"
    )
    let reading = Reading(file)
    #expect(reading.stories.map(\.id) == ["all.json:1", "two", "all.json:4"])
    #expect(reading.problems.map(\.line) == [4])
  }

  @Test func aFaultInADocumentHasLineAndColumn() throws {
    let file = try folder.write("bad.json", "{\n  \"text\": \"One.\",\n  \"title\": oops\n}\n")
    let problem = try #require(Reading(file).problems.first)
    #expect(problem.line == 3)
    #expect(problem.column == 12)
    #expect(problem.what == "expected a JSON value")
  }

  @Test func linesAreToldByTheirContent() throws {
    let file = try folder.write("stories.txt", "{\"text\": \"One.\"}\r\n{\"text\": \"Two.\"}\r\n")
    #expect(Reading(file).stories.map { $0.text.string(Span(0, 4)) } == ["One.", "Two."])
    let remark = try folder.write("remark.txt", "[The recording begins.] Good evening, she said.")
    #expect(Reading(remark).stories.count == 1)
  }

  @Test func aFolderIsWalkedInOrderWithoutHiddenFiles() throws {
    try folder.write("b.txt", "B.")
    try folder.write("a/z.md", "Z.")
    try folder.write("a/y.jsonl", "{\"id\": \"y\", \"text\": \"Y.\"}\n")
    try folder.write(".hidden.txt", "H.")
    try folder.write(".git/config.txt", "H.")
    try folder.write("picture.png", [0x89, 0x50, 0])
    let reading = Reading(folder.path)
    #expect(reading.stories.map(\.id) == ["y", "z.md", "b.txt"])
    #expect(reading.problems.isEmpty)
  }

  @Test func aLoopOfFoldersEnds() throws {
    try folder.write("in/a.txt", "A.")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/up", withDestinationPath: folder.path)
    let reading = Reading(folder.path)
    #expect(reading.stories.map(\.id) == ["a.txt"])
    #expect(reading.problems.map(\.what) == ["this folder was already read"])
    #expect(reading.problems.first?.path == folder.path + "/in/up")
  }

  @Test func whatCannotBeReadIsSaidAndTheRestIsDone() throws {
    let good = try folder.write("good.txt", "Good.")
    let empty = try folder.write("empty.txt", "")
    let blank = try folder.write("blank.txt", " \n\n")
    let binary = try folder.write("binary.txt", [0x41, 0, 0x42])
    let noise = try folder.write("noise.txt", (0..<400).map { UInt8(0x80 | $0 & 0x3F) })
    let page = try folder.write("page.html", "<!DOCTYPE html><p>Words</p>")
    let feed = try folder.write("feed.xml", "<?xml version=\"1.0\"?><rss></rss>")
    let pdf = try folder.write("report.txt", "%PDF-1.7")
    try FileManager.default.createDirectory(atPath: folder.path + "/nothing", withIntermediateDirectories: true)
    let none = folder.path + "/nothing"
    let reading = Reading(empty, blank, binary, noise, page, feed, pdf, none, folder.path + "/no.txt", good)
    #expect(reading.stories.map(\.id) == ["page.html", "good.txt"])
    #expect(
      reading.problems.map(\.what) == [
        "the input is empty", "the input holds white space only", "a binary file",
        "not UTF-8 text: 400 invalid sequences", "no story in this feed", "a PDF document",
        "no stories in this folder", "no such file or folder",
      ])
    #expect(reading.problems.allSatisfy { $0.help != nil })
  }

  @Test func invalidUTF8IsMendedAndNoted() throws {
    let file = try folder.write("e.txt", Array("The caf".utf8) + [0xE9] + Array(" reopened on Monday.".utf8))
    let story = try #require(Reading(file).stories.first)
    #expect(story.notes == ["1 invalid UTF-8 sequence became U+FFFD"])
    #expect(String(decoding: story.text.bytes, as: UTF8.self) == "The caf\u{FFFD} reopened on Monday.")
  }

  @Test func utf16IsConverted() throws {
    let units = Array("\u{FEFF}Zoë left.".utf16)
    let file = try folder.write("wide.txt", units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
    let story = try #require(Reading(file).stories.first)
    #expect(String(decoding: story.text.bytes, as: UTF8.self) == "Zoë left.")
    #expect(story.notes.count == 1)
  }

  @Test func overridesBeatTheInput() throws {
    let file = try folder.write("o.jsonl", #"{"text": "Rain.", "outlet": "The Tarn Echo", "title": "Wet"}"#)
    var story = try #require(Reading(file).stories.first)
    StoryMetadata(outlet: "Gale Post", date: "2024-01-02").apply(to: &story)
    #expect(story.outlet == "Gale Post")
    #expect(story.outletIsGiven)
    #expect(story.title == "Wet")
    #expect(story.date == "2024-01-02")
  }
}
