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
    let reader = WordStreamReader(rulebook)
    let streams = stories.map { reader.read($0.document) }
    // A few stories that somebody puts together are a dossier on one event, whatever their words.
    let events = stories.count > Pipeline.largestDossier ? EventClusters(streams).cluster : nil
    return Corroborator(rulebook, options: options).corroborate(
      stories, sharedTexts: CopyFinder().copies(among: streams, events: events), events: events)
  }

  /// Finds what only the stories together show: for each, in their order.
  public func audit(_ dossier: Dossier) -> [[Finding]] { DossierAuditor(rulebook).audit(dossier) }

  /// More stories than this are sorted by event first, and claims are looked for inside events.
  public static let largestDossier = 200

  /// One thread's place of work. Two threads must not share one.
  public struct Desk {
    private let shelf: RuleShelf
    /// What the main rulebook's stories go over, and those of other languages that have come up.
    private var main: Bench
    private var others: [String: Bench] = [:]

    init(_ shelf: RuleShelf) {
      self.shelf = shelf
      main = Bench(shelf.main)
    }

    /// Cuts the story into blocks, sentences and tokens, and reads headline, byline, date and outlet.
    public mutating func document(_ story: Story) -> Document {
      guard let pack = prepared(story.language) else { return main.reader.read(noted(story)) }
      return others[pack]?.reader.read(story) ?? main.reader.read(story)
    }

    /// Finds who says what, through whom, and what the story says about verification.
    public mutating func attribute(_ document: Document) -> AttributedStory {
      guard let pack = prepared(document.language) else { return main.attributor.attribute(document) }
      return others[pack]?.attributor.attribute(document) ?? main.attributor.attribute(document)
    }

    /// Finds what an editor should look at.
    public mutating func audit(_ story: AttributedStory) -> AuditResult {
      guard let pack = prepared(story.document.language) else { return main.auditor.audit(story) }
      return others[pack]?.auditor.audit(story) ?? main.auditor.audit(story)
    }

    /// The pack of a language that isn't the main one's and can be used, with its bench in place.
    private mutating func prepared(_ language: String?) -> String? {
      guard let pack = shelf.pack(for: language) else { return nil }
      if others[pack] != nil { return pack }
      guard let rulebook = shelf.rulebook(pack: pack) else { return nil }
      others[pack] = Bench(rulebook)
      return pack
    }

    /// The story, with a note where it will be read with rules for another language.
    private func noted(_ story: Story) -> Story {
      guard let language = story.language, !shelf.main.name.isEmpty,
        !shelf.knows(language) || shelf.pack(for: language) != nil
      else { return story }
      var story = story
      let why =
        shelf.knows(language)
        ? "the rules for the language `\(language)` have errors" : "there are no rules for the language `\(language)`"
      story.notes.append("\(why); read with those for `\(shelf.main.name)`")
      return story
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
