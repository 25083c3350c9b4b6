import HearsayDiagnostics
import HearsayText

/// Reads one `then` line: a closed list of actions, the first word says which.
struct ActionParser {
  /// Every form, as the handbook prints it.
  static let forms: [(verb: String, form: String, about: String)] = [
    (
      "attribute", "attribute CONTENT to SOURCE, via VIA, stance STANCE, direct",
      "Who says what. All parts behind the source may be left out. `CONTENT + CONTENT2` joins two pieces; "
        + "`nobody` in place of SOURCE when the text names none, `subject` when the cue shares the subject of another "
        + "verb; `next` in place of CONTENT when the words follow in a sentence or paragraph of their own; "
        + "`stance of CUE` takes the class of the cue's word; "
        + "`direct` marks the speaker's own words."
    ),
    (
      "hop", "hop VIA from SOURCE",
      "One outlet passes on the words of another or of a source; `story` in place of VIA for the story at hand, `speaker` "
        + "in place of SOURCE for whoever speaks in the sentence."
    ),
    (
      "caveat", "caveat ID on SCOPE, by CAPTURE",
      "A caveat. SCOPE is `sentence`, `story`, a capture, or `claims before|after within paragraph|story|N sentences`; "
        + "`by` says who gives it."
    ),
    (
      "anonymity", "anonymity of SOURCE is reason|none, reason CAPTURE, rote",
      "A source goes unnamed, with a reason or without. `nearest source` in place of a capture; `reason CAPTURE` marks "
        + "the words that give it; `rote` says that they are a formula."
    ),
    ("note", "note TEXT", "A remark about the match."),
    (
      "finding", "finding CHECK at CAPTURE, rewrite TEXT",
      "Raises a finding of the audit; `rewrite` says how to put it better."
    ),
  ]

  private let form: String
  private var phrase: Phrase

  /// The action in `span` and the names that it uses; nil after reporting why it can't be read.
  static func parse(_ span: Span, in file: SourceFile, into sink: inout DiagnosticSink) -> (Action, [NameUse])? {
    var phrase = Phrase(file: file, span: span)
    do throws(SyntaxError) {
      let verb = phrase.word
      guard let known = forms.first(where: { $0.verb == verb }) else {
        let near = nearestName(to: verb, among: forms.map(\.verb))
        throw SyntaxError(
          code: .badAction, message: "`\(verb.prefix(Limits.nameLength))` is no action", span: phrase.span,
          label: "unknown action",
          help: near.map { "did you mean `\($0)`?" }
            ?? "a `then` line begins with " + forms.map { "`\($0.verb)`" }.joined(separator: ", "))
      }
      _ = phrase.take()
      var parser = ActionParser(form: "write `\(known.form)`", phrase: phrase)
      let effect = try parser.effect(verb)
      try parser.phrase.expectEnd(.badAction, form: parser.form)
      return (Action(effect: effect, location: SourceLocation(file, span)), parser.phrase.uses)
    } catch {
      error.report(in: file, into: &sink)
      return nil
    }
  }

  private mutating func effect(_ verb: String) throws(SyntaxError) -> Action.Effect {
    switch verb {
    case "attribute": .attribute(try attribute())
    case "hop": try hop()
    case "caveat": .caveat(try caveat())
    case "anonymity": .anonymity(try anonymity())
    case "finding": try finding()
    default: .note(try phrase.rest(.badAction, form: form))
    }
  }

  // MARK: - The actions

