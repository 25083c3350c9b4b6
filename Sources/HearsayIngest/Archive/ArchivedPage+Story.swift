import HearsayStory
import HearsayText

extension ArchivedPage {
  /// What the decoded bytes are is told by themselves, then by the header's type.
  func stories(_ bytes: [UInt8], _ pages: HTMLReader?) -> [StoryReader.Element] {
    guard let pages, !isText else { return [story(bytes)] }
    let kind = bytes.withUnsafeBufferPointer {
      let head = UnsafeBufferPointer(rebasing: $0.prefix(ContentKind.headLength))
      return MarkupKind.wide(head, "") ?? MarkupKind.plain(head, "")
    }
    if kind == .feed {
      return FeedReader(pages: pages).read(bytes, place: input, declared: contentType).map { placed($0) }
    }
    guard kind == .html || contentType?.lowercased().contains("html") ?? false else { return [story(bytes)] }
    switch pages.read(bytes, declared: contentType, url: target, place: input, notes: notes) {
    case .story(let story): return [placed(.story(story), id: "\(input.id)#\(place)")]
    case .problem(let found): return [.problem(problem(found.what, help: found.help, severity: .warning))]
    }
  }

  /// A story with the record's address in the archive; those of a feed keep the ids that the feed gives them.
  private func placed(_ element: StoryReader.Element, id: String? = nil) -> StoryReader.Element {
    guard case .story(var story) = element else { return element }
    story.id = id ?? story.id
    story.path = input.path.map { "\($0)#\(place)" }
    story.url = story.url ?? target
    story.fetched = date
    return .story(story)
  }

  private func story(_ bytes: [UInt8]) -> StoryReader.Element {
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
