import HearsayRules
import HearsaySyntax
import HearsayText

/// The full names of persons that a story gives, so that "Quintal", "Teresa" and "she" can be spelt out.
struct NamePool: Sendable {
  struct Person: Sendable {
    /// The fullest form in the text.
    var name: Range<Int>
    var gender: Gender
    /// Forms of the role words that stood beside the name ("minister", "envoy").
    var roles: [Form]
    /// Forms of all words that describe the person beside the name ("Turkish", "leader").
    var described: [Form] = []
    /// Token positions of all mentions.
    var mentions: [Int]
    /// The words before the surname.
    var given: [SurnameKey] = []
    /// Token positions of the mentions by more than the surname.
    var fullMentions: [Int] = []
  }

  let persons: [Person]
  /// For each token the end of the run of name words that begins there, 0 where none does.
  private let runEnd: [Int32]
  /// By the first token of a run: whether it names a person, and which of `persons`, -1 where none.
  private let isPersonRun: [Bool]
  private let personOfRun: [Int32]

  /// Scans the body once.
  init(_ scanned: ScannedText, _ syntax: LightSyntax, _ lexis: Lexis) {
    var builder = NamePoolBuilder(NameRuns(scanned: scanned, syntax: syntax, lexis: lexis))
    builder.build()
    persons = builder.persons
    runEnd = builder.runEnd
    isPersonRun = builder.isPersonRun
    personOfRun = builder.personOfRun
  }

  /// The run of name words that begins at a token.
  func run(startingAt i: Int) -> Range<Int>? {
    i < runEnd.count && runEnd[i] > 0 ? i..<Int(runEnd[i]) : nil
  }

  /// Whether a run names a person: a full name, or the surname of one, or a name behind a title.
  func isPerson(_ run: Range<Int>) -> Bool { isPersonRun[run.lowerBound] }

  /// The person that a run of the text names.
  func person(of run: Range<Int>) -> Int? {
    let person = personOfRun[run.lowerBound]
    return person < 0 ? nil : Int(person)
  }
}

/// Puts the runs of one text together to persons.
///
/// Full names come first, in the order of the text; two that share a surname are two persons when their given names differ.
/// A surname alone is then the last one of those who was named in full, a given name alone whoever has it.
struct NamePoolBuilder {
  private(set) var persons: [NamePool.Person] = []
  private(set) var runEnd: [Int32]
  private(set) var isPersonRun: [Bool]
  private(set) var personOfRun: [Int32]

  private let runs: NameRuns
  private let scanned: ScannedText
  private let lexis: Lexis
  private var bySurname: [SurnameKey: [Int]] = [:]
  private var byGiven: [SurnameKey: [Int]] = [:]
  /// By the forms of the words: each word is worked out once.
  private var keys: [Form: SurnameKey] = [:]

  init(_ runs: NameRuns) {
    self.runs = runs
    scanned = runs.scanned
    lexis = runs.lexis
    runEnd = [Int32](repeating: 0, count: runs.scanned.tokens.count)
    isPersonRun = [Bool](repeating: false, count: runs.scanned.tokens.count)
    personOfRun = [Int32](repeating: -1, count: runs.scanned.tokens.count)
  }

  mutating func build() {
    let tokens = scanned.tokens
    var found: [Range<Int>] = []
    // Names that the story says are a body's, by their first and last word.
    var bodies: Set<UInt64> = []
    var i = 0
    while i < tokens.count {
      guard let run = runs.run(at: i) else {
        i += 1
        continue
      }
      found.append(run)
      runEnd[run.lowerBound] = Int32(run.upperBound)
      if run.count > 1, runs.isCalledBody(run) || runs.takesPlural(run) { bodies.insert(words(run)) }
      i = run.upperBound
    }
    var singles: [Range<Int>] = []
    var unsure: [Range<Int>] = []
    for run in found {
      // Nobody but a person has a nickname in the middle of the name.
      let isNicknamed = run.contains { tokens.kind[$0] == .quotationMark }
      if run.count == 1 {
        singles.append(run)
      } else if isNicknamed || run.count <= 4 && !bodies.contains(words(run)) && isFull(run) {
        add(run)
      } else if run.count <= 4, !bodies.contains(words(run)) {
        unsure.append(run)
      }
    }
    // Two or more capitalised words that nothing explains are a person when the story uses the last one alone.
    let alone = Set(singles.map { tokens.form[$0.lowerBound] })
    for run in unsure
    where bySurname[key(run.upperBound - 1)] != nil
      || (alone.contains(tokens.form[run.upperBound - 1]) && !runs.isBody(run) && !runs.opensSentence(run))
    {
      add(run)
    }
    introduce(singles)
    for run in singles { settle(run) }
    settleNouns()
    for p in persons.indices {
      persons[p].mentions.sort()
      persons[p].fullMentions.sort()
    }
  }

