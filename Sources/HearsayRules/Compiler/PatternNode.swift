import HearsayText

/// A pattern element with its names looked up: forms, predicates and slots in place of strings, fragments unfolded.
indirect enum PatternNode: Sendable {
  /// One token with one of these forms (ascending).
  case word([Form])
  /// An entry that has the predicate: a token, or a phrase when `phrases`.
  case lexicon(Predicate, phrases: Bool)
  /// The verb group whose head is such an entry.
  case verb(Predicate, phrases: Bool, form: VerbForm)
  case type(PhraseType)
  /// The slot is nil for a group.
  case choice(slot: Int?, [[PatternNode]])
  case optional(PatternNode)
  case gap(Int)
  case start
  case end
}

/// Looks up the names of patterns.
///
/// Fragments are unfolded in place, so the size of what comes out is bounded by `sizeLimit`, not by the text that
/// went in.
struct PatternResolver {
  /// The most elements that a pattern may have once its fragments are unfolded.
  static let sizeLimit = 4_096

  /// Why a pattern can't be compiled.
  enum Problem: Error {
    case tooLarge
    case unknownName(String)
  }

  private let index: LexiconIndexBuilder
  /// The forms of all words of patterns.
  private let words: [String: [Form]]
  private let fragments: [String: [[PatternElement]]]
  private let captures: CaptureNames
  private var size = 0

  init(
    _ index: LexiconIndexBuilder, words: [String: [Form]], fragments: [String: [[PatternElement]]],
    captures: CaptureNames
  ) {
    self.index = index
    self.words = words
    self.fragments = fragments
    self.captures = captures
  }

  mutating func resolve(_ elements: [PatternElement]) throws(Problem) -> [PatternNode] {
    var nodes: [PatternNode] = []
    nodes.reserveCapacity(elements.count)
    for element in elements { try append(element, to: &nodes) }
    return nodes
  }

  private mutating func append(_ element: PatternElement, to nodes: inout [PatternNode]) throws(Problem) {
    size += 1
    guard size <= Self.sizeLimit else { throw .tooLarge }
    switch element {
    case .word(let word):
      for form in words[word] ?? [] { nodes.append(.word([form])) }
    case .lexicon(let name, let className):
      let found = try lookUp(name, className)
      nodes.append(.lexicon(found.0, phrases: found.phrases))
    case .verb(let name, let className, let form):
      let found = try lookUp(name, className)
      nodes.append(.verb(found.0, phrases: found.phrases, form: form))
    case .type(let type):
      nodes.append(.type(type))
    case .capture(let name, let alternatives):
      // The captures of exceptions have no slot: nobody can ask for them.
      nodes.append(
        .choice(slot: captures.slot(name), Self.mergingWords(try resolve(alternatives: alternatives))))
    case .group(let alternatives):
      nodes.append(Self.group(try resolve(alternatives: alternatives)))
    case .optional(let inner):
      let resolved = try resolve([inner])
      nodes.append(.optional(resolved.count == 1 ? resolved[0] : .choice(slot: nil, [resolved])))
    case .gap(let most):
      nodes.append(.gap(most))
    case .start:
      nodes.append(.start)
    case .end:
      nodes.append(.end)
    case .fragment(let name):
      guard let alternatives = fragments[name] else { throw .unknownName(name) }
      let resolved = try resolve(alternatives: alternatives)
      if resolved.count == 1 { nodes += resolved[0] } else { nodes.append(Self.group(resolved)) }
    }
  }

  private mutating func resolve(alternatives: [[PatternElement]]) throws(Problem) -> [[PatternNode]] {
    var resolved: [[PatternNode]] = []
    for alternative in alternatives { resolved.append(try resolve(alternative)) }
    return resolved
  }

  private func lookUp(_ name: String, _ className: String?) throws(Problem) -> (Predicate, phrases: Bool) {
    guard let found = index.predicates.predicate(name, className) else {
      throw .unknownName(className.map { "@\(name).\($0)" } ?? "@\(name)")
    }
    return (found, index.hasPhrases[Int(found.index)])
  }

  private static func group(_ alternatives: [[PatternNode]]) -> PatternNode {
    let merged = mergingWords(alternatives)
    return merged.count == 1 && merged[0].count == 1 ? merged[0][0] : .choice(slot: nil, merged)
  }

  /// Single words next to each other in a list of alternatives are one test of a token, not a choice each.
  private static func mergingWords(_ alternatives: [[PatternNode]]) -> [[PatternNode]] {
    var merged: [[PatternNode]] = []
    merged.reserveCapacity(alternatives.count)
    var words: [Form] = []
    func flush() {
      if !words.isEmpty { merged.append([.word(words.count == 1 ? words : Set(words).sorted())]) }
      words.removeAll(keepingCapacity: true)
    }
    for alternative in alternatives {
      if alternative.count == 1, case .word(let some) = alternative[0] {
        words += some
      } else {
        flush()
        merged.append(alternative)
      }
    }
    flush()
    return merged
  }
}
