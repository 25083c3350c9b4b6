import HearsayText

/// One fact of a story that another set of rules adds, loses or reads otherwise.
public struct StoryChange: Sendable {
  public enum Kind: String, Sendable { case added, lost, changed }

  /// A field with its value before and after; one of the two is empty where the fact is added or lost.
  public struct Field: Sendable, Equatable {
    public var name: String
    public var before: String
    public var after: String

    public init(name: String, before: String, after: String) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  public var kind: Kind
  /// `attribution`, `caveat unverified`, `finding NUM-01`.
  public var subject: String
  public var at: Span
  /// What it says, in a line.
  public var words: String
  public var fields: [Field]

  public init(kind: Kind, subject: String, at: Span, words: String, fields: [Field]) {
    self.kind = kind
    self.subject = subject
    self.at = at
    self.words = words
    self.fields = fields
  }
}

/// Prints what a change of rules changes.
public struct StoryChangeText: Sendable {
  public init() {}

  public func write(_ changes: [StoryChange], story: String, text: SourceText, to paper: inout TerminalWriter) {
    guard !changes.isEmpty else { return }
    let lines = LineIndex(text)
    paper.line(story, .strong)
    for change in changes {
      let (sign, ink): (String, Ink) =
        switch change.kind {
        case .added: ("+", .note)
        case .lost: ("-", .error)
        case .changed: ("~", .warning)
        }
      paper.write("  \(sign) ", ink)
      paper.write(change.subject + "  ")
      paper.line(lines.place(change.at), .faint)
      paper.spaces(6)
      paper.wrapped("“\(change.words)”", indent: 6, limit: 2)
      paper.newline()
      for field in change.fields {
        paper.spaces(6)
        paper.write(field.name, .faint)
        paper.spaces(max(10 - field.name.count, 1))
        let value =
          switch change.kind {
          case .added: field.after
          case .lost: field.before
          case .changed:
            "\(field.before.isEmpty ? "nothing" : field.before) ⇒ \(field.after.isEmpty ? "nothing" : field.after)"
          }
        paper.wrapped(value, indent: 16, limit: 3)
        paper.newline()
      }
    }
    paper.newline()
  }
}

/// Writes changes as JSON, one object a story: `hearsay.rules-diff/1`.
public struct StoryChangeJSON: Sendable {
  public init() {}

  public func write(_ changes: [StoryChange], story: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "hearsay.rules-diff/1")
      json.member("story", story)
      json.objects("changes", changes) { change, json in
        json.member("kind", change.kind.rawValue)
        json.member("subject", change.subject)
        json.member("start", change.at.start)
        json.member("end", change.at.end)
        json.member("words", change.words)
        json.objects("fields", change.fields) { field, json in
          json.member("name", field.name)
          json.member("before", field.before)
          json.member("after", field.after)
        }
      }
    }
    json.endLine()
  }
}
