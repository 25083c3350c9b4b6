/// One test of the rules as reports for people and for machines show it: an example of a rule, or an expectation of a
/// story test.
public struct TestRecord: Sendable {
  /// What it belongs to: the rule, or the story test's name.
  public var group: String
  /// `match`, `skip`, `attribution` … with what tells it from the others of its group.
  public var name: String
  /// The file and its 1-based line.
  public var file: String
  public var line: Int
  /// What went wrong; nil when nothing did.
  public var failure: Failure?

  public struct Failure: Sendable {
    /// One line.
    public var message: String
    /// Tokens, captures, the nearest miss; may have many lines or none.
    public var detail: String

    public init(message: String, detail: String) {
      self.message = message
      self.detail = detail
    }
  }

  public init(group: String, name: String, file: String, line: Int, failure: Failure? = nil) {
    self.group = group
    self.name = name
    self.file = file
    self.line = line
    self.failure = failure
  }
}
