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
  public let rulebook: Rulebook

  public init(rulebook: Rulebook) { self.rulebook = rulebook }

  /// What one thread needs: the arrows, and the memory that they use again for each story.
  public func makeDesk() -> Desk { Desk(rulebook) }

  /// Takes stories together: what they claim, and how many independent origins stand behind each claim.
  public func corroborate(
    _ stories: [AttributedStory], options: Corroborator.Options = .init()
  ) -> Dossier {
    Corroborator(rulebook, options: options).corroborate(stories)
  }

  /// One thread's place of work. Two threads must not share one.
  public struct Desk {
    private let reader: DocumentReader
    private var attributor: Attributor
    private let auditor: Auditor

    init(_ rulebook: Rulebook) {
      reader = DocumentReader(rulebook)
      attributor = Attributor(rulebook)
      auditor = Auditor(rulebook)
    }

    /// Cuts the story into blocks, sentences and tokens, and reads headline, byline, date and outlet.
    public func document(_ story: Story) -> Document {
      reader.read(story)
    }

    /// Finds who says what, through whom, and what the story says about verification.
    public mutating func attribute(_ document: Document) -> AttributedStory {
      attributor.attribute(document)
    }

    /// Finds what an editor should look at.
    public func audit(_ story: AttributedStory) -> AuditResult {
      auditor.audit(story)
    }
  }
}
