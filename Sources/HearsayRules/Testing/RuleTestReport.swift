import HearsayDiagnostics

/// What came of running a rulebook's examples.
public struct RuleTestReport: Sendable {
  /// The examples that were run, each with its rule, in the order of the files.
  public var ran: [(rule: String, example: Example)] = []
  public var examples: Int { ran.count }
  /// In the order of the files.
  public var failures: [RuleTestFailure] = []
  /// Rules that fire on the examples of others: no failures, but worth a look.
  public var unexpected: [UnexpectedFirer] = []

  public init() {}

  public var passed: Bool { failures.isEmpty }

  /// All failures, then one line that sums up.
  public var text: String {
    let count = "\(examples) example\(examples == 1 ? "" : "s")"
    let summary = failures.isEmpty ? "\(count), all as they should be" : "\(count), \(failures.count) failed"
    return (failures.map(\.text) + [summary]).joined(separator: "\n\n") + "\n"
  }
}

/// One thing that is wrong with a rule or its example.
public struct RuleTestFailure: Sendable {
  public enum Kind: Sendable, Hashable {
    case noMatch
    case wrongCaptures
    /// A `skip` example made its rule fire.
    case fired
    /// A `todo` has come true.
    case todoPasses
    /// Two rules attribute the same words differently, and nothing prefers one.
    case tie(String, String)
  }

  public let kind: Kind
  public let rule: String
  /// Where the example stands.
  public let location: SourceLocation
  public let message: String
  /// The text with its tokens numbered, what was captured, the nearest miss.
  public let detail: String

  /// The message with its place, and the detail indented below.
  public var text: String {
    let lines = detail.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return "\(location): \(message)\n" + lines.joined(separator: "\n")
  }
}

/// A rule that fires on an example of another.
public struct UnexpectedFirer: Sendable {
  public let rule: String
  public let exampleOf: String
  /// Where the example stands.
  public let location: SourceLocation
  /// What it matches there.
  public let words: String
  /// It takes the example from the rule that it's written for, and why; nil when both stand.
  public let beatsTheRule: ConflictPolicy.Reason?

  /// One line.
  public var text: String {
    let how =
      switch beatsTheRule {
      case nil: "also fires"
      case .over: "beats it (over)"
      case .longer: "beats it (longer)"
      case .fewerGaps: "beats it (fewer gaps)"
      case .order: "beats it (order)"
      }
    return "\(location): `\(rule)` \(how) on an example of `\(exampleOf)`: “\(words)”"
  }
}
