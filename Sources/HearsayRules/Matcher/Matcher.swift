/// Finds the matches of a rulebook's rules. A worker makes one and keeps it: it holds the memory that matching needs.
public struct Matcher: Sendable {
  public let rulebook: Rulebook

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
  }

  /// Appends the matches of all rules for one kind of scope in the tokens of `scope`, by rule, pattern and anchor.
  public mutating func match(
    _ scanned: ScannedText, scope: Range<Int>, kind: Rule.Scope, phrases: some PhraseFinder,
    into matches: inout [RuleMatch]
  ) {
  }
}
