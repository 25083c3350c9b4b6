import HearsayRules
import HearsaySyntax
import HearsayText

/// The full names of persons that a story gives, by surname, so that "Quintal" and "she" can be spelt out.
struct NamePool: Sendable {
  struct Person: Sendable {
    /// The fullest form in the text.
    var name: Range<Int>
    var gender: Gender
    /// Forms of the role words that stood beside the name ("minister", "envoy").
    var roles: [Form]
    /// Token positions of all mentions.
    var mentions: [Int]
  }

  private(set) var persons: [Person] = []
  /// For each token the end of the run of name words that begins there, 0 where none does.
  private var runEnd: [Int32]
  /// By the first token of a run: whether it names a person, and which of `persons`, -1 where none.
  private var isPersonRun: [Bool]
  private var personOfRun: [Int32]
  private let scanned: ScannedText

  /// Scans the body once.
  init(_ scanned: ScannedText, _ syntax: LightSyntax, _ lexis: Lexis) {
    self.scanned = scanned
    runEnd = [Int32](repeating: 0, count: scanned.tokens.count)
    isPersonRun = [Bool](repeating: false, count: scanned.tokens.count)
    personOfRun = [Int32](repeating: -1, count: scanned.tokens.count)
    var singles: [Range<Int>] = []
    var bySurname: [Form: Int] = [:]
    var i = 0
    let tokens = scanned.tokens
    var unsure: [Range<Int>] = []
    while i < tokens.count {
      guard let run = Self.findRun(i, scanned, syntax, lexis) else {
        i += 1
        continue
      }
      runEnd[run.lowerBound] = Int32(run.upperBound)
      let titled = Self.isTitled(run, scanned, syntax, lexis)
      let known = scanned.has(run.lowerBound, lexis.firstMale) || scanned.has(run.lowerBound, lexis.firstFemale)
      // Nobody but a person has a nickname in the middle of the name.
      let isNicknamed = run.contains { tokens.kind[$0] == .quotationMark }
      let isFull =
        isNicknamed
        || run.count >= 2 && run.count <= 4
          && (known || titled || Self.isIntroduced(run, scanned, syntax, lexis)
            || Self.isSpeaking(run, scanned, lexis))
      if isFull {
        isPersonRun[run.lowerBound] = true
        add(run, titled: titled, &bySurname, syntax, lexis)
      } else if run.count == 1 {
        if titled { isPersonRun[run.lowerBound] = true }
        singles.append(run)
      } else if run.count <= 4 {
        unsure.append(run)
      }
      i = run.upperBound
    }
    // Two or more capitalised words that nothing explains are a person when the story uses the last one alone.
    let alone = Set(singles.map { tokens.form[$0.lowerBound] })
    for run in unsure {
      let surname = tokens.form[run.upperBound - 1]
      guard bySurname[surname] != nil || (alone.contains(surname) && !Self.isBody(run, scanned, lexis)) else {
        continue
      }
      isPersonRun[run.lowerBound] = true
      add(run, titled: false, &bySurname, syntax, lexis)
    }
    for run in singles {
      let surname = tokens.form[run.upperBound - 1]
      if let p = bySurname[surname], run.count == 1 || persons[p].name.count <= run.count {
        isPersonRun[run.lowerBound] = true
        persons[p].mentions.append(run.lowerBound)
        personOfRun[run.lowerBound] = Int32(p)
      } else if run.count == 1, isPersonRun[run.lowerBound] {
        add(run, titled: true, &bySurname, syntax, lexis)
      }
    }
    // Surnames that are also nouns of bodies or places: "Banks said".
    for i in 0..<tokens.count where runEnd[i] == 0 && syntax.isName(i) {
      guard let p = bySurname[tokens.form[i]], i == 0 || runEnd[i - 1] == 0 else { continue }
      if (0..<5).contains(where: { i >= $0 && Int(runEnd[i - $0]) > i }) { continue }
      runEnd[i] = Int32(i + 1)
      isPersonRun[i] = true
      persons[p].mentions.append(i)
      personOfRun[i] = Int32(p)
    }
    for p in persons.indices { persons[p].mentions.sort() }
  }

