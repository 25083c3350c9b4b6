import HearsayAttribution
import HearsayText

/// What a report rests on, before reports of different stories are brought together.
enum Basis: Sendable {
  /// The outlet says so and names nobody.
  case unstated
  /// "Media report", "it has emerged": nobody who could be asked.
  case vague
  /// Somebody or something that can be named.
  case actor(Actor)
  /// Unnamed people, known by the newsroom that heard them.
  case anonymous(NewsroomNames.Key)
  /// Another outlet's report, its own source not told.
  case relay(NewsroomNames.Key)
  /// The outlet's own finding ("we found", "seen by").
  case own(NewsroomNames.Key)

  /// The newsroom that stands for it where nobody has a name.
  var newsroom: NewsroomNames.Key? {
    switch self {
    case .anonymous(let key), .relay(let key), .own(let key): key
    case .unstated, .vague, .actor: nil
    }
  }
}

/// A person, body or document across stories: known by the words that name and describe it.
struct Actor: Sendable {
  enum Kind: Sendable { case person, body, document }

  var kind: Kind
  var name: String
  /// The words of its name in small letters.
  var words: [String]
  /// The stems of all words that describe it anywhere in its story: "health minister", "publicist".
  var description: Set<UInt64> { didSet { prepared = nil } }
  /// The stem of the first word of its name with a capital; 0 for none.
  var lead: UInt64 = 0
  /// The stem of the last word of its name with a capital; 0 for none.
  var surname: UInt64 = 0
  /// The stems of its description with a capital, those of outlets left out: what tells one document from another.
  var names: Set<UInt64> = []
  /// What a document is, by its nouns: "memo", "survey".
  var kinds: Set<UInt64> = []
  /// A statement, a post: somebody's words rather than a paper that speaks for itself.
  var isUtterance = false
  /// The description without what tells nobody from others, and without articles and the like, once worked out.
  private var prepared: (telling: Set<UInt64>, bare: Set<UInt64>)?

  init(kind: Kind, name: String, words: [String], description: Set<UInt64>, lead: UInt64 = 0) {
    self.kind = kind
    self.name = name
    self.words = words
    self.description = description
    self.lead = lead
  }

  /// Works out once what every comparison asks for.
  mutating func prepare(_ words: PlainWords) {
    prepared = (description.subtracting(words.generic), description.subtracting(words.functionWords))
  }

  /// What of its description tells it from others.
  func telling(_ words: PlainWords) -> Set<UInt64> { prepared?.telling ?? description.subtracting(words.generic) }

  /// Its description without articles and the like.
  func bare(_ words: PlainWords) -> Set<UInt64> { prepared?.bare ?? description.subtracting(words.functionWords) }
}

/// A statement with who stands behind it in its story.
struct SourcedStatement: Sendable {
  var story: Int
  var attribution: Int?
  var content: [Span]
  var statement: Statement
  var basis: Basis
  var grade: Grade
  /// Several people.
  var isPlural = false
  var isAnonymous = false
  /// Told of as somebody new: "a source", "another official".
  var isIndefinite = false
  /// The stems of the words that describe the source.
  var sourceWords: Set<UInt64> = []
  /// Several people of whom nothing more is told ("engineers say"): they may be another newsroom's.
  var isBareGroup = false
  /// A denial by its cue ("denied", "rejected").
  var denies = false
  /// Says of something just told that it isn't so, without saying what ("that is not …", "denied the report").
  var isBackReference = false
  /// Says that something told elsewhere isn't so, and what it is ("the figure of 85 is wrong").
  var namesDenied = false
  /// Factors that lessen its weight.
  var caveats: [String] = []
  var isQuoted = false
  /// The sentence by its place in the story.
  var sentence: Int
  /// Words that show who stands behind it: source, or cue.
  var evidence: [Span] = []
  /// The newsroom that wrote the words: the wire where the story carries its mark, else the publisher.
  var newsroom: NewsroomNames.Key
  /// Whether somebody stands behind it.
  var stands: Bool {
    switch basis {
    case .unstated, .vague: false
    case .actor, .anonymous, .relay, .own: true
    }
  }

  /// The outlets through which it was heard.
  var via: [NewsroomNames.Key] = []
  /// Speaks of somebody by a pronoun.
  var hasPronoun = false
  /// A report that only another outlet's text tells of.
  var isSecondHand = false
}
