import HearsayDiagnostics
import HearsayText

/// Guesses what was meant where an element of a pattern found nothing.
struct Hints {
  let rulebook: Rulebook
  let scanned: ScannedText

  func hint(for node: PatternNode, at token: Int, scope: Range<Int>) -> String? {
    guard scope.contains(token) else { return nil }
    switch node {
    case .word(let forms):
      let names = forms.map(rulebook.vocabulary.string)
      return nearestName(to: words(token, 1), among: names).map { "closest word: \($0)" }
    case .lexicon(let predicate, _), .verb(let predicate, _, _):
      return lexiconHint(predicate, token)
    case .type(.outlet):
      return outletHint(token, scope)
    case .choice(_, let alternatives):
      for alternative in alternatives {
        if let first = alternative.first, let hint = hint(for: first, at: token, scope: scope) { return hint }
      }
      return nil
    case .optional(let inner):
      return hint(for: inner, at: token, scope: scope)
    case .type, .gap, .start, .end:
      return nil
    }
  }

  /// Another class that the word is in, or the nearest word of the lexicon.
  private func lexiconHint(_ predicate: Predicate, _ token: Int) -> String? {
    let (lexicon, className) = rulebook.index.predicates.all[Int(predicate.index)]
    if className != nil, let other = rulebook.className(of: token..<token + 1, in: scanned, lexicon: lexicon) {
      return "it is in @\(lexicon).\(other)"
    }
    let elsewhere = Set(rulebook.index.predicates.all.map(\.lexicon)).sorted().first { name in
      name != lexicon && (rulebook.predicate(name).map { scanned.has(token, $0) } ?? false)
    }
    let nearest = nearestName(to: words(token, 1), among: rulebook.forms(of: lexicon, className))
    if let nearest { return "closest word: \(nearest)" }
    return elsewhere.map { "it is in @\($0)" }
  }

  /// The alias nearest to one of the stretches of words that begin here.
  private func outletHint(_ token: Int, _ scope: Range<Int>) -> String? {
    let aliases = rulebook.outlets.flatMap { $0.names.map(\.text) }
    for count in (1...4).reversed() where token + count <= scope.upperBound {
      if let found = nearestName(to: words(token, count), among: aliases) { return "closest alias: \(found)" }
    }
    return nil
  }

  private func words(_ token: Int, _ count: Int) -> String {
    scanned.text.string(scanned.tokens.span(token..<token + count))
  }
}

extension Rulebook {
  /// All forms of the entries of a lexicon or class, as written.
  func forms(of lexicon: String, _ className: String?) -> [String] {
    lexicons.filter { $0.name == lexicon }.flatMap { definition in
      definition.classes.filter { className == nil || $0.name == className }.flatMap { one in
        one.forms.map(one.text)
      }
    }
  }
}

extension ScannedText {
  /// The stretches of the text that rules of a scope are matched against, when the text has no structure but its own.
  package func scopes(for scope: Rule.Scope) -> [Range<Int>] {
    scope == .sentence ? sentences.outer.map(\.tokens) : blocks.filter { !$0.isEmpty }
  }
}
