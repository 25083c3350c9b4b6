import Foundation
import HearsayText
import Testing

@testable import HearsayReport

@Suite struct BratTests {
  /// brat's own rule: the words of a line are the text at its offsets, joined by spaces.
  @Test func offsetsNameTheWords() throws {
    for story in [SampleStory.attributed, HostileStory.attributed] {
      let scalars = Array(story.document.text.string(Span(0, 1 << 20)).unicodeScalars)
      for line in Brat(story).annotations.split(separator: "\n") where line.hasPrefix("T") {
        let columns = line.split(separator: "\t", maxSplits: 2)
        let places = columns[1].split(separator: " ", maxSplits: 1)[1].split(separator: ";")
        let pieces = places.map { place -> String in
          let numbers = place.split(separator: " ").compactMap { Int($0) }
          var words = String.UnicodeScalarView()
          words.append(contentsOf: scalars[numbers[0]..<numbers[1]])
          return String(words)
        }
        #expect(pieces.joined(separator: " ") == columns[2])
        #expect(!pieces.contains { $0.contains("\n") })
      }
    }
  }

  @Test func sourcesBelongToTheirContents() {
    let printed = Brat(SampleStory.attributed).annotations
    #expect(printed.contains("SaidBy Arg1:T4 Arg2:T5"))
    #expect(printed.contains("AnnotatorNotes T4\ta2 G2 harbour official > The Quay Times > The Harbour Ledger"))
  }
}

@Suite struct LabelStudioTests {
  @Test func offsetsAreUTF16Units() throws {
    let printed = try #require(DocumentFormat.named("labelstudio")).string(SampleStory.report())
    let tasks = try #require(try WellFormed.json(printed) as? [[String: Any]])
    let data = try #require(tasks[0]["data"] as? [String: Any])
    let text = Array(try #require(data["text"] as? String).utf16)
    let predictions = try #require(tasks[0]["predictions"] as? [[String: Any]])
    for result in try #require(predictions[0]["result"] as? [[String: Any]]) {
      guard let value = result["value"] as? [String: Any] else { continue }
      let start = try #require(value["start"] as? Int)
      let end = try #require(value["end"] as? Int)
      #expect(String(decoding: text[start..<end], as: UTF16.self) == value["text"] as? String)
    }
  }
}