  private mutating func attribute() throws(SyntaxError) -> AttributeEffect {
    let isNext = phrase.skip("next")
    var content = isNext ? [] : [try capture()]
    while !isNext, phrase.skip("+") {
      guard content.count < 2 else { throw unexpected("two pieces at most") }
      content.append(try capture())
    }
    try expect("to")
    var effect = AttributeEffect(content: content, source: .nobody, via: nil, stance: nil, isDirect: false)
    if phrase.skip("subject") {
      effect.source = .subject
    } else if !phrase.skip("nobody") {
      effect.source = .capture(try capture())
    }
    while phrase.skip(",") {
      switch phrase.word {
      case "via" where effect.via == nil:
        _ = phrase.take()
        effect.via = try capture()
      case "stance" where effect.stance == nil:
        _ = phrase.take()
        effect.stance = phrase.skip("of") ? .ofCapture(try capture()) : .named(try name(.stance))
      case "direct" where !effect.isDirect:
        _ = phrase.take()
        effect.isDirect = true
      default: throw unexpected("`via`, `stance` or `direct`, each once")
      }
    }
    return effect
  }

  private mutating func hop() throws(SyntaxError) -> Action.Effect {
    let via: String? = phrase.skip("story") ? nil : try capture()
    try expect("from")
    if phrase.skip("speaker") { return .hop(via: via, from: nil) }
    return .hop(via: via, from: try capture())
  }

  private mutating func caveat() throws(SyntaxError) -> CaveatEffect {
    let id = try name(.caveat)
    try expect("on")
    let scope: CaveatEffect.Scope
    if phrase.skip("sentence") {
      scope = .sentence
    } else if phrase.skip("story") {
      scope = .story
    } else if phrase.skip("claims") {
      guard let direction = CaveatEffect.Direction(rawValue: phrase.word) else {
        throw unexpected("`before` or `after` is expected")
      }
      _ = phrase.take()
      try expect("within")
      scope = .claims(direction, within: try reach())
    } else {
      scope = .capture(try capture())
    }
    var by: String?
    if phrase.skip(",") {
      try expect("by")
      by = try capture()
    }
    return CaveatEffect(id: id, scope: scope, by: by)
  }

  private mutating func reach() throws(SyntaxError) -> CaveatEffect.Reach {
    if phrase.skip("paragraph") { return .paragraph }
    if phrase.skip("story") { return .story }
    guard let count = Int(phrase.word), Limits.sentences.contains(count) else {
      throw unexpected("`paragraph`, `story`, or a number up to \(Limits.sentences.upperBound) and `sentences`")
    }
    _ = phrase.take()
    if !phrase.skip("sentence") { try expect("sentences") }
    return .sentences(count)
  }

  private mutating func anonymity() throws(SyntaxError) -> AnonymityEffect {
    try expect("of")
    var of: String?
    if phrase.skip("nearest") { try expect("source") } else { of = try capture() }
    try expect("is")
    let isReasoned = phrase.skip("reason")
    if !isReasoned { try expect("none") }
    var effect = AnonymityEffect(of: of, isReasoned: isReasoned, reason: nil, isRote: false)
    while phrase.skip(",") {
      switch phrase.word {
      case "reason" where effect.reason == nil:
        _ = phrase.take()
        effect.reason = try capture()
      case "rote" where !effect.isRote:
        _ = phrase.take()
        effect.isRote = true
      default: throw unexpected("`reason` or `rote`, each once")
      }
    }
    return effect
  }

  private mutating func finding() throws(SyntaxError) -> Action.Effect {
    let check = try name(.check)
    try expect("at")
    let place = try capture()
    var rewrite: String?
    if phrase.skip(",") {
      try expect("rewrite")
      rewrite = try phrase.rest(.badAction, form: form)
    }
    return .finding(check: check, at: place, rewrite: rewrite)
  }

  // MARK: - Words

  private mutating func capture() throws(SyntaxError) -> String { try name(.capture) }
  private mutating func name(_ kind: NameUse.Kind) throws(SyntaxError) -> String {
    try phrase.name(kind, .badAction, form: form)
  }
  private mutating func expect(_ word: String) throws(SyntaxError) {
    try phrase.expect(word, .badAction, form: form)
  }
  private func unexpected(_ label: String) -> SyntaxError { phrase.unexpected(label, .badAction, form: form) }
}
