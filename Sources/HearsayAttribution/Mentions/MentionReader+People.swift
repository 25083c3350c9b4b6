import HearsayText

/// Source phrases that hold a person's name.
extension MentionReader {
  /// The tokens of a person's name in a phrase: behind a title or role, or the run of names that opens the phrase.
  func personName(_ core: Range<Int>, head: Range<Int>) -> Range<Int>? {
    if let run = nameRun(in: head) { return run }
    // "the minister, Dr. Teresa Quintal,", "his chief of staff, Ned Porrit,": the name stands in the apposition.
    let role = roleHead(head)
    // "a study, led by Carlos Duarte,": the paper speaks. "Attorneys for the inspector, R. Duarte,": the attorneys do.
    guard let last = head.last, role.map({ !reading.isPlural($0) }) ?? true,
      role != nil
        || !reading.scanned.has(last, reading.lexis.document) && !reading.scanned.has(last, reading.lexis.reportNoun)
    else { return nil }
    var i = head.upperBound
    while i < core.upperBound, i < head.upperBound + 6, !reading.syntax.isComma(i), !reading.syntax.startsRelative(i) {
      i += 1
    }
    if i < core.upperBound, reading.syntax.isComma(i) {
      i += 1
      // "the sheriff's office in Osk, where Brandt lives": no apposition.
      if i < core.upperBound, reading.syntax.startsRelative(i) { return nil }
      if let run = firstRun(in: i..<min(core.upperBound, i + 8)), run.lowerBound <= i + 4,
        reading.names.isPerson(run) || (run.lowerBound == i && role != nil)
      {
        return run
      }
    }
    return nil
  }

  private func firstRun(in r: Range<Int>) -> Range<Int>? {
    for i in r {
      if let run = reading.names.run(startingAt: i), run.upperBound <= r.upperBound { return run }
    }
    return nil
  }

  /// The last run of name words in a range whose head is a person.
  private func nameRun(in r: Range<Int>) -> Range<Int>? {
    var i = r.lowerBound
    var best: Range<Int>?
    while i < r.upperBound {
      guard let run = reading.names.run(startingAt: i), run.upperBound <= r.upperBound else {
        i += 1
        continue
      }
      // A name that ends the head part, or that stands at its start behind nothing but titles.
      if run.upperBound == r.upperBound || reading.syntax.isComma(run.upperBound) {
        if reading.names.isPerson(run) { best = run }
      } else if best == nil, run.lowerBound == r.lowerBound, run.count >= 2, reading.names.isPerson(run),
        reading.scanned.tokens.kind[run.upperBound] != .possessive
      {
        best = run
      }
      i = run.upperBound
    }
    return best
  }

  func gender(_ name: Range<Int>) -> Gender {
    let s = reading.scanned
    let lex = reading.lexis
    if name.lowerBound > 0 {
      let before = name.lowerBound - 1
      if s.has(before, lex.honorificMale) { return .male }
      if s.has(before, lex.honorificFemale) { return .female }
    }
    let first = name.lowerBound
    let male = s.has(first, lex.firstMale)
    let female = s.has(first, lex.firstFemale)
    if male != female { return male ? .male : .female }
    return .unknown
  }
}
