import HearsayDiagnostics

/// A story and what the analysis should make of it, as an editor wrote it down in a Markdown file.
public struct StoryTest: Sendable {
  /// The heading that it stands under, else the file's name.
  public var name: String
  /// The line of the story's fence.
  public var location: SourceLocation
  /// The story as it stands between the fences; with front matter it is Markdown, else plain text.
  public var story: String
  /// In the order of the file.
  public var expectations: [Expectation]
}

/// One thing that a story test asks for, or rules out.
public struct Expectation: Sendable {
  public enum Subject: String, CaseIterable, Sendable {
    case attribution, caveat, finding

    /// The fields that a line below it may have, in the order of the handbook.
    public var fields: [Field] {
      switch self {
      case .attribution: [.content, .source, .cue, .speaker, .kind, .stance, .grade, .chain, .caveat, .rule]
      case .caveat: [.cue, .by, .rule]
      case .finding: [.at, .message]
      }
    }
  }

  public enum Field: String, CaseIterable, Sendable {
    case content, source, cue, speaker, kind, stance, grade, chain, caveat, rule, by, at, message
  }

  public struct Line: Sendable {
    public var field: Field
    public var value: String
    /// The value.
    public var location: SourceLocation
  }

  public var subject: Subject
  /// The caveat's or the check's id; nil for an attribution.
  public var id: String?
  /// `no`: there must be none such.
  public var isAbsent: Bool
  /// `todo`: known not to be so yet; when it is, the test says so.
  public var isTodo: Bool
  public var lines: [Line]
  /// The first line.
  public var location: SourceLocation

  /// The expectation in a line: `no attribution, content the pier was safe`.
  public var summary: String {
    let head = [isTodo ? "todo" : "", isAbsent ? "no" : "", subject.rawValue, id ?? ""].filter { !$0.isEmpty }
    return ([head.joined(separator: " ")] + lines.map { "\($0.field.rawValue) \($0.value)" }).joined(separator: ", ")
  }
}
