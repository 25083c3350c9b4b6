import HearsayStory
import HearsayTestSupport
import HearsayText

@testable import HearsayCorroboration

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Streams of made-up words: originals on events of their own, cut and edited copies, and stories with an excerpt.
struct GeneratedStories {
  private var numbers: SeededNumbers
  private(set) var streams: [WordStream] = []

  init(_ seed: UInt64) { numbers = SeededNumbers(seed) }

  /// Words as a language has them: a few hundred that are everywhere, and a great many that are rare.
  mutating func words(_ count: Int) -> [Form] {
    (0..<count).map { _ in
      Bool.random(using: &numbers)
        ? Form.random(in: 0..<300, using: &numbers) : .random(in: 300..<60_000, using: &numbers)
    }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &numbers) }

  mutating func add(_ forms: [Form]) { streams.append(WordStream(id: "s\(streams.count)", forms: forms)) }

  /// An original and what papers make of it: cut to some part, with one word in twenty replaced.
  mutating func addFamily(copies: Int, words count: Int = 300) {
    let original = words(count)
    add(original)
    for _ in 0..<copies {
      let length = number(count / 3...count)
      let start = number(0...(count - length))
      var copy = Array(original[start..<start + length])
      for _ in 0..<length / 20 { copy[number(0...length - 1)] = 70_000 + Form(number(0...9999)) }
      add(words(number(0...30)) + copy)
    }
  }

  /// Another story that quotes so many words of an earlier one without marks.
  mutating func addExcerpt(of story: Int, words count: Int) {
    let source = streams[story].forms
    let start = number(0...(source.count - count))
    add(words(120) + source[start..<start + count] + words(120))
  }
}

/// Word streams of texts, read with the built-in rules.
enum ReadStreams {
  static func of(_ texts: [String], dates: [String?]? = nil) throws -> [WordStream] {
    let rulebook = try TestRulebook.get()
    let documents = DocumentReader(rulebook)
    let reader = WordStreamReader(rulebook)
    return texts.enumerated().map { place, text in
      reader.read(documents.read(Story(id: "t\(place)", text: SourceText(text), date: dates?[place])))
    }
  }
}