  private mutating func add(
    _ run: Range<Int>, titled: Bool, _ bySurname: inout [Form: Int], _ syntax: LightSyntax, _ lexis: Lexis
  ) {
    let surname = scanned.tokens.form[run.upperBound - 1]
    let roles = Self.rolesBeside(run, scanned, syntax, lexis)
    if let p = bySurname[surname] {
      persons[p].mentions.append(run.lowerBound)
      persons[p].roles += roles
      if run.count > persons[p].name.count { persons[p].name = run }
      personOfRun[run.lowerBound] = Int32(p)
      return
    }
    var gender = Gender.unknown
    let first = run.lowerBound
    let male = scanned.has(first, lexis.firstMale)
    let female = scanned.has(first, lexis.firstFemale)
    if male != female { gender = male ? .male : .female }
    if first > 0 {
      if scanned.has(first - 1, lexis.honorificMale) { gender = .male }
      if scanned.has(first - 1, lexis.honorificFemale) { gender = .female }
    }
    bySurname[surname] = persons.count
    personOfRun[run.lowerBound] = Int32(persons.count)
    persons.append(Person(name: run, gender: gender, roles: roles, mentions: [run.lowerBound]))
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

  // MARK: Runs

  /// Capitalised words in a row that are neither titles, bodies, places nor outlets in front.
  private static func findRun(_ i: Int, _ s: ScannedText, _ syntax: LightSyntax, _ lexis: Lexis) -> Range<Int>? {
    guard syntax.isName(i), !isOther(i, s, lexis) else { return nil }
    if s.hits(startingAt: i).contains(where: { $0.outlet != nil && $0.end > i + 1 }) { return nil }
    // "The Ellery Courier"; but "Orla Quist-Times" has a first name.
    if syntax.outletLikeName(from: i, s.tokens.count, surely: true) != nil { return nil }
    var end = i + 1
    // Behind a first name any capitalised word is a surname: "Cordelia Banks".
    let isNamed = s.has(i, lexis.firstMale) || s.has(i, lexis.firstFemale)
    while end < s.tokens.count, end < i + 5, syntax.isNameOrParticle(end), isNamed || !isOther(end, s, lexis),
      s.tokens.flags[end].isDisjoint(with: [.newlineBefore, .sentenceStart])
    {
      end += 1
    }
    while end > i + 1, !syntax.isName(end - 1) { end -= 1 }
    if let over = behindNickname(end, s, syntax) { return i..<over }
    // "Cornell University", "Almeda Harbour Authority": a body.
    if !isNamed, end < s.tokens.count, syntax.isName(end), s.has(end, lexis.organisation) { return nil }
    return i..<end
  }

  /// The end of the surname behind a nickname in quotation marks: "Wendell | “Windy” Brack".
  private static func behindNickname(_ open: Int, _ s: ScannedText, _ syntax: LightSyntax) -> Int? {
    guard open + 3 < s.tokens.count, s.tokens.kind[open] == .quotationMark, s.tokens.flags[open].contains(.opens),
      !s.tokens.flags[open].contains(.newlineBefore)
    else { return nil }
    var i = open + 1
    while i < s.tokens.count, i < open + 5, s.tokens.kind[i] == .word, s.tokens.flags[i].contains(.capitalised) {
      i += 1
    }
    guard i > open + 1, i + 1 < s.tokens.count, s.tokens.kind[i] == .quotationMark, s.tokens.flags[i].contains(.closes),
      syntax.isName(i + 1)
    else { return nil }
    return i + 2
  }

  private static func isOther(_ i: Int, _ s: ScannedText, _ lexis: Lexis) -> Bool {
    s.has(i, lexis.role) || s.has(i, lexis.honorific) || s.has(i, lexis.organisation) || s.has(i, lexis.document)
      || s.has(i, lexis.place) || s.has(i, lexis.organisationSuffix) || s.has(i, lexis.article)
  }

  /// Words of an organisation or place, or an article in front: no person's name.
  private static func isBody(_ run: Range<Int>, _ s: ScannedText, _ lexis: Lexis) -> Bool {
    for i in run {
      if s.has(i, lexis.organisationSuffix) || s.has(i, lexis.organisationName) || s.has(i, lexis.placeName) {
        return true
      }
      if s.tokens.flags[i].contains(.allCaps), s.tokens.span(i).count > 2 { return true }
      // "Air Force": its words alone are none.
      if let end = s.entryEnd(i, lexis.organisation, in: run), end > i + 1 { return true }
    }
    return run.lowerBound > 0 && s.has(run.lowerBound - 1, lexis.article)
  }

  private static func isTitled(_ run: Range<Int>, _ s: ScannedText, _ syntax: LightSyntax, _ lexis: Lexis) -> Bool {
    guard run.lowerBound > 0 else { return false }
    var before = run.lowerBound - 1
    if s.has(before, lexis.honorific) || s.has(before, lexis.role) { return true }
    // "the chairman, Ulf Mander,": behind a comma too; a single name only where the comma closes again.
    guard before > 0, syntax.isComma(before), run.count >= 2 || syntax.isComma(run.upperBound) else { return false }
    before -= 1
    return s.has(before, lexis.role)
  }

  /// A full name right beside a verb of speech, with nothing of a body in it.
  private static func isSpeaking(_ run: Range<Int>, _ s: ScannedText, _ lexis: Lexis) -> Bool {
    guard run.count == 2 || run.count == 3, !isBody(run, s, lexis) else { return false }
    let isSpoken =
      run.upperBound < s.tokens.count && s.has(run.upperBound, lexis.say)
      && !s.tokens.flags[run.upperBound].contains(.capitalised)
    return isSpoken
      || (run.lowerBound > 0 && s.has(run.lowerBound - 1, lexis.say)
        && !s.tokens.flags[run.lowerBound - 1].contains(.capitalised))
  }

  /// "Ilse Brandt, 54," or "Ilse Brandt, a nurse": introduced as a person.
  private static func isIntroduced(_ run: Range<Int>, _ s: ScannedText, _ syntax: LightSyntax, _ lexis: Lexis) -> Bool {
    let i = run.upperBound
    guard i + 1 < s.tokens.count, syntax.isComma(i) else { return false }
    if s.tokens.kind[i + 1] == .number { return true }
    var j = i + 1
    while j < s.tokens.count, j < i + 9, !syntax.isComma(j) {
      if s.has(j, lexis.role) { return true }
      j += 1
    }
    return false
  }

  /// Role words in front of a name and in the apposition behind it; what comes after a verb is somebody else.
  private static func rolesBeside(
    _ run: Range<Int>, _ s: ScannedText, _ syntax: LightSyntax, _ lexis: Lexis
  ) -> [Form] {
    var out: [Form] = []
    var i = run.lowerBound - 1
    while i >= 0, i > run.lowerBound - 4 {
      if s.has(i, lexis.role) { out.append(s.tokens.form[i]) }
      i -= 1
    }
    i = run.upperBound
    while i < s.tokens.count, i < run.upperBound + 9 {
      if s.has(i, lexis.role) {
        out.append(s.tokens.form[i])
        break
      }
      if s.tokens.flags[i].contains(.sentenceStart) { break }
      if syntax.isFiniteVerb(i, from: run.upperBound), !(i > run.upperBound && syntax.startsRelative(i - 1)) { break }
      i += 1
    }
    return out
  }
}
