import HearsayText

/// One instruction of the machine that verifies candidates. It runs leftwards and rightwards alike: position `p`
/// stands between token `p - 1` and token `p`, and an instruction moves away from the anchor.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// The token has the form `a`.
    case word
    /// The token has one of `b` forms from index `a` of the form lists.
    case words
    /// The token is an entry of predicate `a`.
    case lexicon
    /// The token is, or a hit there is, an entry of predicate `a`.
    case lexiconOrPhrase
    /// A verb group whose head has predicate `a`; the lowest bit of `b` is set when phrases have it too, the others
    /// are the form.
    case verb
    /// A phrase of type `a`.
    case type
    /// Up to `a` tokens.
    case gap
    /// Goes on at the next instruction, and if that fails, at `a`.
    case split
    /// Goes on at `a`.
    case jump
    /// Writes the position into the capture bound `a`.
    case bound
    case start
    case end
    /// The side has matched.
    case accept
  }

  var operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0

  /// The predicate that `a` stands for.
  @inline(__always)
  var predicate: Predicate { Predicate(index: UInt16(truncatingIfNeeded: a)) }

  /// The form that `b` stands for.
  var verbForm: VerbForm { VerbForm(rawValue: UInt8(truncatingIfNeeded: b >> 1)) ?? .finite }
}

/// One way to match one pattern: an anchor and what must stand to its left and right.
struct Program: Sendable {
  enum Anchor: Sendable {
    /// One of `count` forms from index `first` of the form lists.
    case word(first: Int32, count: Int32)
    case lexicon(Predicate, phrases: Bool)
    case verb(Predicate, phrases: Bool, form: VerbForm)
    case type(PhraseType)
    case start
    case end
  }

  /// What must stand on one side of the anchor.
  struct Side: Sendable {
    /// Where its code begins.
    var entry: Int32
    /// The same for sides that differ in nothing but their captures: see `FailureMemo`.
    var id: Int32
  }

  /// The indices in `Rulebook.rules` and in the rule's patterns.
  var rule: Int32
  var pattern: Int32
  var anchor: Anchor
  var left: Side
  var right: Side
  /// The side that is likelier to fail cheaply is tried first. The sides know nothing of each other.
  var rightFirst: Bool
  /// The share of tokens where it is tried, as the compiler guesses.
  var frequency: Double
}

/// Turns plans into instructions.
struct ProgramWriter {
  private(set) var code: [Instruction] = []
  private(set) var forms: [Form] = []
  /// The number of each side, by its code without the names of captures.
  private var sides: [[Int32]: Int32] = [:]
  var sideCount: Int { sides.count }

  enum Direction: Int32 { case left, right }

  /// The side whose code was written last, from `entry` on.
  private mutating func side(_ entry: Int32, _ direction: Direction) -> Program.Side {
    var key = [direction.rawValue]
    for instruction in code[Int(entry)...] {
      key.append(Int32(instruction.operation.rawValue))
      switch instruction.operation {
      case .bound: continue
      // Where code stands has no part in what it does.
      case .split, .jump: key.append(instruction.a - entry)
      case .words:
        key.append(instruction.b)
        key += forms[Int(instruction.a)..<Int(instruction.a + instruction.b)].map { Int32(bitPattern: $0) }
      default: key += [instruction.a, instruction.b]
      }
    }
    let id = sides[key] ?? Int32(sides.count)
    sides[key] = id
    return Program.Side(entry: entry, id: id)
  }

  /// Turns a plan into a program.
  mutating func write(_ plan: AnchorPlan, rule: Int, pattern: Int) -> Program? {
    guard let anchor = anchor(plan.anchor) else { return nil }
    let left = side(write(plan.left, .left), .left)
    let right = side(write(plan.right, .right), .right)
    return Program(
      rule: Int32(rule), pattern: Int32(pattern), anchor: anchor, left: left, right: right,
      rightFirst: cost(of: right.entry) < cost(of: left.entry), frequency: plan.frequency)
  }

  private mutating func anchor(_ node: PatternNode) -> Program.Anchor? {
    switch node {
    case .word(let some):
      forms += some
      return .word(first: Int32(forms.count - some.count), count: Int32(some.count))
    case .lexicon(let predicate, let phrases): return .lexicon(predicate, phrases: phrases)
    case .verb(let predicate, let phrases, let form): return .verb(predicate, phrases: phrases, form: form)
    case .type(let type): return .type(type)
    case .start: return .start
    case .end: return .end
    case .choice, .optional, .gap: return nil
    }
  }

  /// How dear the first thing is that a side asks.
  private func cost(of entry: Int32) -> Int {
    for instruction in code[Int(entry)...] {
      switch instruction.operation {
      case .bound: continue
      case .word, .words, .lexicon, .start: return 0
      case .lexiconOrPhrase, .end: return 1
      case .verb: return 2
      case .split, .jump, .gap: return 3
      case .type: return 4
      // Nothing asked, nothing saved by asking first.
      case .accept: return 5
      }
    }
    return 5
  }

  /// Writes one side of a plan and returns where it begins.
  mutating func write(_ steps: [AnchorPlan.Step], _ direction: Direction) -> Int32 {
    let entry = Int32(code.count)
    for step in steps {
      switch step {
      case .node(let node): write(node, direction)
      case .bound(let bound): emit(.bound, Int32(bound))
      }
    }
    emit(.accept)
    return entry
  }

  private mutating func write(_ node: PatternNode, _ direction: Direction) {
    switch node {
    case .word(let some):
      if some.count == 1 {
        emit(.word, Int32(bitPattern: some[0]))
      } else {
        emit(.words, Int32(forms.count), Int32(some.count))
        forms += some
      }
    case .lexicon(let predicate, let phrases):
      emit(phrases ? .lexiconOrPhrase : .lexicon, Int32(predicate.index))
    case .verb(let predicate, let phrases, let form):
      emit(.verb, Int32(predicate.index), (phrases ? 1 : 0) | Int32(form.rawValue) << 1)
    case .type(let type):
      emit(.type, Int32(type.rawValue))
    case .choice(let slot, let alternatives):
      if let slot { emit(.bound, Int32(direction == .right ? 2 * slot : 2 * slot + 1)) }
      write(alternatives, direction)
      if let slot { emit(.bound, Int32(direction == .right ? 2 * slot + 1 : 2 * slot)) }
    case .optional(let inner):
      let split = emit(.split)
      write(inner, direction)
      code[split].a = Int32(code.count)
    case .gap(let most):
      emit(.gap, Int32(most))
    case .start:
      emit(.start)
    case .end:
      emit(.end)
    }
  }

  private mutating func write(_ alternatives: [[PatternNode]], _ direction: Direction) {
    var jumps: [Int] = []
    for (index, alternative) in alternatives.enumerated() {
      let isLast = index == alternatives.count - 1
      let split = isLast ? nil : emit(.split)
      for node in direction == .right ? alternative : alternative.reversed() { write(node, direction) }
      if !isLast { jumps.append(emit(.jump)) }
      if let split { code[split].a = Int32(code.count) }
    }
    for jump in jumps { code[jump].a = Int32(code.count) }
  }

  @discardableResult
  private mutating func emit(_ operation: Instruction.Operation, _ a: Int32 = 0, _ b: Int32 = 0) -> Int {
    code.append(Instruction(operation: operation, a: a, b: b))
    return code.count - 1
  }
}
