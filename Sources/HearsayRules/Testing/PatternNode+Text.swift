import HearsayText

extension Rulebook {
  /// An element as it would be written in a pattern; fragments unfolded, words folded.
  func text(of node: PatternNode, _ names: CaptureNames) -> String {
    switch node {
    case .word(let forms):
      return forms.map(vocabulary.string).joined(separator: "/")
    case .lexicon(let predicate, _):
      return "@" + name(of: predicate)
    case .verb(let predicate, _, let form):
      return form.keyword + " @" + name(of: predicate)
    case .type(let type):
      return "<\(type.name)>"
    case .choice(let slot, let alternatives):
      let inside = alternatives.map { one in
        one.map { node in
          if slot != nil, case .type(let type) = node { return type.name }
          return text(of: node, names)
        }.joined(separator: " ")
      }.joined(separator: " | ")
      return slot.map { "<\(names.all[$0]): \(inside)>" } ?? "( \(inside) )"
    case .optional(let inner):
      return text(of: inner, names) + "?"
    case .gap(let most):
      return "..\(most)"
    case .start:
      return "^"
    case .end:
      return "$"
    }
  }

  /// `say` or `say.deny`.
  func name(of predicate: Predicate) -> String {
    let (lexicon, className) = index.predicates.all[Int(predicate.index)]
    return className.map { "\(lexicon).\($0)" } ?? lexicon
  }
}

extension AnchorPlan {
  /// The steps in reading order, captures closed again round the anchor; the anchor's place among them.
  var reading: (steps: [PatternNode], anchor: Int) {
    // A capture or group that holds the anchor is taken apart: what stands left and right of the anchor inside it are
    // steps of their own.
    func nodes(_ steps: [Step]) -> [PatternNode] {
      steps.compactMap { step in
        if case .node(let node) = step { return node }
        return nil
      }
    }
    let before = Array(nodes(left).reversed())
    return (before + [anchor] + nodes(right), before.count)
  }
}
