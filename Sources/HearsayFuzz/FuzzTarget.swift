/// One parser, or one run of several, that strangers' bytes are given to.
///
/// A target is a value, so that a module's tests can run it briefly and `make fuzz` for long. What it must hold is in its
/// `run`: that nothing traps and nothing hangs goes without saying, and whatever else can be said of every input (spans
/// lie inside the text, two ways agree, a printed value can be read again) is thrown as a `Violation`.
struct FuzzTarget: Sendable {
  /// `rules`, `markdown` …
  let name: String
  /// Inputs that make sense; cases are made from them.
  let seeds: [[UInt8]]
  /// Pieces of the format that a mutation puts in: keywords, brackets, ends of lines.
  let pieces: [[UInt8]]
  /// Cases are cut at so many bytes.
  let limit: Int
  /// Makes what one thread needs, once, and gives back what looks at one case.
  let makeRun: @Sendable () throws -> ([UInt8]) throws -> Void

  init(
    _ name: String, seeds: [String], pieces: [String] = [], limit: Int = 1 << 14,
    makeRun: @escaping @Sendable () throws -> ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.seeds = seeds.map { Array($0.utf8) }
    self.pieces = pieces.map { Array($0.utf8) }
    self.limit = limit
    self.makeRun = makeRun
  }

  /// Seeds that are no text: `(name, bytes)` is enough for a compressed file or a record of a binary format.
  init(
    _ name: String, bytes seeds: [[UInt8]], pieces: [[UInt8]] = [], limit: Int = 1 << 14,
    makeRun: @escaping @Sendable () throws -> ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.seeds = seeds
    self.pieces = pieces
    self.limit = limit
    self.makeRun = makeRun
  }

  /// The bytes of a case: the same for the same number and seed on every machine, and independent of the cases before.
  func input(case number: Int, seed: UInt64) -> [UInt8] {
    var mutator = Mutator(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
    return mutator.mutate(seeds, pieces: pieces, limit: limit)
  }
}

/// Something that must hold of every input and didn't.
struct Violation: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }

  /// Throws unless something holds.
  static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws(Violation) {
    if !holds { throw Violation(description()) }
  }
}
