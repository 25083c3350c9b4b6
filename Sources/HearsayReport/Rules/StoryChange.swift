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
    json.beginObject()
    json.key("schema")
    json.string("hearsay.rules-diff/1")
    json.key("story")
    json.string(story)
    json.key("changes")
    json.beginArray()
    for change in changes {
      json.beginObject()
      json.key("kind")
      json.string(change.kind.rawValue)
      json.key("subject")
      json.string(change.subject)
      json.key("start")
      json.int(change.at.start)
      json.key("end")
      json.int(change.at.end)
      json.key("words")
      json.string(change.words)
      json.key("fields")
      json.beginArray()
      for field in change.fields {
        json.beginObject()
        json.key("name")
        json.string(field.name)
        json.key("before")
        json.string(field.before)
        json.key("after")
        json.string(field.after)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
  }
}
