import HearsayStory
import HearsayText

extension ArchivedPage {
  func story(_ bytes: [UInt8]) -> StoryReader.Element {
    let text = SourceText(decoding: bytes)
    guard TextSource.holdsText(text.bytes), !TextSource.holdsNUL(text.bytes) else {
      return .problem(problem("the page holds no text", severity: .warning))
    }
    var story = Story(
      id: "\(input.id)#\(place)", path: input.path.map { "\($0)#\(place)" }, text: text,
      sha256: SHA256.hexadecimal(bytes),
      url: target, notes: notes)
    story.fetched = date
    return .story(story)
  }
}