  private func words(_ run: Range<Int>) -> UInt64 {
    UInt64(scanned.tokens.form[run.lowerBound]) << 32 | UInt64(scanned.tokens.form[run.upperBound - 1])
  }

  private func isFull(_ run: Range<Int>) -> Bool {
    runs.isFirstName(run.lowerBound) || runs.isTitled(run)
      || !runs.opensSentence(run) && (runs.isIntroduced(run) || runs.isSpeaking(run))
  }

  private mutating func key(_ i: Int) -> SurnameKey {
    let form = scanned.tokens.form[i]
    if let known = keys[form] { return known }
    let span = scanned.tokens.span(i)
    let key = SurnameKey(scanned.text.bytes[span.start..<span.end])
    keys[form] = key
    return key
  }

  // MARK: Full names

  private mutating func add(_ run: Range<Int>) {
    isPersonRun[run.lowerBound] = true
    let surname = key(run.upperBound - 1)
    let given = run.dropLast().filter { scanned.tokens.kind[$0] == .word }.map { key($0) }
    let known = bySurname[surname] ?? []
    let p = known.first { isSame($0, given, run) } ?? strayLetter(known, given, run) ?? make(run, surname, given)
    personOfRun[run.lowerBound] = Int32(p)
    persons[p].mentions.append(run.lowerBound)
    if run.count > 1 { persons[p].fullMentions.append(run.lowerBound) }
    describe(p, run)
    guard run.count > persons[p].name.count else { return }
    persons[p].name = run
    persons[p].given = given
    if persons[p].gender == .unknown { persons[p].gender = gender(run) }
    if let first = given.first, !(byGiven[first] ?? []).contains(p) { byGiven[first, default: []].append(p) }
  }

  private mutating func make(_ run: Range<Int>, _ surname: SurnameKey, _ given: [SurnameKey]) -> Int {
    let p = persons.count
    persons.append(NamePool.Person(name: run, gender: gender(run), roles: [], mentions: [], given: given))
    bySurname[surname, default: []].append(p)
    if let first = given.first { byGiven[first, default: []].append(p) }
    return p
  }

  /// Whether a name with a known surname is that person's: no given name speaks against it.
  private func isSame(_ p: Int, _ given: [SurnameKey], _ run: Range<Int>) -> Bool {
    let known = persons[p].given
    guard let first = given.first, let other = known.first else { return true }
    if given.contains(where: { g in known.contains { g.mayBe($0) } }) {
      let a = gender(run)
      return a == .unknown || persons[p].gender == .unknown || a == persons[p].gender || first == other
    }
    // A word that the lexicons know, and not as a name, is none: "Then Holt".
    return !runs.isFirstName(run.lowerBound) && scanned.tokens.form[run.lowerBound].isKnown
  }

  /// "… as Plan B. Holt said": a letter that ends the sentence before, where one person of that surname is known and nothing
  /// else speaks for a second one: no title, no verb of speech in front, no comma round the name.
  private func strayLetter(_ known: [Int], _ given: [SurnameKey], _ run: Range<Int>) -> Int? {
    guard run.count == 2, given.count == 1, given[0].isInitial, known.count == 1, let p = known.first,
      let first = persons[p].given.first, !first.isInitial, run.lowerBound > 0, !runs.isTitled(run),
      scanned.tokens.kind[run.lowerBound - 1] == .word, !scanned.has(run.lowerBound - 1, lexis.say),
      !scanned.has(run.lowerBound - 1, lexis.andWord), !runs.syntax.isPreposition(run.lowerBound - 1),
      !runs.syntax.isComma(run.upperBound)
    else { return nil }
    return p
  }

