import HearsayText

/// What some element of a pattern can't do without: one of these forms, an entry of one of these predicates, or a
/// quotation mark.
///
/// A program is not even tried where its words can't be found on the side where they have to stand. Most rules that
/// look for a colon or a quotation behind "said" are done with by that.
struct Need: Hashable, Sendable {
  private(set) var forms: [Form] = []
  private(set) var predicates: [UInt16] = []
  private(set) var isQuote = false

  /// What one element needs; nil when it can do without any word, or needs one that can't be told.
  init?(_ node: PatternNode) {
    switch node {
    case .word(let some):
      forms = some
    case .lexicon(let predicate, _), .verb(let predicate, _, _):
      predicates = [predicate.index]
    case .type(.quote):
      isQuote = true
    case .choice(_, let alternatives):
      for alternative in alternatives {
        guard let part = alternative.lazy.compactMap(Need.init).first else { return nil }
        forms += part.forms
        predicates += part.predicates
        isQuote = isQuote || part.isQuote
      }
      forms = Array(Set(forms)).sorted()
      predicates = Array(Set(predicates)).sorted()
    case .type, .optional, .gap, .start, .end:
      return nil
    }
  }

  /// What the elements of one side of a plan need, each once.
  static func all(in steps: [AnchorPlan.Step]) -> [Need] {
    var needs: [Need] = []
    for case .node(let node) in steps {
      if let need = Need(node), !needs.contains(need) { needs.append(need) }
    }
    return needs
  }
}

/// What the two sides of a program can't do without, as bits of a `NeedTable`.
struct SideNeeds: Sendable {
  var left: UInt64
  var right: UInt64
}

/// The needs that a rulebook's programs are asked for, a bit each.
struct NeedTable: Sendable {
  static let limit = 64
  /// Tokens in a usual scope.
  private static let scopeLength = 20.0

  /// By row: the needs that a token or hit of that row meets.
  private(set) var rows: [UInt64] = []
  /// The needs that a quotation mark meets.
  private(set) var quote: UInt64 = 0
  private var chosen: [Need] = []

  init() {}

  /// A table that was worked out before.
  init(rows: [UInt64], quote: UInt64) {
    self.rows = rows
    self.quote = quote
  }

  /// Chooses those that spare most attempts: common to many programs, and rarely met.
  init(_ sides: [[Need]], frequency: (Need) -> Double) {
    var counts: [Need: Int] = [:]
    var order: [Need] = []
    for need in sides.joined() {
      if counts[need] == nil { order.append(need) }
      counts[need, default: 0] += 1
    }
    let worth = order.enumerated().map { place, need in
      let share = min(1, frequency(need) * Self.scopeLength)
      return (need: need, place: place, value: Double(counts[need] ?? 0) * (1 - share))
    }
    let best = worth.filter { $0.value > 0 }.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.place < $1.place
    }
    chosen = best.prefix(Self.limit).map(\.need)
  }

  /// The forms that must have rows of their own.
  var forms: [Form] { chosen.flatMap(\.forms) }

  /// The bits of some needs; those that were not chosen have none.
  func mask(_ needs: [Need]) -> UInt64 {
    needs.reduce(0) { mask, need in
      mask | (chosen.firstIndex(of: need).map { 1 << UInt64($0) } ?? 0)
    }
  }

  /// Works out the rows, once there are any.
  mutating func fill(rowCount: Int, ofForm: (Form) -> [Int], ofPredicate: (Predicate) -> [Int]) {
    rows = [UInt64](repeating: 0, count: rowCount)
    for (bit, need) in chosen.enumerated() {
      let mask: UInt64 = 1 << UInt64(bit)
      for form in need.forms { for row in ofForm(form) { rows[row] |= mask } }
      for predicate in need.predicates { for row in ofPredicate(Predicate(index: predicate)) { rows[row] |= mask } }
      if need.isQuote { quote |= mask }
    }
  }
}
