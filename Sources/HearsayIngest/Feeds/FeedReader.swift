import HearsayStory
import HearsayText

/// Makes stories of a feed's items.
struct FeedReader {
  let pages: HTMLReader

  func read(_ bytes: [UInt8], place: InputPlace, declared: String? = nil) -> [StoryReader.Element] {
    let decoded = DecodedText.decode(bytes, declared: declared)
    return stories(of: Feed(xml: decoded.bytes), place, repairs: decoded.repairs)
  }

  func stories(of feed: Feed, _ place: InputPlace, repairs: Int = 0) -> [StoryReader.Element] {
    if feed.items.isEmpty {
      return [
        .problem(
          place.problem(
            "no story in this feed", help: "a feed holds `item` or `entry` elements; is this another XML document?"))
      ]
    }
    return feed.items.enumerated().map { number, item in
      var notes: [String] = []
      if repairs > 0, number == 0 { notes.append(InputNotes.repaired(repairs)) }
      if feed.isMended, number == 0 { notes.append("the feed is not well-formed; what could be read was") }
      let id = item.id ?? item.url ?? "\(place.id):\(number + 1)"
      let isPartial = item.body?.isEmpty ?? true
      let content = (isPartial ? item.summary : item.body) ?? ""
      guard !content.isEmpty || item.title?.isEmpty == false else {
        return .problem(
          place.problem(
            "story \(number + 1) of the feed has neither title nor text", help: "nothing can be read from it"))
      }
      if isPartial { notes.append("a summary from a feed, not the whole story") }
      return pages.fragment(
        content, isText: item.bodyIsText, title: item.title, place: place,
        facts: Story(
          id: id, path: place.path, text: SourceText(""), outlet: feed.title, url: item.url, date: item.date,
          byline: item.authors, language: item.language ?? feed.language, notes: notes))
    }
  }
}

extension HTMLReader {
  /// The story of a piece of HTML or text that is all of it story: what feeds and news agencies' JSON hold.
  ///
  /// - Parameter facts: What is known of the story beside its text.
  func fragment(
    _ content: String, isText: Bool, title: String?, place: InputPlace, facts: Story
  ) -> StoryReader.Element {
    var story = facts
    var assembler = StoryAssembler()
    let title = title.map { HTMLEntities.decode(plain($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    if let title { assembler.add(.headline, Array(title.utf8)[...]) }
    if isText {
      for line in content.split(whereSeparator: \.isNewline) where line.contains(where: { !$0.isWhitespace }) {
        assembler.add(.paragraph, Array(line.trimmed.utf8)[...])
      }
    } else {
      let layout = PageLayout(HTMLParser.parse(Array(content.utf8)), words.markup)
      for (line, kind) in zip(layout.lines, kinds(ofFragment: layout)) { assembler.add(kind, layout.text[line.range]) }
    }
    guard !assembler.text.isEmpty else {
      return .problem(place.problem("a story without text", help: "nothing can be read from it"))
    }
    assembler.close()
    story.text = SourceText(decoding: assembler.text)
    story.sha256 = SHA256.hexadecimal(assembler.text)
    story.title = title
    story.isExtracted = true
    story.blocks = assembler.blocks
    story.byline = AuthorNames(words: metadata).clean(facts.byline)
    story.date = facts.date.flatMap { PageDate(words: metadata).read($0) }
    return .story(story)
  }

  /// Titles in feeds are sometimes HTML.
  private func plain(_ title: String) -> String {
    guard title.contains("<") else { return title.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return HTMLParser.parse(Array(title.utf8)).text(of: 0)
  }

  private func kinds(ofFragment layout: PageLayout) -> [BlockKind] {
    let weights = PageWeights(layout)
    return layout.lines.map { line in
      let node = Int(line.node)
      let context = weights.context[node]
      if context.contains(.figcaption) || weights.hints[node].contains(.caption) { return .caption }
      if context.contains(.heading) { return .heading }
      let ends = PageWeights.endsSentence(line, layout.text)
      if let kind = words.kind(ofLine: layout.text, line) { return kind }
      if line.linkShare > 0.7, !ends { return .teaser }
      if context.contains(.quote) { return .quote }
      return context.contains(.item) ? .list : .paragraph
    }
  }
}
