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
    json.beginObject()
    json.key("schema")
    json.string("hearsay.explain/1")
    json.key("story")
    json.string(story)
    json.key("facts")
    json.beginArray()
    for fact in facts {
      json.beginObject()
      json.key("fact")
      json.string(fact.title)
      json.key("words")
      json.string(fact.words)
      json.key("rule")
      json.string(fact.rule)
      json.key("place")
      json.string(fact.place)
      json.key("captures")
      json.beginArray()
      for capture in fact.captures {
        json.beginObject()
        json.key("name")
        json.string(capture.name)
        json.key("words")
        json.string(capture.words)
        json.key("start")
        json.int(capture.at.start)
        json.key("end")
        json.int(capture.at.end)
        json.endObject()
      }
      json.endArray()
      json.key("beats")
      json.beginArray()
      for beaten in fact.beaten {
        json.beginObject()
        json.key("rule")
        json.string(beaten.rule)
        json.key("place")
        json.string(beaten.place)
        json.key("reason")
        json.string(beaten.reason)
        json.endObject()
      }
      json.endArray()
      json.key("notes")
      json.beginArray()
      for note in fact.notes { json.string(note) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
  }
}
