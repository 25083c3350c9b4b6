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
  /// Under a negation.
  var isNegated = false
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
  /// How many tokens it has.
  var length = 0
  /// Begins with "that is not", "we have no": a denial of what was just told.
  var deniesBefore = false

  /// Those who act, by name: its own and those that the words around it stand for. Places are no actors.
  var actors: Set<UInt64> {
    var out = Set(context)
    for term in terms where term.isName {
      if term.isPlace { out.remove(term.key) } else { out.insert(term.key) }
    }
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
