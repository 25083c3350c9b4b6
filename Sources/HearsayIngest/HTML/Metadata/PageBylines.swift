import HearsayStory

/// Finds who wrote the story among the lines around the headline.
struct PageBylines {
  let finder: StoryFinder
  let names: AuthorNames

  init(_ finder: StoryFinder, _ names: AuthorNames) {
    self.finder = finder
    self.names = names
  }

  /// Texts that state authors; the names in them are not yet taken apart.
  func find() -> [String] {
    let lines = finder.layout.lines
    let top = finder.headline ?? 0
    let first = finder.firstParagraph ?? top
    var found: [String] = []
    for i in lines.indices where i >= top - 8 && i < max(first + 4, top + 1) {
      let line = lines[i]
      guard line.count <= 240, i != finder.headline else { continue }
      let hints = finder.weights.hints[Int(line.node)]
      guard hints.isDisjoint(with: [.related, .comment, .ad, .menu]) else { continue }
      let text = finder.layout.string(line)
      let opened = names.withoutOpener(withoutDate(text))
      if opened != withoutDate(text) || hints.contains(.byline), case let linked = linkedNames(line), !linked.isEmpty {
        found += linked
      } else if opened != withoutDate(text), looksLikeNames(opened) {
        found.append(cut(opened))
      } else if hints.contains(.byline), looksLikeNames(opened) {
        found.append(cut(opened))
      } else if let piece = openedPiece(text) {
        found.append(cut(piece))
      }
      if found.count >= 6 { break }
    }
    return found
  }

  /// The names behind the opener of a part of a line: "Thursday, 3 May · By Ana Roe".
  private func openedPiece(_ text: String) -> String? {
    let pieces = text.split { $0 == "|" || $0 == "•" || $0 == "·" }.dropFirst()
    return pieces.lazy.map(\.trimmed).compactMap { piece -> String? in
      let opened = names.withoutOpener(piece)
      return opened != piece && looksLikeNames(opened) && opened.contains(" ") ? opened : nil
    }.first
  }

  /// The words of links that lead to pages of authors: apart from jobs, dates and signs.
  private func linkedNames(_ line: PageLine) -> [String] {
    let layout = finder.layout
    return layout.links[Int(line.firstLink)..<Int(line.lastLink)].compactMap { link in
      guard let address = layout.tree.value(.href, of: Int(link.node))?.lowercased(),
        names.words.authorPaths.contains(where: address.contains)
      else { return nil }
      let from = Int(max(link.from, line.from))
      let to = Int(min(link.to < 0 ? line.to : link.to, line.to))
      guard to > from else { return nil }
      let name = String(decoding: layout.text[from..<to], as: UTF8.self).trimmed
      return looksLikeNames(name) && name.split(separator: " ").count >= 2 ? name : nil
    }
  }

  /// The first line anywhere on the page that is called a byline, where none stands near the headline.
  func findMarked() -> [String] {
    for line in finder.layout.lines where line.count <= 80 {
      let hints = finder.weights.hints[Int(line.node)]
      guard hints.contains(.byline),
        hints.isDisjoint(with: [.related, .comment, .ad, .menu, .authorBox, .share, .sidebar])
      else { continue }
      let text = names.withoutOpener(withoutDate(finder.layout.string(line)))
      if looksLikeNames(text), cut(text).split(separator: " ").count >= 2 { return [cut(text)] }
    }
    return []
  }

  /// What stands behind a date that opens the line: "May 3, 2024 By Ana Roe".
  private func withoutDate(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard let number = words.prefix(4).lastIndex(where: { $0.contains { $0.isNumber } }),
      words.prefix(number + 1).allSatisfy({
        $0.contains { $0.isNumber } || names.words.month($0.lowercased().filter(\.isLetter)) != nil
      })
    else { return text }
    var rest = words[(number + 1)...]
    // "2025Julian": the date and the name touch.
    let tail = words[number].drop { $0.isNumber || $0 == "," }
    if let first = tail.first, first.isUppercase { rest = [tail] + rest }
    return rest.joined(separator: " ")
  }

  /// Up to a sign or a number: what follows the names is a date or a place.
  private func cut(_ text: String) -> String {
    let end =
      text.firstIndex { $0 == "|" || $0 == "•" || $0 == "·" || $0.isNumber || $0 == "–" || $0 == "—" } ?? text.endIndex
    let names = text[..<end]
    // "Ana Roe Views: 120": the word before a colon is of what stands behind it.
    guard let colon = names.firstIndex(of: ":") else { return String(names).trimmed }
    return names[..<colon].split(separator: " ").dropLast().joined(separator: " ")
  }

  private func looksLikeNames(_ text: String) -> Bool {
    let text = cut(text)
    let parts = text.split(separator: " ")
    guard (1...14).contains(parts.count), text.first?.isLetter == true else { return false }
    let capitals = parts.filter { $0.first?.isUppercase == true }.count
    return capitals * 3 >= parts.count * 2 || parts.allSatisfy { $0.first.map { !$0.isCased } ?? false }
  }
}
