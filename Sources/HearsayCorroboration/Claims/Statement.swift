import HearsayText

/// One word of a statement, as it is compared.
struct Term: Sendable, Hashable {
  /// The stem.
  var key: UInt64
  /// Groups of synonyms that it belongs to.
  var senses: [Int16] = []
  /// Pairs of contraries that it belongs to.
  var opposites: [Opposite] = []
  var isName = false
  /// A place or somebody from there: no actor by itself.
  var isPlace = false
  /// Something that is done or happens: a verb, or a word of a group of such.
  var isAction = false
  /// A word that can be a verb.
  var isVerb = false
  /// A word that is hardly ever anything else.
  var isPlainVerb = false
  /// Stands behind an article or a possessive ("the attack"): what is spoken of, and nothing that is told.
  var isNoun = false
  /// Told as still to come or as possible ("is likely to rise").
  var isOpen = false
  /// Told as over ("has risen", "rose").
  var isDone = false
  /// Under a negation.
  var isNegated = false
  /// What the negation is about: the verb behind "not", and not the words that depend on it.
  var isNegationHead = false
  /// The given name before a surname, 0 where there is none.
  var given: UInt64 = 0
  var token: Int32

  struct Opposite: Hashable, Sendable {
    var pair: Int16
    var isFlipped: Bool
  }
}

/// What one report says, made comparable: the words that carry it, its numbers, its time.
public struct Statement: Sendable {
  /// Sorted by key, each key once.
  var terms: [Term] = []
  public var quantities: [Quantity] = []
  /// Years before the story's own that the statement is about.
  var years: [Int] = []
  /// Month × 100 + day.
  var days: [Int] = []
  /// Said to be of an earlier year.
  var isPast = false
  /// Names that the words around it stand for: the speaker, the subject of the sentence before.
  var context: [UInt64] = []
  /// Stems of what it supposes or takes as known ("before the budget"): not claimed, and not foreign to it. Ascending.
  var supposed: [UInt64] = []
  /// It tells of a refusal ("turned down an offer"): whoever tells of the offer only tells something else.
  var refuses = false
  /// How many tokens it has.
  var length = 0
  /// Begins with "that is not", "we have no": a denial of what was just told.
  var deniesBefore = false

  /// The tokens of "he" and "she": somebody whom the words around it name.
  var pronouns: [Int32] = []
  var hasPersonalPronoun: Bool { !pronouns.isEmpty }

  /// Those who act, by name; where it has none of its own and speaks of "him" or "her", those whom the words around it name.
  /// Places are no actors.
  var actors: Set<UInt64> {
    let names = terms.filter { $0.isName && !$0.isPlace }
    let own = Set(names.map(\.key))
    guard let pronoun = pronouns.first else { return own }
    // "She would stay as leader of Marlow council": whoever "she" is acts, and Marlow doesn't.
    let isBeforeNames = names.allSatisfy { pronoun < $0.token }
    return own.isEmpty ? Set(context) : isBeforeNames ? own.union(context) : own
  }

  /// What is done or happens first in it.
  var leadAction: Term? {
    terms.lazy.filter { $0.isAction && !$0.isName }.min { $0.token < $1.token }
  }

  /// How many actions are told before a word.
  func actions(before token: Int32) -> Int {
    terms.count { $0.isAction && !$0.isNoun && !$0.isName && $0.token < token }
  }

  /// The same for statements that no comparison can tell apart: their words in order with what is denied, figures, times.
  struct Identity: Hashable {
    fileprivate var words: [UInt64] = []
  }

  var identity: Identity {
    var out = Identity()
    for term in terms.sorted(by: { $0.token < $1.token }) {
      let flags =
        (term.isNegated ? 1 : 0) | (term.isNegationHead ? 2 : 0) | (term.isName ? 4 : 0) | (term.isPlace ? 8 : 0)
        | (term.isOpen ? 16 : 0) | (term.isDone ? 32 : 0) | (term.isNoun ? 64 : 0)
      out.words += [term.key, UInt64(flags), term.given]
    }
    for quantity in quantities {
      out.words += [UInt64(bitPattern: Int64(quantity.value)), UInt64(quantity.unit), UInt64(quantity.step)]
      out.words += quantity.heads + [UInt64(quantity.bound.hashingOrder)]
    }
    out.words += (years + days).map { UInt64($0) } + context
    out.words += supposed
    out.words += [
      refuses ? 1 : 0, isPast ? 1 : 0, deniesBefore ? 1 : 0, hasPersonalPronoun ? 1 : 0,
      UInt64(terms.count), UInt64(quantities.count), UInt64(years.count),
    ]
    return out
  }

  func contains(_ key: UInt64) -> Bool {
    var low = 0
    var high = terms.count
    while low < high {
      let mid = (low + high) / 2
      if terms[mid].key < key { low = mid + 1 } else { high = mid }
    }
    return low < terms.count && terms[low].key == key
  }
}
