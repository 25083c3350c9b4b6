/// Many cases for one target.
struct FuzzCampaign {
  struct Outcome: Sendable {
    var cases = 0
    /// The first of them that went wrong, with what was wrong.
    var failures: [(number: Int, what: String)] = []
  }

  /// A target with more failures than this is broken enough.
  private static let failureLimit = 5

  let target: FuzzTarget
  let seed: UInt64

  init(_ target: FuzzTarget, seed: UInt64 = 1) {
    self.target = target
    self.seed = seed
  }

  func run(cases: Range<Int>) throws -> Outcome {
    let look = try target.makeRun()
    var outcome = Outcome()
    for number in cases {
      if outcome.failures.count >= Self.failureLimit { break }
      try tryCase(number, look, &outcome)
    }
    return outcome
  }

  /// As many cases as fit into the time; which ones doesn't depend on it.
  func run(seconds: Double) throws -> Outcome {
    let look = try target.makeRun()
    let end = ContinuousClock.now + .seconds(seconds)
    var outcome = Outcome()
    while ContinuousClock.now < end, outcome.failures.count < Self.failureLimit {
      try tryCase(outcome.cases, look, &outcome)
    }
    return outcome
  }

  private func tryCase(_ number: Int, _ look: ([UInt8]) throws -> Void, _ outcome: inout Outcome) throws {
    let bytes = target.input(case: number, seed: seed)
    outcome.cases += 1
    CrashNote.begin(target.name, seed: seed, case: number)
    defer { CrashNote.end() }
    do {
      try look(bytes)
    } catch let violation as Violation {
      outcome.failures.append((number, violation.description))
    }
  }

  /// Prints what came of it; whether all was well.
  func report(_ outcome: Outcome) -> Bool {
    for failure in outcome.failures {
      HearsayFuzz.say(
        "error: `\(target.name)`, case \(failure.number): \(failure.what)\n"
          + "  = help: HearsayFuzz --target \(target.name) --seed \(seed) --case \(failure.number) runs it alone\n")
    }
    print("\(target.name): \(outcome.cases) cases, \(outcome.failures.isEmpty ? "all well" : "FAILED")")
    return outcome.failures.isEmpty
  }
}
