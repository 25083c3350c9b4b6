import Hearsay
import HearsayRulebook
import HearsayRules
import HearsayStory
import HearsayText
import Testing

/// Where sentences end in the languages that the shipped rules know, by the shipped rules.
@Suite struct LanguageSentencesTests {
  private static let shelf: RuleShelf? = {
    let packs = RulePacks(Rulebook.files(builtIn: builtInRules))
    return Rulebook.load(files: packs.files(for: packs.main)).0.map { RuleShelf(main: $0, packs: packs) }
  }()

  /// `|` stands where a sentence ends.
  private func check(_ marked: String, _ language: String, _ place: Testing.SourceLocation = #_sourceLocation) throws {
    let expected = marked.split(separator: "|").map { $0.drop { $0 == " " } }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    var desk = Pipeline(shelf: try #require(Self.shelf)).makeDesk()
    let story = Story(id: "a", text: SourceText(expected.joined(separator: " ")), language: language)
    let document = desk.document(story)
    let found = document.sentences.outer.map { document.text.string(document.scanned.tokens.span($0.tokens)) }
    #expect(found == expected, sourceLocation: place)
  }

  @Test(arguments: [
    "Das Amt prüft z. B. Brücken, d. h. auch die alten. | Niemand weiß, wann.",
    "Am 3. Mai kam er, am 12. Spieltag fehlte er. | Er war krank.",
    "Sie wohnt auf Etage 14. | Dort ist es still.",
    "Im 17. und 18. Jahrhundert herrschte Karl VI. von Norden. | Sein Sohn floh.",
    "Dr. med. Quast trifft Prof. Lind u. a. in Nordhagen.",
    "Der Etat liegt bei 3 Mio. Euro bzw. 2,5 Mrd. Kronen.",
    "Er zahlte 1.250.000 Euro. | Das war viel.",
    "Die kath. Kirche und die ehem. Fabrik bleiben zu. | Alle Läden usw. auch.",
    "Er zog in die Hafenstr. um und dann nach Nordhagen, Kleine Str. 7, zurück.",
    "„Wir gehen jetzt!“, rief Mara Quast. | „Und zwar alle.“",
    ",,Das bleibt so.“ | Danach ging sie.",
    "Das steht in Art. 5 Abs. 2. | Von dieser Art. | Niemand las es.",
    "Die Firma Lind & Co. hat Nr. 7 verkauft. | Der Käufer schweigt.",
    "Es war das Jahr 2019. | Polizisten standen vor der Tür.",
  ])
  func german(_ text: String) throws { try check(text, "de") }

  @Test(arguments: [
    "M. Le Guern a rencontré Mme. Vasse et le Dr. Oriol. | Ils ont parlé.",
    "Voir p. 12, art. 5 et chap. 3. | C'est de l'art. | Rien d'autre.",
    "Des fruits, des noix, etc. | Le marché ferme.",
    "« Nous partons ! » a crié Léa Vasse. | « Maintenant. »",
    "La ville, fondée en 52 av. J.-C., est vieille. | L'enquête commence.",
    "Il est né le 3 janv. 1980 à Port-Vasse. | Elle, le 5 déc. 1981.",
    "Plusieurs pays, p. ex. la Norlande, ont signé. | Qui suivra ?",
    "Il travaille chez Vasse S.A. depuis mai. | Il part.",
    "Le maire est en mer. | Deux bateaux le suivent.",
  ])
  func french(_ text: String) throws { try check(text, "fr") }

  @Test(arguments: [
    "El Sr. Quiroga y la Dra. Lema llegaron. | ¿Qué dijeron?",
    "Vive en los EE. UU. desde 2010. | Trabaja en Arcos S.A. de C.V. desde ayer.",
    "Véase la pág. 12, el art. 5 y el núm. 3. | Eso es todo.",
    "Fue el lun. 15 de mar. de 2021. | El barco salió al mar. | Pedro lloró.",
    "Compró pan, leche, etc. | Luego volvió.",
    "«¡Nos vamos!», gritó Inés Lema. | «Ahora mismo.»",
    "El Gral. Ruano, p. ej., calló. | Los demás no.",
    "Llame al tel. +34 600 o al Tel. (057) 44. | Gracias.",
    "Pesa 12 kg. y mide 3 m. de alto. | Se vende.",
    "Cuesta más de 3 mil. | Es mucho.",
  ])
  func spanish(_ text: String) throws { try check(text, "es") }

  @Test(arguments: [
    "Проф. Лидин живёт в г. Северске на ул. Садовой, д. 5. | Он болен.",
    "В 2019 г. завод закрыли. | В 2020 г. его продали.",
    "Это стоит 5 тыс. руб. за кв. метр. | Цены растут.",
    "Он купил хлеб, соль и т. д. | Потом ушёл.",
    "Завод им. Лидина, т. е. старый, стоит. | Новый строят.",
    "А. П. Лидин и И. О. Ведова молчали. | «Мы уходим!» — сказал сторож.",
    "Он вышел на суд. | Полиция ждала.",
    "См. рис. 3 и табл. 5 на с. 12. | Там всё сказано.",
    "Скорость 90 км/ч, площадь 14 кв.м. | Это мало.",
    "Академик сказал это им. | Потом он ушёл.",
    "Тел. 555 не отвечает. | Нашли пять тел. | Следователи молчат.",
  ])
  func russian(_ text: String) throws { try check(text, "ru") }

  @Test(arguments: [
    "Проф. Лисюк живе в м. Північне на вул. Садовій, буд. 5. | Він хворий.",
    "У 2019 р. завод закрили. | У 2020 р. його продали.",
    "Це коштує 5 тис. грн. за кв. метр. | Ціни зростають.",
    "Він купив хліб, сіль тощо. | Потім пішов.",
    "Завод ім. Лисюка, т. зв. старий, стоїть. | Новий будують.",
    "А. П. Лисюк та І. О. Ведова мовчали. | «Ми йдемо!» — сказав сторож.",
    "Див. рис. 3 і табл. 5 на с. 12. | Там усе сказано.",
    "Зустріч о 10 год. 30 хв. | Далі обід.",
    "Він пішов до Академії наук. | Лисюк чекав.",
  ])
  func ukrainian(_ text: String) throws { try check(text, "uk") }
}
