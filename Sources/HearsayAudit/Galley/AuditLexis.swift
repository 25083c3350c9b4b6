import HearsayRules

/// The lexicon questions that checks ask, looked up once for each rulebook. A question that the rulebook doesn't know is
/// answered with no.
struct AuditLexis: Sendable {
  // Sources.
  let confidential, bareSource, role, anonymousNoun, access, marker, condition, request, crowd, trade, insider,
    openHearing,
    openRole,
    mediaNoun: Predicate?
  let another, definite, whole, article, possessive, quantity, numberWord, vagueNumber, preposition,
    relative: Predicate?
  let he, she, they, we, firstMale, firstFemale, title, place, organisation: Predicate?
  // Words of statements.
  let predict, guess, belief, modal, pejorative, grave, hedge, hearsayAdverb, court: Predicate?
  let rote, risk, because, ownCheck, negation, beNegation, haveNegation, doNegation, modalNegation: Predicate?
  let want, urge, stateNear, headOfGovernment, stateMedia, outletNoun, tell, occasion, partOfDay, looseDay, updateMark,
    notAtOnce, inference, office, notYet, elected, past, governmentPost, genericTie, uniqueOffice: Predicate?
  /// The classes of `party`: which state a word speaks for.
  let parties: [Predicate]
  let crowdDeed, noReport, headlineHedge, think, auxiliary, adverb: Predicate?
  let wideScope, denial, termIntro, claimNoun, comment, cite, say: Predicate?
  // Figures.
  let share, mass, money, publicFigure, publicSource, survey, future, oldDate, month, weekday: Predicate?
  /// The classes of `people-count` (`n2`) with their numbers.
  let counts: [(predicate: Predicate, value: Int)]
  /// Words that tell nothing about what a sentence is on.
  let small: [Predicate]

  init(_ rulebook: Rulebook) {
    func p(_ lexicon: String, _ name: String? = nil) -> Predicate? { rulebook.predicate(lexicon, name) }
    confidential = p("confidential-role")
    bareSource = p("confidential-role", "bare")
    role = p("role")
    anonymousNoun = p("anonymous-noun")
    access = p("access")
    marker = p("anonymous-marker")
    condition = p("anonymous-marker", "condition")
    request = p("anonymous-marker", "request")
    crowd = p("crowd", "crowd")
    trade = p("crowd", "trade")
    openRole = p("open-role")
    openHearing = p("open-hearing")
    insider = p("insider-word")
    mediaNoun = p("media-noun")
    another = p("another-word")
    definite = p("definite-word")
    whole = p("whole-word")
    crowdDeed = p("crowd-deed")
    noReport = p("no-report")
    headlineHedge = p("headline-hedge")
    think = p("think")
    auxiliary = p("aux")
    stateMedia = p("state-media-word")
    outletNoun = p("outlet-noun")
    tell = p("tell")
    want = p("want")
    urge = p("urge")
    stateNear = p("state-media-near")
    headOfGovernment = p("head-of-government")
    occasion = p("occasion")
    partOfDay = p("when", "part")
    looseDay = p("loose-day")
    updateMark = p("update-mark")
    notAtOnce = p("not-at-once")
    inference = p("inference")
    office = p("office-in-power")
    notYet = p("not-yet")
    elected = p("not-yet", "elected")
    past = p("past-office")
    governmentPost = p("government-post")
    genericTie = p("generic-tie")
    uniqueOffice = p("unique-office")
    parties = rulebook.classes(of: "party").compactMap { p("party", $0) }
    adverb = p("adverb")
    article = p("determiner", "article")
    possessive = p("determiner", "possessive")
    quantity = p("determiner", "quantity")
    numberWord = p("number-word", "cardinal")
    vagueNumber = p("number-word", "vague")
    preposition = p("preposition")
    relative = p("pronoun", "who")
    he = p("pronoun", "he")
    she = p("pronoun", "she")
    they = p("pronoun", "they")
    we = p("pronoun", "we")
    firstMale = p("first-name", "male")
    firstFemale = p("first-name", "female")
    title = p("title")
    place = p("place-state")
    organisation = p("org-noun")
    predict = p("opinion-cue", "predict")
    guess = p("opinion-cue", "guess")
    belief = p("opinion-cue", "belief")
    modal = p("modal-hedge", "modal")
    pejorative = p("pejorative")
    grave = p("grave-matter")
    hedge = p("hedge", "adverb")
    hearsayAdverb = p("hearsay-adverb", "adverb")
    court = p("court-copy")
    rote = p("rote-reason")
    risk = p("risk-reason")
    because = p("because-word")
    ownCheck = p("own-check")
    negation = p("aux", "neg")
    beNegation = p("aux", "be-neg")
    haveNegation = p("aux", "have-neg")
    doNegation = p("aux", "do-neg")
    modalNegation = p("aux", "modal-neg")
    denial = p("denial-verb")
    wideScope = p("wide-scope")
    termIntro = p("term-intro")
    claimNoun = p("claim-noun")
    comment = p("comment-request")
    cite = p("cite")
    say = p("say")
    share = p("figure-unit", "share")
    mass = p("figure-unit", "mass")
    money = p("money")
    publicFigure = p("public-figures")
    publicSource = p("public-figures", "source")
    survey = p("public-figures", "survey")
    future = p("future-word")
    oldDate = p("old-date")
    month = p("when", "month")
    weekday = p("when", "weekday")
    counts = rulebook.classes(of: "people-count").compactMap { name in
      guard let predicate = rulebook.predicate("people-count", name), let value = Int(name.dropFirst()) else {
        return nil
      }
      return (predicate, value)
    }
    small = ["determiner", "pronoun", "preposition", "conjunction", "aux", "adverb", "when", "number-word", "say"]
      .compactMap { rulebook.predicate($0) }
  }
}

extension ScannedText {
  func isQuoted(_ i: Int) -> Bool { tokens.flags[i].contains(.inQuotation) }
}
