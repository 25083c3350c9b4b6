/// Cleans names of authors as pages state them: openers, jobs, addresses and several names in one text.
struct AuthorNames {
  let words: MetadataWords

  /// The names in some stated texts, each once, in their order.
  func clean(_ stated: [String]) -> [String] {
    var names: [String] = []
    for text in stated.prefix(50) {
      for name in split(text) where !names.contains(where: { Folded.bytes($0) == Folded.bytes(name) }) {
        names.append(name)
      }
    }
    return names
  }

  private func split(_ stated: String) -> [String] {
    var text = HTMLEntities.decode(stated).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.utf8.count <= 400 else { return [] }
    text = withoutOpener(text)
    var parts: [String] = []
    for (place, piece) in text.split(whereSeparator: {
      $0 == ";" || $0 == "|" || $0 == "•" || $0 == "·" || $0 == "⋅" || $0 == "∙" || $0 == "/" && !text.contains("://")
    }).enumerated() {
      // Behind a sign there may be another name, more often a job or a date.
      if place > 0, !isFullName(piece.trimmed.split(separator: " ")) { continue }
      parts += splitAtWords(piece.trimmed)
    }
    return parts.compactMap(name)
  }

  /// "Ana Roe and Bo Lind", "Ana Roe, Bo Lind": apart where all parts look like names of their own.
  private func splitAtWords(_ text: String) -> [String] {
    var pieces: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      if word == "&" || words.and.contains(word.lowercased()) && word.first?.isUppercase != true {
        pieces.append([])
      } else if word.last == "," {
        pieces[pieces.count - 1].append(word.dropLast())
        pieces.append([])
      } else {
        pieces[pieces.count - 1].append(word)
      }
    }
    pieces.removeAll(where: \.isEmpty)
    // A date behind the name is none.
    if let date = pieces.dropFirst().firstIndex(where: {
      $0.contains { words.month($0.lowercased()) != nil } || $0.allSatisfy { $0.contains(where: \.isNumber) }
    }) {
      pieces.removeSubrange(date...)
    }
    guard pieces.count > 1 else { return [pieces.first?.joined(separator: " ") ?? text] }
    // What is no name of two words or more behind a comma is a job or a degree, and belongs to the name before it; behind
    // several names a single word is an agency or a place, which pages count among the authors.
    let full = pieces.prefix { isFullName($0) }.count
    let isList = full == pieces.count || full >= 2 && pieces.dropFirst(full).allSatisfy { $0.count == 1 }
    let isAgency =
      full == 1 && pieces.count == 2 && pieces[1].count == 1 && pieces[1][0].allSatisfy { $0.isLetter }
      && !holdsJob(String(pieces[1][0]))
      && pieces[1][0].utf8.count <= 8 && !endsInDegree(pieces[0])
    return isList || isAgency ? pieces.map { $0.joined(separator: " ") } : [text]
  }

  /// "Ana Roe CPP": what follows it is another degree.
  private func endsInDegree(_ name: [Substring]) -> Bool {
    guard let last = name.last, name.count > 2, name[0] != name[0].uppercased() else { return false }
    return last.utf8.count >= 2 && last.allSatisfy(\.isUppercase)
  }

  private func isFullName(_ piece: [Substring]) -> Bool {
    guard piece.count >= 2, piece.count <= 5 else { return false }
    let first = piece[0].first
    return first?.isUppercase == true && piece.last?.first?.isUppercase == true
      && !holdsJob(piece.joined(separator: " "))
  }

  func holdsJob(_ text: String) -> Bool {
    var text = text
    return words.jobs.isHeld(by: [0x20] + text.withUTF8 { SmallLetters.bytes($0) } + [0x20])
  }

  /// "Ana Roe Staff writer": two words of a name at least, then a job, perhaps with a rank before it.
  private func withoutJob(_ words: [Substring]) -> [Substring] {
    guard words.count > 2 else { return words }
    for place in 2..<min(words.count, 5)
    where words[..<place].allSatisfy({ $0.first?.isUppercase ?? false && $0.last != "," }) {
      let rest = words[place...].joined(separator: " ")
      if self.words.jobs.opens([0x20] + SmallLetters.bytes(Array(rest.utf8)[...]) + [0x20]) {
        return Array(words[..<place])
      }
    }
    return words
  }

  func withoutOpener(_ text: String) -> String {
    let small = text.lowercased()
    guard small.utf8.count == text.utf8.count else { return text }
    for opener in words.by where small.hasPrefix(opener) {
      // "By" opens a byline, "bystander" doesn't.
      var rest = text.utf8.dropFirst(opener.utf8.count)
      guard opener.hasSuffix(":") || rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: ":") else {
        continue
      }
      if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
      return String(Substring(rest)).trimmed
    }
    return text
  }

  private func name(_ text: String) -> String? {
    var text = text.trimmed
    if let bracket = text.firstIndex(of: "("), bracket != text.startIndex { text = String(text[..<bracket]).trimmed }
    while let last = text.last, [",", ".", ":", "-", "–"].contains(last),
      !(last == "." && text.dropLast().last?.isUppercase == true)
    {
      text = String(text.dropLast()).trimmed
    }
    // A month without its year is what is left of a date.
    var parts = text.split(separator: " ")
    while let last = parts.last, words.month(last.lowercased()) != nil,
      parts.count != 2 || words.month(parts[0].lowercased()) != nil
    { parts.removeLast() }
    if parts.count == 2, words.month(parts[1].lowercased()) != nil, parts[1].utf8.count > 3 { parts.removeLast() }
    if words.updated.contains(where: { text.lowercased().hasPrefix($0 + " ") }) || words.by.contains(text.lowercased())
    {
      return nil
    }
    text = withoutJob(parts).joined(separator: " ")
    guard text.contains(where: \.isLetter), text.utf8.count >= 2, text.utf8.count <= 120 else { return nil }
    guard !text.contains("://"), !text.contains(":"), !text.contains("@"), !text.hasPrefix("www."), !text.hasPrefix("/")
    else { return nil }
    guard !words.noName.contains(text.lowercased()) else { return nil }
    return text
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
    while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
    return String(slice)
  }
}
