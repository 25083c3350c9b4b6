import HearsayRules
import Synchronization

/// The rulebooks of a run, one for each language; all but the main one are compiled when the first story asks for them.
public final class RuleShelf: Sendable {
  /// For stories that state no language, or one that there are no rules for.
  public let main: Rulebook
  private let packs: RulePacks
  private let running: Set<Rule.Status>
  /// By language; nil for a pack that can't be used.
  private let others = Mutex<[String: Rulebook?]>([:])

  /// One rulebook for all stories.
  public init(_ rulebook: Rulebook) {
    main = rulebook
    packs = RulePacks([])
    running = rulebook.running
  }

  /// - Parameter main: What the files for `packs.main` were compiled to.
  public init(main: Rulebook, packs: RulePacks) {
    self.main = main
    self.packs = packs
    running = main.running
  }

  /// The language whose rules a story is read with; nil for those of `main`.
  public func pack(for language: String?) -> String? {
    guard let found = language.flatMap(packs.pack), found != packs.main else { return nil }
    return found
  }

  /// Whether a story states a language that there are rules for; also when it states none.
  public func knows(_ language: String?) -> Bool {
    guard let language, !packs.languages.isEmpty else { return true }
    return packs.pack(for: language) != nil
  }

  /// The rulebook for a pack; nil when its rules have errors, which `rules lint` shows.
  public func rulebook(pack: String) -> Rulebook? {
    others.withLock { others in
      if let known = others[pack] { return known }
      let loaded = Rulebook.load(files: packs.files(for: pack), running: running).0
      others[pack] = .some(loaded)
      return loaded
    }
  }
}
