import HearsayAttribution
import HearsayAudit
import HearsayCorroboration
import HearsayRules
import HearsayStory

/// The whole tool on one screen:
///
///     story ─► document ─► attributions ─► audit ─► report
///     Ingest   Story       Attribution  └► claims   Report
///                                          Corroboration
///
/// Each arrow is one function, and what it returns is the next one's input. `StoryReader` gives the stories, `StoryRun`
/// takes many of them through the arrows on several threads, and the printers of HearsayReport write what comes out.
public struct Pipeline: Sendable {
  /// The rulebooks, one for each language.
  public let shelf: RuleShelf
  /// The one for stories that state no language.
  public var rulebook: Rulebook { shelf.main }

  /// The same rules for every story.
  public init(rulebook: Rulebook) { self.init(shelf: RuleShelf(rulebook)) }

  /// For each story the rules of its language.
  public init(shelf: RuleShelf) { self.shelf = shelf }

  /// What one thread needs: the arrows, and the memory that they use again for each story.
  public func makeDesk() -> Desk { Desk(shelf) }

  /// Takes stories together: what they claim, and how many independent origins stand behind each claim.
  public func corroborate(
    _ stories: [AttributedStory], options: Corroborator.Options = .init()
  ) -> Dossier {
    let stories = readAlike(stories)
    let reader = WordStreamReader(rulebook)
    let streams = stories.map { reader.read($0.document) }
    // A few stories that somebody puts together are a dossier on one event, whatever their words.
    let events = stories.count > Pipeline.largestDossier ? EventClusters(streams).cluster : nil
    return Corroborator(rulebook, options: options).corroborate(
      stories, sharedTexts: CopyFinder().copies(among: streams, events: events), events: events)
  }

  /// Finds what only the stories together show: for each, in their order.
  public func audit(_ dossier: Dossier) -> [[Finding]] { DossierAuditor(rulebook).audit(dossier) }

  /// Stories of which all words have the numbers that the main rulebook gives them: only then can they be compared.
  private func readAlike(_ stories: [AttributedStory]) -> [AttributedStory] {
    let reader = DocumentReader(rulebook)
    return stories.map { story in
      guard shelf.place(ofLanguage: story.document.language) != .main else { return story }
      var story = story
      var original = story.document.story
      // Attributions name blocks by their places.
      original.blocks = story.document.blocks
      let read = reader.read(original)
      story.document.scanned = read.scanned
      story.document.blocks = read.blocks
      story.document.blockTokens = read.blockTokens
      story.document.blockSentences = read.blockSentences
      return story
    }
  }

  /// More stories than this are sorted by event first, and claims are looked for inside events.
  public static let largestDossier = 200

  /// One thread's place of work. Two threads must not share one.
  public struct Desk {
    private let shelf: RuleShelf
    /// What the main rulebook's stories go over, and those of other languages that have come up.
    private var main: Bench
    private var others: [RuleShelf.Place: Bench] = [:]

    init(_ shelf: RuleShelf) {
      self.shelf = shelf
      main = Bench(shelf.main)
    }

    /// Cuts the story into blocks, sentences and tokens, and reads headline, byline, date and outlet.
    public mutating func document(_ story: Story) -> Document {
      let (story, place) = shelf.place(story)
      prepare(place)
      return (others[place] ?? main).reader.read(story)
    }

    /// Finds who says what, through whom, and what the story says about verification.
    public mutating func attribute(_ document: Document) -> AttributedStory {
      let place = shelf.place(ofLanguage: document.language)
      prepare(place)
      return others[place]?.attributor.attribute(document) ?? main.attributor.attribute(document)
    }

    /// Finds what an editor should look at.
    public mutating func audit(_ story: AttributedStory) -> AuditResult {
      let place = shelf.place(ofLanguage: story.document.language)
      prepare(place)
      return (others[place] ?? main).auditor.audit(story)
    }

    /// Sees to it that what isn't the main language's has a bench.
    private mutating func prepare(_ place: RuleShelf.Place) {
      guard place != .main, others[place] == nil, let rulebook = shelf.rulebook(place) else { return }
      others[place] = Bench(rulebook)
    }
  }

  /// The arrows for one language.
  private struct Bench {
    let reader: DocumentReader
    var attributor: Attributor
    let auditor: Auditor

    init(_ rulebook: Rulebook) {
      reader = DocumentReader(rulebook)
      attributor = Attributor(rulebook)
      auditor = Auditor(rulebook)
    }
  }
}
