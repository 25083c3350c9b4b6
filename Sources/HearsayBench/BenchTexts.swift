import HearsayIngest
import HearsayStory
import HearsayText

/// The texts that the matcher is measured on, and the words that come up in them seldom.
struct BenchTexts {
  /// What it is, for the heading.
  let name: String
  let texts: [SourceText]

  /// Generated news with a long tail of rare words, about as many tokens as asked for.
  init(generating tokens: Int) {
    var generator = StoryGenerator(seed: 2, usesRareWords: true)
    var texts: [SourceText] = []
    var bytes = 0
    // Five bytes and a half a token.
    while bytes * 2 < tokens * 11 {
      let text = SourceText(generator.next().text)
      bytes += text.bytes.count
      texts.append(text)
    }
    self.texts = texts
    name = "generated news"
  }

  /// The stories of files that Hearsay reads, in their order, up to about as many tokens.
  init(files: [String], tokens: Int) throws {
    var texts: [SourceText] = []
    var bytes = 0
    for element in StoryReader(files) {
      switch element {
      case .problem(let problem): throw ChildProcess.Failure(description: "\(problem.path): \(problem.what)")
      case .story(let story):
        texts.append(story.text)
        bytes += story.text.bytes.count
      }
      if bytes * 2 >= tokens * 11 { break }
    }
    guard !texts.isEmpty else { throw ChildProcess.Failure(description: "no story in \(files.joined(separator: " "))") }
    self.texts = texts
    name = files.joined(separator: " ")
  }

  /// Anchors for synthetic rules: half of them words of the texts that come up at most once in 50,000 tokens, as far as
  /// there are so many, the others words that come up nowhere. The same for the same texts.
  func rareAnchors(_ count: Int) -> [String] {
    var counts: [String: Int] = [:]
    var total = 0
    for text in texts {
      var start = 0
      while let first = text.bytes[start...].firstIndex(where: Self.isLetter) {
        let end = text.bytes[first...].firstIndex { !Self.isLetter($0) } ?? text.bytes.count
        total += 1
        if end - first > 3 {
          counts[String(decoding: text.bytes[first..<end], as: UTF8.self).lowercased(), default: 0] += 1
        }
        start = end
      }
    }
    let most = max(1, total / 50_000)
    let rare = counts.filter { $0.value <= most }.keys.sorted()
    let taken = min(count / 2, rare.count)
    var anchors = (0..<taken).map { rare[$0 * rare.count / max(taken, 1)] }
    var number = 0
    while anchors.count < count {
      let word = RareWords.word(RareWords.count - 1 - number) + "q"
      if counts[word] == nil { anchors.append(word) }
      number += 1
    }
    // Words that occur and words that don't by turns, so that every beginning of the list has both.
    var mixed: [String] = []
    for i in 0..<(count + 1) / 2 {
      mixed.append(anchors[i])
      if i + (count + 1) / 2 < count { mixed.append(anchors[i + (count + 1) / 2]) }
    }
    return mixed
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
