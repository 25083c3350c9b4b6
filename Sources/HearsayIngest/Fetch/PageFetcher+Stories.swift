import HearsayStory

extension PageFetcher {
  /// Fetches a page and makes stories of it.
  func read(_ address: String, _ pages: HTMLReader) -> [StoryReader.Element] {
    switch fetch(address) {
    case .failure(let problem): return [.problem(problem)]
    case .success(let page): return stories(page, InputPlace(argument: address), pages)
    }
  }

  private func stories(_ page: Page, _ place: InputPlace, _ pages: HTMLReader) -> [StoryReader.Element] {
    let kind = page.bytes.withUnsafeBufferPointer {
      ContentKind(head: UnsafeBufferPointer(rebasing: $0.prefix(ContentKind.headLength)), ending: "")
    }
    let source: any ImmediateSource
    switch kind {
    case .refused(let what, let help): return [.problem(place.problem(what, help: help))]
    case .gzip, .warc, .jsonLines:
      return [.problem(place.problem("an archive, not a page", help: "download it, and name the file"))]
    case .empty: return [.problem(place.problem("the page is empty", help: "a story needs text"))]
    case .feed: return FeedReader(pages: pages).read(page.bytes, place: place, declared: page.contentType)
    case .html: return [pages.read(page.bytes, declared: page.contentType, url: page.address, place: place)]
    case .json: source = JSONDocumentSource(page.bytes, place)
    case .text, .markdown, .utf16: source = TextSource(page.bytes, place, kind)
    }
    var elements: [StoryReader.Element] = []
    while let element = source.next() {
      if case .story(var story) = element, story.url == nil {
        story.url = page.address
        elements.append(.story(story))
      } else {
        elements.append(element)
      }
    }
    return elements
  }
}
