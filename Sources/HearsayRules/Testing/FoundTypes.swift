import HearsayText

/// The typed phrases that a rule's patterns ask for, where a text has them: what a failed example shows below its tokens.
/// Clauses are left out, because one begins at nearly every token.
struct FoundTypes<Phrases: PhraseFinder> {
  let scanned: ScannedText
  let phrases: Phrases

  /// A line for each type, by the order of the types: `<source>: 0–1 “Mara Quill”`. Empty for a rule without types.
  func text(for rule: Rule) -> String {
    var asked: Set<PhraseType> = []
    for pattern in rule.patterns { gather(pattern.elements, into: &asked) }
    let lines = PhraseType.allCases.filter { $0 != .clause && asked.contains($0) }.map { type in
      let found = places(of: type, for: rule.scope).map { range in
        let last = range.upperBound - 1
        let numbers = last == range.lowerBound ? "\(last)" : "\(range.lowerBound)–\(last)"
        return "\(numbers) “\(scanned.text.string(scanned.tokens.span(range)))”"
      }
      return "<\(type.name)>: " + (found.isEmpty ? "none" : found.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  /// The best phrase at each token, without those inside one that is shown already: they would fill the page.
  private func places(of type: PhraseType, for scope: Rule.Scope) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for scope in scanned.scopes(for: scope) {
      var next = scope.lowerBound
      for start in scope where start >= next {
        var ends: [Int] = []
        phrases.ends(of: type, from: start, scope: scope, into: &ends)
        guard let end = ends.first(where: { $0 > start && $0 <= scope.upperBound }) else { continue }
        found.append(start..<end)
        next = end
      }
    }
    return found
  }

  /// Bounded in depth as patterns are.
  private func gather(_ elements: [PatternElement], into types: inout Set<PhraseType>) {
    for element in elements {
      switch element {
      case .type(let type): types.insert(type)
      case .capture(_, let alternatives), .group(let alternatives):
        for one in alternatives { gather(one, into: &types) }
      case .optional(let inner): gather([inner], into: &types)
      case .word, .lexicon, .verb, .gap, .start, .end, .fragment: break
      }
    }
  }
}
