import HearsayRules
import HearsayText

// Several who speak together: "Holt and Osei", "the two", "both".
extension SpeakerRegistry {
  /// The persons of a phrase that is nothing but their names, as one speaker; nil for one person.
  mutating func joint(_ m: Mention, block: Int, sentence: Range<Int>) -> Int? {
    let names = reader.namesTogether(m.core)
    guard names.count > 1 else { return nil }
    let members = names.compactMap { run -> Int? in
      var one = Mention(form: .person, range: run, core: run)
      one.name = run
      return person(one)
    }
    return members.count == names.count ? together(members, m) : nil
  }

  /// "The two", "both": the pair that spoke last, else the two who did.
  mutating func lastPair(_ m: Mention, block: Int) -> Int? {
    let s = reading.scanned
    guard m.core.count == 1, s.has(m.core.lowerBound, reading.lexis.pairWord) else { return nil }
    let count = s.has(m.core.lowerBound, reading.lexis.three) ? 3 : 2
    let near = entries.indices.filter {
      entries[$0].lastToken < m.range.lowerBound && blocksBetween(entries[$0].lastBlock, block) <= 1
    }.sorted { entries[$0].lastToken > entries[$1].lastToken }
    if let pair = near.first(where: {
      entries[$0].members.count == count
        || entries[$0].isPlural && entries[$0].speaker.count == CountRange(count, count)
    }) {
      return pair
    }
    let single = near.filter { !entries[$0].isPlural }.prefix(count)
    guard single.count == count else { return nil }
    return together(single.reversed(), m)
  }

  private mutating func together(_ members: [Int], _ m: Mention) -> Int? {
    let distinct = members.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    guard distinct.count > 1 else { return distinct.first }
    if let known = entries.indices.first(where: { Set(entries[$0].members) == Set(distinct) }) { return known }
    let names = distinct.map { entries[$0].speaker.name }
    let name = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let e = add(
      m, kind: .group, name: name, anonymous: distinct.contains { entries[$0].speaker.anonymous },
      grade: distinct.map { entries[$0].speaker.grade }.max() ?? .named)
    entries[e].speaker.count = CountRange(distinct.count, distinct.count)
    entries[e].isPlural = true
    entries[e].members = distinct
    return e
  }

  /// Whoever the headline calls by the role of a person that the body names: "Judge frees activist", "Judge Robert Kaine".
  func headlineHolder(_ m: Mention, _ p: Int) -> Int? {
    guard !isHeadline else { return nil }
    return entries.indices.first { e in
      entries[e].isFromHeadline && !entries[e].isPlural && entries[e].person == nil
        && (entries[e].speaker.kind == .person || entries[e].speaker.kind == .office)
        && entries[e].roles.contains { form in reading.names.persons[p].roles.contains { sameRole($0, form) } }
    }
  }
}

extension MentionReader {
  /// The names in a phrase that holds nothing else: "Dean Holt and Amara Osei", "Holt, Osei and Dr. Graf".
  func namesTogether(_ core: Range<Int>) -> [Range<Int>] {
    let s = reading.scanned
    var out: [Range<Int>] = []
    var i = core.lowerBound
    while i < core.upperBound {
      while i < core.upperBound, s.has(i, reading.lexis.honorific), reading.names.run(startingAt: i) == nil { i += 1 }
      guard let run = reading.names.run(startingAt: i), run.upperBound <= core.upperBound, reading.names.isPerson(run)
      else { return [] }
      out.append(run)
      i = run.upperBound
      guard i < core.upperBound else { return out }
      let comma = reading.syntax.isComma(i)
      if comma { i += 1 }
      let and = i < core.upperBound && s.has(i, reading.lexis.andWord)
      if and { i += 1 }
      guard comma || and, i < core.upperBound else { return [] }
    }
    return []
  }
}
