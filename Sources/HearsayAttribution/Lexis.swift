import HearsayRules

/// The lexicon questions that the analysis asks, looked up once for each rulebook.
struct Lexis: Sendable {
  let he, she, it, they, him, her, them, i, we, you, who, indefinite: Predicate?
  let article, demonstrative, possessive, quantity: Predicate?
  let role, officeRole, spokesRole: Predicate?
  let organisation, place, document, reportNoun, outletNoun, mediaNoun: Predicate?
  let anonymousNoun, anonymousMarker, access, vagueSource, claimNoun, platform: Predicate?
  let honorific, honorificMale, honorificFemale, firstMale, firstFemale: Predicate?
  let numberWord, vagueNumber, say, tell, hearerVerb, according: Predicate?
  let think, want, show, interviewWord: Predicate?
  let roteReason, another, plural, ofWord, andWord: Predicate?
  let two, paragraphLabel, pluralAuxiliary, reflexive, measure, reachedBy, otherOutlet, quoting: Predicate?
  let firmWord, institutionWord, placeLead, pairWord, three, selfIntroduction, leaderWord: Predicate?
  let generalBody, generalBusiness, generalGovernment, generalAny: Predicate?
  let possessorHe, possessorShe, possessorIt, possessorThey, possessorI: Predicate?
  let questionLabel, answerLabel, greeting, surelyIntroduction, hereWord, humanAct: Predicate?
  let publicBody, businessBody, otherBody, looseBody, collectiveOffice: Predicate?
  let organisationName, organisationSuffix, placeName, ordinal, publicRole, looseOutletNoun, asked: Predicate?

  init(_ rulebook: Rulebook) {
    func p(_ lexicon: String, _ name: String? = nil) -> Predicate? { rulebook.predicate(lexicon, name) }
    he = p("pronoun", "he")
    she = p("pronoun", "she")
    it = p("pronoun", "it")
    they = p("pronoun", "they")
    him = p("pronoun", "him")
    her = p("pronoun", "her")
    them = p("pronoun", "them")
    i = p("pronoun", "i")
    we = p("pronoun", "we")
    you = p("pronoun", "you")
    who = p("pronoun", "who")
    indefinite = p("pronoun", "indefinite")
    article = p("determiner", "article")
    demonstrative = p("determiner", "demonstrative")
    possessive = p("determiner", "possessive")
    quantity = p("determiner", "quantity")
    role = p("role")
    officeRole = p("office")
    spokesRole = p("office", "press")
    organisation = p("org-noun")
    place = p("place-state")
    document = p("document")
    reportNoun = p("report-noun")
    outletNoun = p("outlet-noun")
    mediaNoun = p("media-noun")
    anonymousNoun = p("anonymous-noun")
    anonymousMarker = p("anonymous-marker")
    access = p("access")
    vagueSource = p("vague-source")
    claimNoun = p("claim-noun")
    platform = p("platform")
    honorific = p("title")
    honorificMale = p("title", "honorific-m")
    honorificFemale = p("title", "honorific-f")
    firstMale = p("first-name", "male")
    firstFemale = p("first-name", "female")
    numberWord = p("number-word")
    vagueNumber = p("number-word", "vague")
    say = p("say")
    tell = p("tell")
    hearerVerb = p("hearer-verb")
    according = p("according")
    think = p("think")
    want = p("want")
    show = p("show")
    interviewWord = p("interview-word")
    roteReason = p("rote-reason")
    another = p("another")
    plural = p("plural")
    firmWord = p("org-suffix", "firm")
    institutionWord = p("org-suffix", "institution")
    placeLead = p("place-lead")
    pairWord = p("pair-word")
    three = p("pair-word", "three")
    selfIntroduction = p("self-introduction")
    leaderWord = p("leader-word")
    generalBody = p("general-body")
    generalBusiness = p("general-body", "business")
    generalGovernment = p("general-body", "government")
    generalAny = p("general-body", "any")
    possessorHe = p("possessor", "he")
    possessorShe = p("possessor", "she")
    possessorIt = p("possessor", "it")
    possessorThey = p("possessor", "they")
    possessorI = p("possessor", "i")
    questionLabel = p("turn-label", "question")
    answerLabel = p("turn-label", "answer")
    greeting = p("greeting")
    surelyIntroduction = p("self-introduction", "given")
    hereWord = p("here-word")
    humanAct = p("human-act")
    publicBody = p("org-noun", "government")
    businessBody = p("org-noun", "business")
    otherBody = p("other-body")
    looseBody = p("org-noun", "other")
    collectiveOffice = p("collective-office")
    organisationName = p("org-name")
    organisationSuffix = p("org-suffix")
    placeName = p("place-name")
    ordinal = p("another", "ordinal")
    publicRole = p("public-role")
    looseOutletNoun = p("outlet-name", "loose")
    asked = p("ask-word")
    paragraphLabel = p("paragraph-label")
    two = p("function-word", "two")
    pluralAuxiliary = p("plural-aux")
    reflexive = p("pronoun", "reflexive")
    measure = p("measure")
    reachedBy = p("reached-by")
    otherOutlet = p("other-outlet")
    quoting = p("quoting")
    ofWord = p("function-word", "of")
    andWord = p("function-word", "and")
  }
}
