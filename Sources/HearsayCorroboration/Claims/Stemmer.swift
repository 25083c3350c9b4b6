import HearsayRules
import HearsayText

/// Brings the forms of a word together: the lemma of a verb, else the word without its ending, as lexicons say it.
///
/// A stem is a 64-bit hash of its letters, so that words of different stories compare without their texts. Accents are left
/// out, because reports differ in them ("Darío", "Dario").
struct Stemmer: Sendable {
  private let rulebook: Rulebook
  private let verb: Predicate?
  private let demonyms: [Predicate]
  /// Longest first: the letters that are cut, and what takes their place.
  private let endings: [(ending: [UInt8], put: [UInt8])]
  /// The same for what British and American reports write differently.
  private let spellings: [(ending: [UInt8], put: [UInt8])]

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    verb = rulebook.predicate("verb")
    demonyms = ["country", "demonym"].compactMap { rulebook.predicate("place-state", $0) }
    endings = Stemmer.endings(rulebook) { $0 != "spelling" }
    spellings = Stemmer.endings(rulebook) { $0 == "spelling" }
  }

  private static func endings(
    _ rulebook: Rulebook, _ isMeant: (String) -> Bool
  ) -> [(ending: [UInt8], put: [UInt8])] {
    var endings: [(ending: [UInt8], put: [UInt8])] = []
    for definition in rulebook.lexicons where definition.name == "ending" {
      for line in definition.classes where isMeant(line.name) {
        for entry in line.entries {
          let forms = entry.forms.map { Array(line.text(of: line.forms[$0]).utf8) }
          guard let first = forms.first else { continue }
          endings.append((first, forms.count > 1 ? forms[1] : []))
        }
      }
    }
    return endings.sorted {
      $0.ending.count != $1.ending.count
        ? $0.ending.count > $1.ending.count : $0.ending.lexicographicallyPrecedes($1.ending)
    }
  }

  /// The stem of one token.
  func stem(_ i: Int, of scanned: ScannedText) -> UInt64 {
    let form = scanned.tokens.form[i]
    var letters: [UInt8]
    if let lemma = rulebook.lemma(form, verb) {
      letters = Stemmer.plain(rulebook.vocabulary.string(lemma))
    } else {
      letters = Stemmer.plain(
        form.isKnown ? rulebook.vocabulary.string(form) : scanned.text.string(scanned.tokens.span(i)))
    }
    // Countries and those who are from there begin alike: "Russia", "Russian".
    if scanned.tokens.flags[i].contains(.capitalised), letters.count > 5,
      demonyms.contains(where: { scanned.has(i, $0) })
    {
      return Stemmer.hash(letters.prefix(5))
    }
    cut(&letters)
    return Stemmer.hash(letters)
  }

  private func cut(_ letters: inout [UInt8]) {
    if let one = Stemmer.fitting(spellings, letters) {
      letters.removeLast(one.ending.count)
      letters += one.put
    }
    // Two rounds: "closings" loses its plural first.
    for _ in 0..<2 {
      guard let found = Stemmer.fitting(endings, letters) else { return }
      // "class" keeps its letters.
      if found.ending == [0x73], letters.dropLast().last == 0x73 { return }
      letters.removeLast(found.ending.count)
      letters += found.put
    }
  }

  private static func fitting(
    _ endings: [(ending: [UInt8], put: [UInt8])], _ letters: [UInt8]
  ) -> (ending: [UInt8], put: [UInt8])? {
    endings.first {
      letters.count >= $0.ending.count + 3 - $0.put.count && letters.suffix($0.ending.count) == $0.ending[...]
    }
  }

  /// Small letters without accents and without the stops of abbreviations.
  static func plain(_ word: String) -> [UInt8] {
    var out: [UInt8] = []
    for scalar in word.lowercased().unicodeScalars {
      if scalar.isASCII {
        if scalar != "." { out.append(UInt8(truncatingIfNeeded: scalar.value)) }
      } else if let letter = baseLetter(scalar) {
        out.append(letter)
      } else {
        out += Array(String(scalar).utf8)
      }
    }
    return out
  }

  /// `i` of `í`: Unicode's name of the letter says what it is made of ("LATIN SMALL LETTER I WITH ACUTE").
  private static func baseLetter(_ scalar: Unicode.Scalar) -> UInt8? {
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return nil }
    let rest = name.utf8.dropFirst(start.utf8.count)
    guard let letter = rest.first, rest.dropFirst().first == 0x20 else { return nil }
    return letter | 0x20
  }

  /// FNV-1a: the same on every machine.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { h = (h ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return h
  }
}
