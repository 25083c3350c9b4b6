import HearsayRules
import HearsayStory
import HearsayText
import Synchronization

/// Tells which language a story is in: the one that it states, unless its words are another's.
///
/// Pages state wrong languages often, mostly that of the software that made them, and pasted text states none. What tells is
/// the share of a language's most frequent words (`common` in its `language` block): about a third of any prose, and hardly
/// any of another language's. The words of the other packs are read only when those of the expected one are missing, so that a
/// run over English stories never reads them.
final class LanguageTeller: Sendable {
  /// What is known of a story's language.
  struct Told: Equatable {
    /// The pack for it; nil where there is none.
    var pack: String?
    /// The language as the document states it: `de`, `pt-BR`, `und`.
    var code: String
    /// How it differs from what the story states; nil where it doesn't.
    var note: String?
  }

  /// BCP 47's word for a language that nobody knows.
  static let undetermined = "und"

  /// Words that are looked at first, and when those left a doubt.
  private static let glance = 150
  private static let look = 600
  /// Fewer words tell nothing; and fewer than the other number not that a language is unknown, as lists of names and links have
  /// hardly a common word either.
  private static let fewest = 20
  private static let fewestOfUnknown = 100
  /// In percent: with fewer common words a text is in no language whose words they are; with more it surely is.
  private static let strange = 3
  private static let sure = 10

  private let packs: RulePacks
  private let main: String
  private let mainWords: CommonWords
  /// By language, in the order of their letters; read when they are first needed.
  private let allWords = Mutex<[(language: String, words: CommonWords)]?>(nil)

  init(main: Rulebook, packs: RulePacks) {
    self.packs = packs
    self.main = main.name
    mainWords = CommonWords(main.language.common)
  }

  func tell(_ story: Story) -> Told {
    let stated = story.language
    let expected = stated == nil ? main : stated.flatMap(packs.pack)
    let asStated = Told(pack: expected, code: stated ?? main)
    // A rulebook that has no common words can't be told from anything.
    if mainWords.isEmpty { return asStated }
    if expected == main {
      let seen = mainWords.count(in: story.text, upTo: Self.glance)
      if seen.words < Self.fewest || seen.common * 100 >= seen.words * Self.sure { return asStated }
    }
    guard let found = spoken(in: story.text) else {
      guard stated == nil, isStrange(story.text) else { return asStated }
      return Told(pack: nil, code: Self.undetermined, note: "the language is none that there are rules for")
    }
    if found == expected { return asStated }
    return Told(
      pack: found, code: found,
      note: stated.map { "the language is given as `\($0)`, but the words are those of `\(found)`" })
  }

  /// The one language whose common words the text is full of.
  private func spoken(in text: SourceText) -> String? {
    var best: (language: String, common: Int)?
    var second = 0
    for (language, words) in known() {
      let seen = words.count(in: text, upTo: Self.look)
      guard seen.words >= Self.fewest, seen.common * 100 >= seen.words * Self.sure else { continue }
      if seen.common > best?.common ?? 0 {
        second = best?.common ?? 0
        best = (language, seen.common)
      } else {
        second = max(second, seen.common)
      }
    }
    // Neighbours share words: Russian and Ukrainian a fifth of them.
    guard let best, best.common * 10 > second * 13 else { return nil }
    return best.language
  }

  /// Whether hardly a word is common in the main language, in a text that is long enough to tell.
  private func isStrange(_ text: SourceText) -> Bool {
    let seen = mainWords.count(in: text, upTo: Self.look)
    return seen.words >= Self.fewestOfUnknown && seen.common * 100 < seen.words * Self.strange
  }

  private func known() -> [(language: String, words: CommonWords)] {
    allWords.withLock { known in
      if let known { return known }
      let read = packs.languages.map { language in
        (language, language == main ? mainWords : CommonWords(packs.settings(of: language)?.common ?? []))
      }
      known = read
      return read
    }
  }
}
