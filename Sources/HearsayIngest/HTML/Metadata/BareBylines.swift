import HearsayStory

/// Names that no word and no markup calls a byline: only their place and their shape tell.
extension PageBylines {
  /// Looked for when nothing else states an author: beside the date, above a job, set in bold right above the story, or
  /// behind "Written by" below it.
  func findBare() -> [String] {
    let lines = finder.layout.lines
    let isProse = { finder.kinds[$0] == .paragraph && lines[$0].count >= 100 }
    guard
      let first = finder.kinds.indices.first(where: { $0 > finder.headline ?? -1 && isProse($0) })
        ?? finder.kinds.indices.first(where: isProse),
      let last = finder.kinds.indices.last(where: { finder.kinds[$0] == .paragraph })
    else { return [] }
    let top = finder.headline ?? max(0, first - 6)
    for i in lines.indices where i >= top && i < first && i != finder.headline && lines[i].count <= 120 {
      guard isPlain(lines[i]) else { continue }
      let text = finder.layout.string(lines[i])
      if let name = nameBeforeDate(text) { return [name] }
      if i + 1 < lines.count, lines[i + 1].count < 60, isName(text),
        names.holdsJob(finder.layout.string(lines[i + 1]))
      {
        return [text]
      }
      if i + 3 >= first, lines[i].strongShare > 0.75 || text == text.uppercased() {
        let pieces = text.split { $0 == "/" || $0 == "," }.map { $0.trimmed }
        if pieces.allSatisfy(isName) { return pieces }
      }
    }
    for i in last..<min(last + 12, lines.count) where lines[i].count <= 80 && isPlain(lines[i]) {
      let text = finder.layout.string(lines[i])
      let name = names.withoutOpener(text)
      // "By" alone opens other lines too.
      if name != text, isName(name), text.split(separator: " ").count - name.split(separator: " ").count >= 2 {
        return [name]
      }
    }
    return []
  }

  private func isPlain(_ line: PageLine) -> Bool {
    let node = Int(line.node)
    return finder.weights.hints[node].isDisjoint(with: [.related, .comment, .ad, .menu, .tags, .promo, .caption])
      && finder.weights.context[node].isDisjoint(with: [.nav, .figcaption, .control, .heading])
  }

  /// "Ana Roe | 3 May 2024"
  private func nameBeforeDate(_ text: String) -> String? {
    guard let digit = text.firstIndex(where: \.isNumber) else { return nil }
    let before = text[..<digit]
    guard let sign = before.firstIndex(where: { "|•·–—,".contains($0) }),
      !before[sign...].dropFirst().contains(where: { "|•·".contains($0) })
    else { return nil }
    let name = before[..<sign].trimmed
    // What stands between the two is nothing, a day or a month.
    let between = before[sign...].dropFirst().split { !$0.isLetter }
    guard between.count <= 2, between.allSatisfy({ $0.utf8.count <= 12 }), isName(name) else { return nil }
    return name
  }

  /// Two to four words that begin with capitals and hold nothing but letters.
  private func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), text.utf8.count <= 60, !names.holdsJob(text),
      !names.words.noName.contains(text.lowercased())
    else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase == true
        && word.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "'" || $0 == "’" }
        && names.words.month(word.lowercased()) == nil
    }
  }
}
