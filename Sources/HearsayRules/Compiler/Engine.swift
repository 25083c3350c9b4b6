import HearsayText

/// Everything that the matcher runs, in flat arrays: the compiled form of all rules.
struct Engine: Sendable {
  var code: [Instruction] = []
  /// The alternatives of `words` instructions and word anchors, each list ascending.
  var forms: [Form] = []
  /// By rule, pattern and alternative.
  var programs: [Program] = []
  /// By program. Apart from the programs, because most candidates are done with once these have been looked at.
  var needsOfPrograms: [SideNeeds] = []
  /// By rule.
  var rules: [CompiledRule] = []
  /// One for each `Rule.Scope`, in the order of its cases.
  var dispatch: [DispatchTable] = []
  /// The number of different sides of programs.
  var sideCount = 0
  var needs = NeedTable()
  /// The forms of marks that may stand between a pattern's end and its scope's.
  var stops: [Form] = []

  func dispatch(for kind: Rule.Scope) -> DispatchTable {
    dispatch[Self.index(of: kind)]
  }

  static func index(of kind: Rule.Scope) -> Int {
    switch kind {
    case .sentence: 0
    case .headline: 1
    case .block: 2
    case .paragraph: 3
    }
  }
}

/// What is asked of a rule's matches, with names looked up.
///
/// A class, so that a match which is looked at costs one reference count, not one for each list.
final class CompiledRule: Sendable {
  let names: CaptureNames
  /// The slot of the capture `cue`: the words that exceptions and conflicts are about.
  let cue: Int?
  let exceptions: [Program]
  let constraints: [CompiledConstraint]
  /// By slot: the predicates of the classes that the pattern asks for in the capture, in the order of the files.
  let classes: [[ClassPredicate]]

  init(
    names: CaptureNames, exceptions: [Program] = [], constraints: [CompiledConstraint] = [],
    classes: [[ClassPredicate]] = []
  ) {
    self.names = names
    cue = names.slot("cue")
    self.exceptions = exceptions
    self.constraints = constraints
    self.classes = classes
  }
}

/// A class of a lexicon and the question for it.
struct ClassPredicate: Sendable {
  var name: String
  var predicate: Predicate
}

/// Which programs to try at a token, by the row of its class.
struct DispatchTable: Sendable {
  /// Where the programs of row `r` begin in `entries`; they end where those of `r + 1` begin.
  var starts: [Int32] = [0]
  /// Indices of programs, ascending for each row.
  var entries: [Int32] = []
  /// Programs that begin with `^` or end with `$` and have no better anchor: tried once a scope.
  var edges: [Int32] = []
  /// Programs that can only look for a typed phrase: tried at each token.
  var everywhere: [Int32] = []

  init() {}

  /// `rows[p]` are the rows where program `p` is tried.
  init(rowCount: Int, rows: [(program: Int32, rows: [Int])]) {
    var counts = [Int32](repeating: 0, count: rowCount + 1)
    for (_, some) in rows { for row in some { counts[row + 1] += 1 } }
    for row in 0..<rowCount { counts[row + 1] += counts[row] }
    starts = counts
    entries = [Int32](repeating: 0, count: Int(counts[rowCount]))
    var next = counts
    for (program, some) in rows {
      for row in some {
        entries[Int(next[row])] = program
        next[row] += 1
      }
    }
  }

  /// Whether no rule has this scope.
  var isEmpty: Bool { entries.isEmpty && edges.isEmpty && everywhere.isEmpty }

  /// The programs of a row, as a range of `entries`.
  func programs(ofRow row: Int) -> Range<Int> {
    row + 1 < starts.count ? Int(starts[row])..<Int(starts[row + 1]) : 0..<0
  }
}
