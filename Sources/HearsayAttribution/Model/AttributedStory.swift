import HearsayStory
import HearsayText

/// A story with who says what in it: the input of audit, corroboration and report.
public struct AttributedStory: Sendable {
  public var document: Document
  /// In the order of the text; an attribution's `id` is its place here.
  public var attributions: [Attribution]
  public var caveats: [StoryCaveat]
  /// Quotations in the body that no attribution covers, and that are long enough to be somebody's words.
  public var unattributedQuotations: [Span] = []
  /// Whether somebody is quoted and nothing attributed: the quotations are then all that there is to show.
  public var hasOnlyQuotations: Bool { attributions.isEmpty && !unattributedQuotations.isEmpty }
  /// What rules with a `finding` action point out for the audit.
  public var ruleFindings: [RuleFinding] = []
  /// The outlet whose report the story opened with and goes on with, where there is one.
  public var relay: Link?
  /// What the analysis could not settle, in words for a person.
  public var notes: [String]

  public init(
    document: Document, attributions: [Attribution] = [], caveats: [StoryCaveat] = [], notes: [String] = []
  ) {
    self.document = document
    self.attributions = attributions
    self.caveats = caveats
    self.notes = notes
  }
}

/// What a rule says an audit should look at.
public struct RuleFinding: Sendable {
  public var check: String
  public var at: Span
  public var rewrite: String?
  /// The rule's name.
  public var rule: String
  public init(check: String, at: Span, rewrite: String?, rule: String) {
    self.check = check
    self.at = at
    self.rewrite = rewrite
    self.rule = rule
  }
}
