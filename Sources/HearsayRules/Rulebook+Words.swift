import HearsayText

/// What the lexicons say of words.
extension Rulebook {
  /// The question whether a word is in a lexicon, or in one class of it; nil when the rulebook has no such thing.
  ///
  /// Ask once and keep the answer: it is valid for all texts that this rulebook scans.
  public func predicate(_ lexicon: String, _ className: String? = nil) -> Predicate? {
    index.predicates.predicate(lexicon, className)
  }

  /// The classes of a lexicon, in the order of the files.
  public func classes(of lexicon: String) -> [String] {
    index.predicates.classes[lexicon]?.map(\.name) ?? []
  }

  /// The entries of a lexicon or of one class, each by its first form, in the order of the files.
  public func words(_ lexicon: String, _ className: String? = nil) -> [String] {
    var words: [String] = []
    for definition in lexicons where definition.name == lexicon {
      for one in definition.classes where className == nil || one.name == className {
        words += one.entries.compactMap { $0.forms.isEmpty ? nil : one.text(of: one.forms[$0.forms.lowerBound]) }
      }
    }
    return words
  }

  /// The first form of the entry that a form belongs to, folded; of the first entry when there are several.
  public func lemma(_ form: Form, in lexicon: String) -> String? {
    lemma(form, predicate(lexicon)).map(vocabulary.string)
  }

  /// The same by the question for the whole lexicon, for those who ask often: the lemma as a form.
  public func lemma(_ form: Form, _ lexicon: Predicate?) -> Form? {
    guard form.isKnown, let predicate = lexicon else { return nil }
    let table = index.lemmas[Int(predicate.index)]
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle] >> 32 < UInt64(form) { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low] >> 32 == UInt64(form) else { return nil }
    return Form(truncatingIfNeeded: table[low])
  }

  /// The class of the last word or phrase in a range that is in a lexicon.
  public func className(of range: Range<Int>, in scanned: ScannedText, lexicon: String) -> String? {
    className(of: range, in: scanned, among: index.predicates.classes[lexicon] ?? [])
  }

  /// The class of what a capture holds, in the lexicons that the rule's patterns name there: `stance of cue`.
  ///
  /// A verb group counts by its head, which stands last: in "has denied saying", the cue `denied` decides.
  public func className(ofCapture name: String, in match: RuleMatch, of scanned: ScannedText) -> String? {
    guard let slot = match.names.slot(name), let range = match[name] else { return nil }
    return className(of: range, in: scanned, among: engine.rules[match.rule].classes[slot])
  }

  private func className(
    of range: Range<Int>, in scanned: ScannedText, among classes: [ClassPredicate]
  ) -> String? {
    for i in range.clamped(to: 0..<scanned.count).reversed() {
      // A phrase says more than its words: "lash out" before "lash".
      for hit in scanned.hits(startingAt: i) where hit.end <= range.upperBound {
        if let found = classes.first(where: { scanned.has(hit, $0.predicate) }) { return found.name }
      }
      if let found = classes.first(where: { scanned.has(i, $0.predicate) }) { return found.name }
    }
    return nil
  }
}