  private mutating func describe(_ p: Int, _ run: Range<Int>) {
    for range in runs.description(of: run) {
      for i in range where scanned.tokens.kind[i] == .word { persons[p].described.append(scanned.tokens.form[i]) }
      var i = range.lowerBound
      while i < range.upperBound {
        let end = scanned.entryEnd(i, lexis.role, in: range)
        if let end {
          persons[p].roles.append(scanned.tokens.form[end - 1])
          // "chief of staff": a phrase may be read up to its preposition.
          if end > i + 1 { persons[p].roles.append(scanned.tokens.form[i]) }
        }
        i = end ?? i + 1
        // Behind the name the first role counts; what follows it is somebody else's.
        if end != nil, range.lowerBound >= run.upperBound { break }
      }
    }
  }

  private func gender(_ run: Range<Int>) -> Gender {
    let first = run.lowerBound
    if first > 0 {
      if scanned.has(first - 1, lexis.honorificMale) { return .male }
      if scanned.has(first - 1, lexis.honorificFemale) { return .female }
    }
    let male = scanned.has(first, lexis.firstMale)
    let female = scanned.has(first, lexis.firstFemale)
    return male == female ? .unknown : male ? .male : .female
  }

  // MARK: One word

  /// Persons whom the story knows by one name only: "Elva, 34,", "said Oksana".
  private mutating func introduce(_ singles: [Range<Int>]) {
    var seen: [Form: Int] = [:]
    var ready: Set<Form> = []
    for run in singles {
      let i = run.lowerBound
      let form = scanned.tokens.form[i]
      if ready.contains(form) || bySurname[key(i)] != nil || byGiven[key(i)] != nil { continue }
      if scanned.tokens.flags[i].contains(.allCaps), scanned.tokens.span(i).count > 1 { continue }
      var isPerson = runs.isTitled(run) || runs.isIntroduced(run) || !runs.opensSentence(run) && runs.isActing(run)
      if !isPerson, runs.isFirstName(i) {
        if !scanned.tokens.flags[i].contains(.sentenceStart) { seen[form, default: 0] += 1 }
        isPerson = runs.isBesideSpeech(run) || seen[form, default: 0] >= 2
      }
      guard isPerson else { continue }
      ready.insert(form)
      _ = make(run, key(i), [])
    }
  }

  private mutating func settle(_ run: Range<Int>) {
    let i = run.lowerBound
    var p: Int?
    if let known = bySurname[key(i)] {
      p = nearest(known, i)
    } else if let known = byGiven[key(i)], runs.isFirstName(i) || !scanned.tokens.form[i].isKnown {
      p = nearest(known, i)
    }
    guard let p else {
      isPersonRun[i] = runs.isTitled(run)
      return
    }
    isPersonRun[i] = true
    personOfRun[i] = Int32(p)
    persons[p].mentions.append(i)
    if persons[p].given.isEmpty || runs.isTitled(run) { describe(p, run) }
  }

  /// Of several with one name the one who was last named in full, of the gender that the title tells.
  private func nearest(_ known: [Int], _ i: Int) -> Int? {
    guard known.count > 1 else { return known.first }
    let titled: Gender =
      i == 0
      ? .unknown
      : scanned.has(i - 1, lexis.honorificMale)
        ? .male : scanned.has(i - 1, lexis.honorificFemale) ? .female : .unknown
    let fitting = known.filter { titled == .unknown || persons[$0].gender == .unknown || persons[$0].gender == titled }
    func last(_ p: Int) -> Int { persons[p].fullMentions.last { $0 < i } ?? -1 }
    return fitting.max { last($0) < last($1) || last($0) == last($1) && $0 > $1 } ?? known.first
  }

  /// Surnames that are also nouns of bodies or places: "Banks said".
  private mutating func settleNouns() {
    for i in 0..<scanned.count where runEnd[i] == 0 && runs.syntax.isName(i) {
      guard let known = bySurname[key(i)], let p = nearest(known, i), i == 0 || runEnd[i - 1] == 0 else { continue }
      if (0..<5).contains(where: { i >= $0 && Int(runEnd[i - $0]) > i }) { continue }
      runEnd[i] = Int32(i + 1)
      isPersonRun[i] = true
      persons[p].mentions.append(i)
      personOfRun[i] = Int32(p)
    }
  }
}
