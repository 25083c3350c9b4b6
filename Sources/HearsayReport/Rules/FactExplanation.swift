import HearsayText

/// One fact of a story and where it is from: which rule, what its captures hold, what it beat.
public struct FactExplanation: Sendable {
  public struct Capture: Sendable {
    public var name: String
    public var words: String
    public var at: Span

    public init(name: String, words: String, at: Span) {
      self.name = name
      self.words = words
      self.at = at
    }
  }

  public struct Beaten: Sendable {
    public var rule: String
    /// `Rules/en/attribution.rules:12`
    public var place: String
    /// Why it lost.
    public var reason: String

    public init(rule: String, place: String, reason: String) {
      self.rule = rule
      self.place = place
      self.reason = reason
    }
  }

  /// `a1 attribution`, `caveat unverified` …
  public var title: String
  /// What it says, in a line.
  public var words: String
  public var at: Span?
  public var rule: String?
  /// `Rules/en/attribution.rules:12`
  public var place: String?
  /// The rule's `why`.
  public var why: String?
  public var captures: [Capture] = []
  public var beaten: [Beaten] = []
  /// What the analysis made of it without a rule.
  public var notes: [String] = []

  public init(title: String, words: String, at: Span?) {
    self.title = title
    self.words = words
    self.at = at
  }
}

/// Prints explanations for a person.
public struct ExplanationText: Sendable {
  public init() {}

  public func write(_ facts: [FactExplanation], of text: SourceText, to paper: inout TerminalWriter) {
    let lines = LineIndex(text)
    for (i, fact) in facts.enumerated() {
      if i > 0 { paper.newline() }
      paper.write(fact.title, .strong)
      if let at = fact.at { paper.write("  " + lines.place(at), .faint) }
      paper.newline()
      field("says", fact.words, &paper)
      if let rule = fact.rule {
        field("rule", fact.place.map { "\(rule)  \($0)" } ?? rule, &paper)
      }
      if let why = fact.why { field("why", why, &paper) }
      for capture in fact.captures { field(capture.name, "“\(capture.words)”", &paper) }
      for beaten in fact.beaten { field("beats", "\(beaten.rule)  \(beaten.place): \(beaten.reason)", &paper) }
      for note in fact.notes { field("also", note, &paper) }
    }
  }

  private func field(_ name: String, _ value: String, _ paper: inout TerminalWriter) {
    guard !value.isEmpty else { return }
    paper.spaces(2)
    paper.write(name, .faint)
    let column = 12
    paper.spaces(max(column - 2 - name.count, 1))
    paper.wrapped(value, indent: column, limit: 4)
    paper.newline()
  }
}

/// Writes explanations as JSON, one object a story: `hearsay.explain/1`.
public struct ExplanationJSON: Sendable {
  public init() {}

  public func write(_ facts: [FactExplanation], story: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "hearsay.explain/1")
      json.member("story", story)
      json.objects("facts", facts) { fact, json in
        json.member("fact", fact.title)
        json.member("words", fact.words)
        json.member("rule", fact.rule)
        json.member("place", fact.place)
        json.objects("captures", fact.captures) { capture, json in
          json.member("name", capture.name)
          json.member("words", capture.words)
          json.member("start", capture.at.start)
          json.member("end", capture.at.end)
        }
        json.objects("beats", fact.beaten) { beaten, json in
          json.member("rule", beaten.rule)
          json.member("place", beaten.place)
          json.member("reason", beaten.reason)
        }
        json.member("notes", fact.notes)
      }
    }
    json.endLine()
  }
}
