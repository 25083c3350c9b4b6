import HearsayRulebook
import HearsayRules
import HearsayStory
import HearsayText
import Testing

@testable import Hearsay

/// Which rules a story is read with is told by its language.
@Suite struct RulePacksTests {
  private typealias File = RuleFolder.File

  private static func file(_ path: String, _ text: String) -> RuleFolder.File { (path, Array(text.utf8)) }

  private static let shared = file("Rules/outlets/quay.rules", "outlet quay\n  name  The Quay Times\n")
  private static let english = file("Rules/en/language.rules", "# A comment.\nlanguage en\n  quotes  “ ”\n")
  private static let invented = [
    file("Rules/qx/grammar/language.rules", "language qx\n  quotes  « »\n"),
    file(
      "Rules/qx/grammar/says.rules",
      """
      lexicon say
        why      How one says “say” in a language that nobody speaks.
        neutral  mur/mura

      rule mur
        why      The quotation, the verb, the speaker.
        pattern  <content: quote> , <cue: @say> <source: person>
        then     attribute content to source, stance of cue, direct
        match    {content: «Vendo ri»}, {cue: mur} {source: Orla Quist}.
        skip     «Vendo ri», ena.
      """),
  ]

  @Test func aFolderWithALanguageIsItsPackAndTheRestIsForAll() {
    let packs = RulePacks([Self.shared, Self.english] + Self.invented)
    #expect(packs.languages == ["en", "qx"] && packs.main == "en")
    #expect(packs.files(for: "en").map(\.path) == [Self.shared, Self.english].map(\.path))
    #expect(packs.files(for: "qx").map(\.path) == ([Self.shared] + Self.invented).map(\.path))
    #expect(packs.files(for: nil).map(\.path) == [Self.shared.path])
  }

  @Test func aFolderBelowOrOneThatExtendsBelongsToThePack() {
    let packs = RulePacks([
      Self.english, Self.file("Rules/en/more/words.rules", "lexicon a\n"),
      Self.file("my/x.rules", "language extends qx\n"), Self.file("my/y.rules", "rule a\n"),
    ])
    #expect(packs.files(for: "en").map(\.path) == ["Rules/en/language.rules", "Rules/en/more/words.rules"])
    #expect(packs.files(for: "qx").map(\.path) == ["my/x.rules", "my/y.rules"])
  }

  @Test(arguments: [("qx", "qx"), ("QX", "qx"), ("qx-PE", "qx"), ("en_GB", "en"), ("fi", nil), ("", nil)])
  func aLanguageIsFoundAsStoriesStateIt(_ stated: String, _ pack: String?) {
    #expect(RulePacks([Self.english] + Self.invented).pack(for: stated) == pack)
  }

  @Test func eachStoryIsReadWithTheRulesOfItsLanguage() throws {
    let files = Rulebook.files(builtIn: builtInRules) + Self.invented
    let packs = RulePacks(files)
    let main = try #require(Rulebook.load(files: packs.files(for: packs.main)).0)
    var desk = Pipeline(shelf: RuleShelf(main: main, packs: packs)).makeDesk()
    func rules(_ text: String, _ language: String?) -> [String] {
      let story = Story(id: "a", text: SourceText(text), language: language)
      return desk.attribute(desk.document(story)).attributions.map(\.rule)
    }
    let invented = "«Vendo ri», mur Orla Quist."
    let english = "The pier is safe, Mayor Helen Varga said."
    #expect(rules(invented, "qx") == ["mur"])
    #expect(!rules(invented, nil).contains("mur") && !rules(invented, "en").contains("mur"))
    #expect(!rules(english, "en-GB").isEmpty && rules(english, "qx").isEmpty)
    // By turns, on one desk.
    #expect(rules(invented, "qx-PE") == ["mur"])
  }

  @Test func patternsOutsideAPackAreForTheMainLanguage() {
    let files = [
      Self.english, Self.file("my/seen.rules", "rule seen\n"), Self.file("my/more.rules", "lexicon extends say\n"),
      Self.file("my/parts.rules", "fragment a\n"), Self.file("my/words.rules", "lexicon inspect\n"), Self.shared,
    ]
    let packs = RulePacks(files + Self.invented)
    #expect(packs.files(for: "en").map(\.path) == files.map(\.path))
    #expect(packs.files(for: nil).map(\.path) == ["my/words.rules", Self.shared.path])
    // Without a pack there is no main language, and all files are one rulebook.
    #expect(RulePacks(Array(files.dropFirst())).files(for: nil).count == 5)
  }

  @Test func aLanguageBlockIsReadWithoutItsPack() {
    let packs = RulePacks([Self.english] + Self.invented)
    #expect(packs.settings(of: "qx")?.quotes.first?.open == "«" && packs.settings(of: "fi") == nil)
  }

  @Test func onlyEnglishRulesRunOnEnglish() {
    let packs = RulePacks(Rulebook.files(builtIn: builtInRules))
    #expect(packs.main == "en" && Set(packs.languages).isSuperset(of: ["de", "en", "es", "fr", "ru", "uk"]))
    for language in packs.languages where language != "en" {
      let (rulebook, diagnostics) = Rulebook.load(files: packs.files(for: language))
      #expect(diagnostics.isEmpty && rulebook?.name == language && rulebook?.outlets.isEmpty == false)
    }
  }
}
