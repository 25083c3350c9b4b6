import Foundation
import Testing

@testable import HearsayReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct DocumentFormatTests {
  @Test func namesAndEndingsAreUnique() {
    let names = DocumentFormat.all.map(\.name)
    #expect(Set(names).count == names.count)
    let endings = DocumentFormat.all.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    for format in DocumentFormat.all {
      for ending in format.endings {
        #expect(DocumentFormat.of(path: "out/X." + ending.uppercased())?.name == format.name)
      }
    }
  }

  @Test func theLongerEndingWins() {
    #expect(DocumentFormat.of(path: "a.prov.json")?.name == "prov-json")
    #expect(DocumentFormat.of(path: "a.json")?.name == "json")
    #expect(DocumentFormat.of(path: "a.anno.jsonld")?.name == "webanno")
    #expect(DocumentFormat.of(path: "json") == nil)
    #expect(DocumentFormat.of(path: "a.doc") == nil)
  }

  @Test(arguments: DocumentFormat.all.map(\.name)) func theSameReportGivesTheSameBytes(_ name: String) throws {
    let format = try #require(DocumentFormat.named(name))
    let printed = format.string(SampleStory.report())
    #expect(!printed.isEmpty && printed == format.string(SampleStory.report()))
    #expect(printed.utf8.last == UInt8(ascii: "\n"))
  }

  @Test(arguments: DocumentFormat.all.map(\.name)) func anEmptyReportIsPrintedToo(_ name: String) throws {
    let format = try #require(DocumentFormat.named(name))
    let empty = SourcingReport(stories: [], rulebook: RulebookStamp(name: "en", sha256: ""), checks: [], version: "1")
    try WellFormed.check(format.string(empty), name)
  }

  @Test(arguments: DocumentFormat.all.map(\.name)) func hostileWordsBreakNothing(_ name: String) throws {
    let format = try #require(DocumentFormat.named(name))
    let printed = format.string(HostileStory.report())
    try WellFormed.check(printed, name)
    if name == "html" || name == "markdown" {
      // Between fences nothing is markup.
      let printed = printed.split(separator: "``````").enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        .joined()
      #expect(!printed.lowercased().contains("<script") && !printed.contains("<img"))
      #expect(!printed.contains("\u{202E}") && !printed.contains("\u{2066}"))
    }
    if name == "text" {
      #expect(!printed.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }
    for file in format.files?(HostileStory.report()) ?? [] {
      #expect(!file.name.contains("/") && !file.name.hasPrefix("."))
    }
  }
}

/// Whether a format reads back with what the toolchain has; the rest is `make check-formats`.
enum WellFormed {
  struct Fault: Error, CustomStringConvertible { let description: String }

  static func check(_ text: String, _ format: String) throws {
    switch format {
    case "json", "sarif", "webanno", "prov-json", "schemaorg", "labelstudio": _ = try json(text)
    case "jsonl": for line in text.split(separator: "\n") { _ = try json(String(line)) }
    case "junit", "graphml": try xml(text)
    case "csv", "csv-hops", "csv-findings":
      let records = try csv(text)
      let width = records.first?.count ?? 0
      if records.contains(where: { $0.count != width }) { throw Fault(description: "records of different widths") }
    default: break
    }
  }

  static func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

  static func xml(_ text: String) throws {
    let parser = XMLParser(data: Data(text.utf8))
    guard parser.parse() else { throw Fault(description: "no XML: \(String(describing: parser.parserError))") }
  }

  /// A reader of RFC 4180 that takes nothing else.
  static func csv(_ text: String) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let next = scalars.popFirst() {
      if isQuoted {
        if next != "\"" {
          field.unicodeScalars.append(next)
        } else if scalars.first == "\"" {
          field += "\""
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if next == "\"" {
        guard field.isEmpty else { throw Fault(description: "a mark inside a bare field") }
        isQuoted = true
      } else if next == "," {
        record.append(field)
        field = ""
      } else if next == "\r" {
        guard scalars.popFirst() == "\n" else { throw Fault(description: "a bare CR") }
        records.append(record + [field])
        record = []
        field = ""
      } else if next == "\n" {
        throw Fault(description: "a bare LF")
      } else {
        field.unicodeScalars.append(next)
      }
    }
    guard !isQuoted, record.isEmpty, field.isEmpty else { throw Fault(description: "no line break at the end") }
    return records
  }
}
