import HearsayText

/// Finds all entries of several words, and all aliases, in one pass: an Aho-Corasick automaton over forms.
///
/// Transitions are hashed by state and form in one flat table, because the alphabet is the whole vocabulary. Most
/// tokens never get here: see `LexiconIndex.scan`.
struct PhraseAutomaton: Sendable {
  /// An entry as it ends at a state: what it is, and how it must be written.
  struct Entry: Sendable {
    var row: UInt32
    /// -1 when it's no alias.
    var outlet: Int32
    var length: Int32
    /// Bit `i` is set when token `i` must begin with a capital. Tokens from the 32nd on are free.
    var capitals: UInt32
    var casing: Casing
  }

  /// What an entry of one word asks of the word beyond its first letter.
  enum Casing: UInt8, Sendable { case any, notAllCaps, allCaps }

  /// The next state by `state << 32 | form`.
  private var transitions = KeyTable()
  /// By state: the state of the longest proper suffix.
  private var fallback: [UInt32] = [0]
  /// By state: the longest suffix, the state itself included, where entries end; 0 for none.
  private var output: [UInt32] = [0]
  /// By state: where its entries begin in `entries`.
  private var starts: [Int32] = [0, 0]
  private var entries: [Entry] = []

  init() {}

  init(_ reader: inout ImageReader) throws(ImageReader.Damage) {
    transitions = try KeyTable(&reader)
    fallback = try reader.read()
    output = try reader.read()
    starts = try reader.read()
    entries = try reader.read()
  }

  func write(to writer: inout ImageWriter) {
    transitions.write(to: &writer)
    writer.write(fallback)
    writer.write(output)
    writer.write(starts)
    writer.write(entries)
  }

  /// The state after a token, from the state before it.
  ///
  /// Whoever knows that no entry begins with the form says so: that spares the table, which is larger than the caches,
  /// a look for each word behind a phrase that came to nothing.
  @inline(__always)
  func step(_ state: UInt32, _ form: Form, begins: Bool = true) -> UInt32 {
    var state = state
    while true {
      if state == 0, !begins { return 0 }
      let next = target(state, form)
      if next != 0 || state == 0 { return next }
      state = fallback[Int(state)]
    }
  }

  /// Calls `body` for the entries that end at a state, the longest first.
  @inline(__always)
  func forEachEntry(at state: UInt32, _ body: (Entry) -> Void) {
    var state = output[Int(state)]
    while state != 0 {
      for i in Int(starts[Int(state)])..<Int(starts[Int(state) &+ 1]) { body(entries[i]) }
      state = output[Int(fallback[Int(state)])]
    }
  }

  @inline(__always)
  private func target(_ state: UInt32, _ form: Form) -> UInt32 {
    transitions[Self.key(state, form)] ?? 0
  }

  @inline(__always)
  private static func key(_ state: UInt32, _ form: Form) -> UInt64 {
    UInt64(state) << 32 | UInt64(form)
  }
}

extension PhraseAutomaton {
  /// The trie that the automaton is made from.
  struct Builder {
    private struct Node {
      var parent: UInt32
      var form: Form
      var entries: [Entry] = []
    }

    private var nodes = [Node(parent: 0, form: 0)]
    private var transitions = KeyTable()
    private var last: (state: UInt32, entry: Int) = (0, 0)

    /// The state of a sequence of forms, made when it is new.
    mutating func state(of forms: some Sequence<Form>) -> UInt32 {
      var state: UInt32 = 0
      for form in forms {
        let new = UInt32(nodes.count)
        let child = transitions.value(of: PhraseAutomaton.key(state, form), orInsert: new)
        if child == new { nodes.append(Node(parent: state, form: form)) }
        state = child
      }
      return state
    }

    /// The row of the entry that was updated last.
    var lastRow: UInt32 {
      get { nodes[Int(last.state)].entries[last.entry].row }
      set { nodes[Int(last.state)].entries[last.entry].row = newValue }
    }

    /// Adds an entry, or what it says to one that must be written the same way. The first outlet to claim an alias
    /// keeps it.
    mutating func update(_ entry: Entry, at state: UInt32) {
      let known = nodes[Int(state)].entries.firstIndex { other in
        other.capitals == entry.capitals && other.casing == entry.casing
      }
      last = (state, known ?? nodes[Int(state)].entries.count)
      if let known {
        if nodes[Int(state)].entries[known].outlet < 0 { nodes[Int(state)].entries[known].outlet = entry.outlet }
      } else {
        nodes[Int(state)].entries.append(entry)
      }
    }

    func freeze() -> PhraseAutomaton {
      var automaton = PhraseAutomaton()
      automaton.transitions = transitions
      var depths = [Int32](repeating: 0, count: nodes.count)
      // A parent is always older than its children.
      for state in nodes.indices.dropFirst() { depths[state] = depths[Int(nodes[state].parent)] + 1 }
      automaton.link(nodes.map { ($0.parent, $0.form, !$0.entries.isEmpty) }, depths)
      automaton.starts = [0]
      for node in nodes {
        automaton.entries += node.entries
        automaton.starts.append(Int32(automaton.entries.count))
      }
      return automaton
    }
  }

  /// Works out the fallbacks, shallow states first, because a fallback is always shallower.
  private mutating func link(_ nodes: [(parent: UInt32, form: Form, hasEntries: Bool)], _ depths: [Int32]) {
    fallback = [UInt32](repeating: 0, count: nodes.count)
    output = [UInt32](repeating: 0, count: nodes.count)
    var byDepth = [[Int]](repeating: [], count: Int(depths.max() ?? 0) + 1)
    for state in nodes.indices { byDepth[Int(depths[state])].append(state) }
    for states in byDepth.dropFirst() {
      for state in states {
        let node = nodes[state]
        if node.parent != 0 { fallback[state] = step(fallback[Int(node.parent)], node.form) }
        output[state] = node.hasEntries ? UInt32(state) : output[Int(fallback[state])]
      }
    }
  }
}
