import HearsayDiagnostics

extension Checker {
  /// Keeps the table of which word is in which class within bounds: it has a bit for each class in each set of words, so
  /// that both many classes and many words are fine, but not both at once.
  mutating func checkLexicons() {
    var classes = 0
    var words = 0
    for lexicon in set.lexicons {
      classes += 1 + lexicon.classes.count
      words += lexicon.classes.reduce(0) { $0 + $1.forms.count }
      guard classes > Limits.classes || words > Limits.lexiconBits / max(classes, 1) else { continue }
      sink.report(
        .limitExceeded, "lexicons with \(words) words in \(classes) classes", at: lexicon.location,
        "the limit is passed here",
        help: "at most \(Limits.classes) classes in all, and fewer where the words are many")
      // Once is enough, and whatever comes behind it is over the limit too.
      return
    }
  }
}
