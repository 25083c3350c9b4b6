import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// All matches in a story, as the analysis finds them: what tools that explain and measure rules look at.
public struct StoryMatches {
  /// One stretch of the story that rules are matched against, and what was found there.
  public struct Place {
    public let scope: Range<Int>
    public let kind: Rule.Scope
    public let kept: [RuleMatch]
    public let beaten: [ConflictPolicy.Beaten]
  }

  public let document: Document
  public let places: [Place]

  public init(_ document: Document, _ rulebook: Rulebook, _ finder: inout StoryMatchFinder) {
    self.document = document
    places = finder.places(of: document)
  }
}

/// Finds the matches of stories, one after the other, with the memory of the one before.
public struct StoryMatchFinder {
  private let context: LightSyntax.Context
  private let policy: ConflictPolicy
  private var matcher: Matcher

  public init(_ rulebook: Rulebook) {
    context = LightSyntax.Context(rulebook)
    policy = ConflictPolicy(rulebook)
    matcher = Matcher(rulebook)
  }

  /// Steps that matching has taken so far: the same on every machine.
  public var steps: Int { matcher.steps }

  public mutating func places(of document: Document) -> [StoryMatches.Place] {
    let syntax = LightSyntax(document.scanned, document.quotations, context)
    return Self.scopes(of: document, syntax).map { scope, kind in
      var found: [RuleMatch] = []
      matcher.match(document.scanned, scope: scope, kind: kind, phrases: syntax, into: &found)
      let (kept, beaten) = policy.resolve(found)
      return StoryMatches.Place(scope: scope, kind: kind, kept: kept, beaten: beaten)
    }
  }

  /// Headline and sentences, then blocks. A sentence that names who asked the quoted question before it is one with it.
  public static func scopes(of document: Document, _ syntax: LightSyntax) -> [(tokens: Range<Int>, kind: Rule.Scope)] {
    var scopes: [(tokens: Range<Int>, kind: Rule.Scope)] = []
    let blocks = document.blocks.indices.filter {
      document.blocks[$0].kind.isBody || document.blocks[$0].kind == .headline
    }
    for block in blocks {
      let kind: Rule.Scope = document.blocks[block].kind == .headline ? .headline : .sentence
      let first = scopes.count
      for sentence in document.blockSentences[block] {
        let tokens = document.sentences.outer[sentence].tokens
        if scopes.count > first, syntax.namesSpeaker(tokens, of: scopes[scopes.count - 1].tokens) {
          scopes[scopes.count - 1].tokens = scopes[scopes.count - 1].tokens.lowerBound..<tokens.upperBound
        } else {
          scopes.append((tokens, kind))
        }
      }
    }
    return scopes + blocks.map { (document.blockTokens[$0], .block) }
  }
}
