import HearsayDiagnostics
import HearsayText

/// L007: patterns and alternatives that can match nothing which one before them doesn't match already.
struct ReachCheck {
  private let rulebook: Rulebook

  init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  func run() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in rulebook.rules {
      for patterns in [rule.patterns, rule.unless] {
        for (number, pattern) in patterns.enumerated() {
          if let earlier = patterns[..<number].first(where: { covers($0.elements, pattern.elements) }) {
            found.append(
              diagnostic(
                "the pattern finds nothing that an earlier one of `\(rule.name)` doesn't find", pattern.location,
                earlier.location))
          }
          for (text, by) in alternatives(of: pattern.elements) {
            found.append(
              diagnostic(
                "the alternative `\(text)` can never be what matches: `\(by)` stands before it", pattern.location))
          }
        }
      }
    }
    return found
  }

  private func diagnostic(_ message: String, _ location: SourceLocation, _ earlier: SourceLocation? = nil) -> Diagnostic
  {
    Diagnostic(
      code: "L007", severity: .warning, message: message, primary: .init(location),
      secondary: earlier.map { [.init($0, "the earlier one")] } ?? [],
      help: "leave it out, or put the narrower one first")
  }

  /// The alternatives inside a pattern that one before them covers, with that one. Bounded in depth as patterns are.
  private func alternatives(of elements: [PatternElement]) -> [(text: String, by: String)] {
    elements.flatMap { element -> [(text: String, by: String)] in
      switch element {
      case .capture(_, let all), .group(let all):
        var found = all.flatMap(alternatives)
        for (i, one) in all.enumerated() {
          if let earlier = all[..<i].first(where: { covers($0, one) }) { found.append((text(one), text(earlier))) }
        }
        return found
      case .optional(let inner): return alternatives(of: [inner])
      case .word, .lexicon, .verb, .type, .gap, .start, .end, .fragment: return []
      }
    }
  }

  private func text(_ elements: [PatternElement]) -> String {
    elements.map(\.description).joined(separator: " ")
  }

  /// Whether whatever the second sequence matches, the first matches too, token for token.
  private func covers(_ a: [PatternElement], _ b: [PatternElement]) -> Bool {
    // An empty alternative matches before everything and reaches as far as the rest lets it: no claim about it.
    !b.isEmpty && a.count == b.count && zip(a, b).allSatisfy(covers)
  }

  private func covers(_ a: PatternElement, _ b: PatternElement) -> Bool {
    if a == b { return true }
    switch (a, b) {
    case (.word(let x), .word(let y)):
      return folded(x) == folded(y)
    case (.lexicon(let name, nil), .lexicon(let other, _)):
      return name == other
    case (.lexicon(let name, let className), .word(let word)):
      guard let predicate = rulebook.predicate(name, className) else { return false }
      // As the word stands in the pattern: an entry that needs a capital doesn't fit a small letter.
      let scanned = rulebook.scan(SourceText(word))
      return scanned.count == 1 && scanned.has(0, predicate)
    case (.verb(let name, nil, let form), .verb(let other, _, let otherForm)):
      return name == other && form == otherForm
    case (.gap(let most), .gap(let fewer)):
      return most >= fewer
    case (.capture(let name, let all), .capture(let other, let others)):
      return name == other && others.allSatisfy { one in all.contains { covers($0, one) } }
    case (.group(let all), .group(let others)):
      return others.allSatisfy { one in all.contains { covers($0, one) } }
    case (.optional(let inner), .optional(let other)):
      return covers(inner, other)
    default: return false
    }
  }

  private func folded(_ word: String) -> [Form] {
    let scanned = rulebook.scan(SourceText(word))
    let forms = (0..<scanned.count).map { scanned.tokens.form[$0] }
    // Words that nobody knows share a form that says nothing.
    return forms.allSatisfy(\.isKnown) ? forms : []
  }
}
