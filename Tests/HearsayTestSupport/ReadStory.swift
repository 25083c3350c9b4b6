import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsayText

/// A story of a test's own, read and attributed with the built-in rules.
///
/// What a test asks is in words: which attribution says these words, who speaks, through whom.
public struct ReadStory {
  /// A test asked for words that no attribution holds.
  public struct NotFound: Error, CustomStringConvertible {
    public let description: String
  }

  public let attributed: AttributedStory

  /// - Parameter outlet: Who published it; an invented outlet of Fixtures/outlets.rules.
  public init(_ text: String, title: String? = nil, outlet: String? = "The Ellery Courier") throws {
    let rulebook = try TestRulebook.get()
    let story = Story(id: "test", text: SourceText(text), title: title, outlet: outlet)
    var attributor = Attributor(rulebook)
    attributed = attributor.attribute(DocumentReader(rulebook).read(story))
  }

  public var attributions: [Attribution] { attributed.attributions }

  /// The attribution whose content holds these words; the innermost where one stands in another.
  public func saying(_ words: String) throws -> Attribution {
    let holding = attributions.filter { content(of: $0).contains(words) }
    guard let found = holding.min(by: { content(of: $0).utf8.count < content(of: $1).utf8.count }) else {
      throw NotFound(description: "nobody says “\(words)”; found: \(attributions.map(line).joined(separator: " | "))")
    }
    return found
  }

  /// The name of whoever says these words; nil where the story names nobody.
  public func speaker(saying words: String) throws -> String? { try saying(words).speaker?.name }

  public func grade(saying words: String) throws -> String? { try saying(words).speaker?.grade.code }

  /// From the origin to the publisher; a link that is implied stands in brackets.
  public func chain(saying words: String) throws -> [String] {
    try saying(words).chain.map { $0.stated ? $0.name : "[\($0.name)]" }
  }

  /// The caveats on the attribution that says these words: `unverified`, or `unverified?` where it is inferred.
  public func caveats(saying words: String) throws -> [String] {
    try saying(words).caveats.map { $0.certainty == .certain ? $0.caveat : $0.caveat + "?" }
  }

  public func content(of attribution: Attribution) -> String { string(attribution.content) }

  public func string(_ spans: [Span]) -> String {
    spans.map { attributed.document.text.string($0) }.joined(separator: " … ")
  }

  /// One attribution in a line, for messages.
  public func line(_ a: Attribution) -> String {
    "\(a.speaker?.name ?? "nobody") \(a.kind.rawValue) “\(string(a.cue))”: \(content(of: a))"
  }
}
