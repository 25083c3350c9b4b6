import HearsayStory

/// The lines between the headline and the story.
extension StoryFinder {
  /// What stands between the headline and the body: a summary, the byline, the date.
  mutating func markHeader() {
    let prose = kinds.indices.filter {
      kinds[$0] == .paragraph && weights.weight[$0] > 0 && tree.isBelow(Int(layout.lines[$0].node), root)
    }
    let first = prose.first { $0 > headline ?? -1 } ?? prose.first ?? kinds.count
    let top = headline ?? max(0, first - 12)
    if let headline { kinds[headline] = .headline }
    guard top < first else { return }
    for i in top..<first where i != headline && kinds[i] != .caption && kinds[i] != .byline && kinds[i] != .dateline {
      let line = layout.lines[i]
      let node = Int(line.node)
      let hints = weights.hints[node]
      let context = weights.context[node]
      if isSummary(line, hints, context) {
        kinds[i] = .paragraph
      } else if kinds[i] == .heading {
        // The section's name, or the headline once more; what heads the first paragraph stands right above it.
        if context.contains(.header) || !hints.isDisjoint(with: [.headline, .tags]) || repeatsTitle(line) {
          kinds[i] = .furniture
        }
      } else if isPoint(line, hints, context) {
        kinds[i] = .list
      } else if kinds[i] == .paragraph, line.count < 120, words.opensByline(layout.text, line) {
        kinds[i] = .byline
      } else if kinds[i] == .paragraph || kinds[i] == .quote || kinds[i] == .list || kinds[i] == .teaser {
        if repeatsTitle(line) { kinds[i] = .furniture }
      } else if context.contains(.figcaption) || hints.contains(.caption)
        || hints.contains(.figure) && line.linkBytes == 0
      {
        kinds[i] = .caption
      } else if hints.contains(.byline) || words.opensByline(layout.text, line), line.count < 200 {
        kinds[i] = .byline
      } else if hints.contains(.date) || line.hasTime || context.contains(.time), line.count < 100 {
        kinds[i] = .dateline
      } else {
        kinds[i] = .furniture
      }
    }
  }

  private func isSummary(_ line: PageLine, _ hints: MarkupHints, _ context: LineContext) -> Bool {
    guard line.count >= 40, line.linkShare < 0.4, !context.contains(.figcaption),
      context.isDisjoint(with: [.nav, .control, .hidden, .item]),
      hints.isDisjoint(with: [
        .caption, .comment, .promo, .ad, .authorBox, .legal, .player, .notice, .account, .hidden,
      ])
    else { return false }
    if hints.contains(.related), !teases(line, context) { return false }
    if hints.contains(.figure) || context.contains(.figure) { return false }
    if hints.contains(.summary) { return true }
    let folded = Folded.bytes(layout.text[line.range])
    if description.count >= 20, folded.count >= 20,
      description.starts(with: folded.prefix(40)) || folded.starts(with: description.prefix(40))
    {
      return true
    }
    guard hints.isDisjoint(with: [.byline, .date, .tags, .share, .menu, .sidebar]), !repeatsTitle(line) else {
      return false
    }
    let ends = PageWeights.endsSentence(line, layout.text)
    return ends && line.count >= 80 || context.contains(.heading) && line.count >= 60 || line.count >= 160
  }

  /// One of the points in which a page sums its story up before it begins.
  private func isPoint(_ line: PageLine, _ hints: MarkupHints, _ context: LineContext) -> Bool {
    line.count >= 40 && line.linkBytes == 0 && context.contains(.item)
      && context.isDisjoint(with: [.nav, .control, .hidden, .figure, .card])
      && !hints.isDisjoint(with: [.summary, .keyPoints])
      && hints.isDisjoint(with: [.comment, .related, .promo, .ad, .authorBox, .legal, .menu, .notice, .hidden])
  }

  /// Some call a summary its story's teaser: it says so itself, or stands in the story's own header and leads nowhere.
  private func teases(_ line: PageLine, _ context: LineContext) -> Bool {
    guard line.linkBytes == 0 else { return false }
    return layout.hints[Int(line.node)].contains(.summary) || context.contains(.header) && !context.contains(.card)
  }

  /// Whether a line says what the headline says, perhaps with the section's name before it.
  private func repeatsTitle(_ line: PageLine) -> Bool {
    guard line.count < 400 else { return false }
    let folded = Folded.bytes(layout.text[line.range])
    var titles = foldedTitles
    if let headline { titles.append(Folded.bytes(layout.text[layout.lines[headline].range])) }
    return titles.contains { title in
      title.count >= 12 && folded.count >= 12
        && (folded.count >= title.count && folded.suffix(title.count).elementsEqual(title)
          || title.count >= folded.count && title.suffix(folded.count).elementsEqual(folded)
          || title.starts(with: folded) || folded.starts(with: title) && folded.count < title.count + 40)
    }
  }

  /// Notes on the story's authors behind its end: "Ana Roe is our correspondent in Tarn".
  mutating func markAuthors(_ authors: [String], _ names: AuthorNames) {
    markNames(authors)
    let authors = authors.filter { $0.contains(" ") }.map { Folded.bytes($0) }
    guard !authors.isEmpty else { return }
    for i in kinds.indices.reversed() where kinds[i]?.isBody ?? false {
      let text = layout.string(layout.lines[i])
      let opening = Folded.bytes(String(text.prefix(80)))
      let isNote = authors.contains { author in
        opening.starts(with: author) || opening.firstRange(of: author) != nil
      }
      guard isNote, layout.lines[i].count < 600, names.holdsJob(String(text.prefix(200))) else { return }
      kinds[i] = .furniture
    }
  }

  /// A line above the story that is nothing but its authors' names.
  private mutating func markNames(_ authors: [String]) {
    let authors = authors.map { Folded.bytes($0) }
    let first = kinds.indices.first { kinds[$0] == .paragraph && layout.lines[$0].count >= 100 } ?? 0
    for i in kinds.indices.prefix(first) where kinds[i]?.isBody ?? false && layout.lines[i].count <= 120 {
      let pieces = layout.string(layout.lines[i]).split { $0 == "/" || $0 == "," }.map { Folded.bytes(String($0)) }
      if !pieces.isEmpty, pieces.allSatisfy(authors.contains) { kinds[i] = .byline }
    }
  }
}
