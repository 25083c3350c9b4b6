import HearsayRules
import HearsayStory
import Synchronization

/// The rulebooks of a run, one for each language; all but the main one are compiled when the first story asks for them.
public final class RuleShelf: Sendable {
  /// Which rulebook a story is read with.
  enum Place: Hashable, Sendable {
    case main
    /// The pack of a language other than the main one's.
    case pack(String)
    /// The rules that are for every language and no others: for a language that has no pack, or whose pack has errors.
    case shared
  }

  /// For stories in the language that most are in.
  public let main: Rulebook
  private let packs: RulePacks
  private let running: Set<Rule.Status>
  /// nil where all stories are read with one rulebook.
  private let teller: LanguageTeller?
  /// Those besides the main one; nil for one that can't be used.
  private let others = Mutex<[Place: Rulebook?]>([:])

  /// One rulebook for all stories.
  public init(_ rulebook: Rulebook) {
    main = rulebook
    packs = RulePacks([])
    running = rulebook.running
    teller = nil
  }

  /// - Parameter main: What the files for `packs.main` were compiled to.
  public init(main: Rulebook, packs: RulePacks) {
    self.main = main
    self.packs = packs
    running = main.running
    teller = packs.languages.isEmpty ? nil : LanguageTeller(main: main, packs: packs)
  }

  /// Which rulebook a story is to be read with, and the story with its language and what there is to say about it.
  func place(_ story: Story) -> (story: Story, place: Place) {
    guard let teller else { return (story, .main) }
    let told = teller.tell(story)
    if told.pack == packs.main, told.note == nil { return (story, .main) }
    var story = story
    story.language = told.code
    if let note = told.note { story.notes.append(note) }
    let place = self.place(told.pack, told.code)
    if let note = limits(place, told) { story.notes.append(note) }
    return (story, place)
  }

  /// The rulebook for a document's language, as `place` has settled it.
  func place(ofLanguage code: String) -> Place {
    guard teller != nil, code != main.name else { return .main }
    return place(packs.pack(for: code), code)
  }

  /// The rulebook that a document of a language was read with.
  public func rulebook(ofLanguage code: String) -> Rulebook { rulebook(place(ofLanguage: code)) ?? main }

  private func place(_ pack: String?, _ code: String) -> Place {
    if let pack, pack == packs.main { return .main }
    if let pack, rulebook(.pack(pack)) != nil { return .pack(pack) }
    return rulebook(.shared) == nil ? .main : .shared
  }

  /// What a reader of the results must know of a story that isn't read with the rules of its language.
  private func limits(_ place: Place, _ told: LanguageTeller.Told) -> String? {
    let can = "only its quotations, sentences and outlets are read; nothing is attributed or checked"
    switch place {
    case .pack(let pack):
      guard let rulebook = rulebook(place), rulebook.rules.isEmpty else { return nil }
      return "there are no rules for attributions in the language `\(pack)`: \(can)"
    case .shared where told.pack != nil: return "the rules for the language `\(told.code)` have errors: \(can)"
    case .shared where told.code == LanguageTeller.undetermined: return can
    case .shared: return "there are no rules for the language `\(told.code)`: \(can)"
    case .main: return nil
    }
  }

  /// The rulebook at a place; nil when its rules have errors, which `rules lint` shows.
  func rulebook(_ place: Place) -> Rulebook? {
    let files: [RulePacks.File]
    switch place {
    case .main: return main
    case .pack(let language): files = packs.files(for: language)
    case .shared: files = packs.files(for: nil)
    }
    return others.withLock { others in
      if let known = others[place] { return known }
      let loaded = Rulebook.load(files: files, running: running).0
      others[place] = .some(loaded)
      return loaded
    }
  }
}
