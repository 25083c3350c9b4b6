import HearsayRulebook
import HearsayRules
import HearsayStory
import HearsayText
import Testing

@testable import Hearsay

/// How a story's language is told, and what is made of one that there are no rules for.
@Suite struct LanguageTests {
  private static let shelf: RuleShelf? = {
    let packs = RulePacks(Rulebook.files(builtIn: builtInRules))
    return Rulebook.load(files: packs.files(for: packs.main)).0.map { RuleShelf(main: $0, packs: packs) }
  }()

  private static let texts = [
    "en": """
    The harbour board of Vellow said on Monday that it had found no fault with the crane, and that the men who were \
    hurt would be paid. Its chief, Ida Moor, told The Quay Times: “We have nothing to hide from the people of this town.”
    """,
    "de": """
    Der Hafenrat von Nordhagen hat am Montag erklärt, dass der Kran keinen Fehler habe und dass die Verletzten Geld \
    bekommen. „Wir haben vor der Stadt nichts zu verbergen“, sagte die Leiterin Mara Quast der Zeitung Nordhagener Bote.
    """,
    "fr": """
    Le conseil du port de Vasse a déclaré lundi que la grue n'avait pas de défaut et que les blessés seront payés par la \
    ville. « Nous ne cachons rien aux gens de cette ville », a dit la directrice, Léa Oriol, dans un entretien avec la presse.
    """,
    "es": """
    El consejo del puerto de Lema dijo el lunes que la grúa no tenía fallos y que los heridos van a cobrar de la ciudad. \
    «No tenemos nada que ocultar a la gente de esta ciudad», dijo la directora, Inés Ruano, en una entrevista con el diario.
    """,
    "ru": """
    Совет порта Северска заявил в понедельник, что кран был исправен и что все раненые получат деньги от города. «Нам \
    нечего скрывать от жителей, и мы это уже сказали», — заявила глава совета Вера Лидина в разговоре с газетой, но не ответила.
    """,
    "uk": """
    Рада порту Північного заявила в понеділок, що кран був справний і що всі поранені отримають гроші від міста. «Нам \
    нема чого приховувати від мешканців, і ми це вже казали», — заявила голова ради Віра Лисюк у розмові з газетою, але не все.
    """,
  ]

  private func document(_ text: String, language: String? = nil) throws -> Document {
    var desk = Pipeline(shelf: try #require(Self.shelf)).makeDesk()
    return desk.document(Story(id: "a", text: SourceText(text), language: language))
  }

  @Test(arguments: texts.keys.sorted())
  func aTextTellsItsLanguage(_ language: String) throws {
    let text = try #require(Self.texts[language])
    #expect(try document(text).language == language)
    #expect(try document(text, language: language).story.notes.contains { $0.contains("is given as") } == false)
    // A page that states another language is not believed.
    let other = try document(text, language: language == "fr" ? "de" : "fr-FR")
    #expect(other.language == language && other.story.notes.contains { $0.contains("is given as `") })
  }

  @Test func fewWordsAreInTheLanguageThatIsStated() throws {
    #expect(try document("Quast, Lind").language == "en")
    #expect(try document("Quast, Lind", language: "de-AT").language == "de-AT")
    #expect(try document("Terve.", language: "fi").language == "fi")
  }

  @Test func aLanguageThatNobodyKnowsIsSaid() throws {
    let words = Array(repeating: "Vendo riba tuli mak senna oro, pelu dian kur. ", count: 12).joined()
    let unknown = try document(words)
    #expect(unknown.language == "und" && unknown.story.notes.count == 2)
    let stated = try document(words, language: "qx")
    #expect(stated.language == "qx")
    #expect(stated.story.notes.contains { $0.hasPrefix("there are no rules for the language `qx`: only ") })
  }

  @Test func whatHasNoRulesIsNeitherAttributedNorChecked() throws {
    var desk = Pipeline(shelf: try #require(Self.shelf)).makeDesk()
    for language in ["de", "ru"] {
      let text = try #require(Self.texts[language])
      let story = desk.attribute(desk.document(Story(id: "a", text: SourceText(text))))
      #expect(story.attributions.isEmpty && story.document.quotations.count == 1)
      #expect(
        story.document.story.notes.contains { $0.contains("no rules for attributions in the language `\(language)`") })
      let audit = desk.audit(story)
      #expect(audit.findings.isEmpty && !audit.notAssessed.isEmpty)
    }
  }

  @Test func outletsAreKnownInEveryLanguage() throws {
    let text =
      try #require(Self.texts["de"]) + "\n\nDas meldete Reuters am Montag, wie die Stadt und auch der Rat sagte.\n"
    let read = try document(text)
    let hits = (0..<read.scanned.count).flatMap { read.scanned.hits(startingAt: $0) }
    #expect(hits.contains { $0.outlet != nil })
  }

  @Test func storiesInSeveralLanguagesAreOneDossier() throws {
    let pipeline = Pipeline(shelf: try #require(Self.shelf))
    var desk = pipeline.makeDesk()
    let stories = Self.texts.sorted { $0.key < $1.key }.map { language, text in
      desk.attribute(desk.document(Story(id: language, text: SourceText(text))))
    }
    let dossier = pipeline.corroborate(stories)
    #expect(dossier.stories.map(\.document.language) == ["de", "en", "es", "fr", "ru", "uk"])
    #expect(dossier.claims.allSatisfy { $0.reports.allSatisfy { $0.story == 1 } })
  }
}
