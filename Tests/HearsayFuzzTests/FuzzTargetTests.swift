import Testing

@testable import HearsayFuzz

/// A brief run of every target, so that a change that breaks one is seen before `make fuzz` runs for long.
@Suite struct FuzzTargetTests {
  @Test(arguments: FuzzTarget.all.map(\.name)) func survivesAShortRun(_ name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let outcome = try FuzzCampaign(target).run(cases: 0..<60)
    #expect(outcome.cases == 60)
    #expect(outcome.failures.isEmpty, "\(outcome.failures)")
  }

  @Test(arguments: FuzzTarget.all.map(\.name)) func takesItsOwnSeeds(_ name: String) throws {
    let target = try #require(FuzzTarget.all.first { $0.name == name })
    let look = try target.makeRun()
    for seed in target.seeds { try look(seed) }
  }

  @Test func aCaseIsTheSameWheneverItIsMade() {
    for target in FuzzTarget.all {
      #expect(target.input(case: 7, seed: 3) == target.input(case: 7, seed: 3))
      #expect((0..<20).contains { target.input(case: $0, seed: 3) != target.input(case: $0, seed: 4) })
      #expect((0..<200).allSatisfy { target.input(case: $0, seed: 1).count <= target.limit })
    }
  }

  @Test func whatMustHoldAndDoesNotIsReported() throws {
    let target = FuzzTarget("short", seeds: ["a"]) {
      { bytes in try Violation.unless(bytes.count < 3, "too long") }
    }
    let outcome = try FuzzCampaign(target).run(cases: 0..<500)
    #expect(outcome.failures.count == 5)
    #expect(outcome.failures.allSatisfy { $0.what == "too long" && target.input(case: $0.number, seed: 1).count >= 3 })
  }

  @Test func namesAreDifferentAndOptionsAreRead() throws {
    #expect(Set(FuzzTarget.all.map(\.name)).count == FuzzTarget.all.count)
    let options = try FuzzOptions(["--target", "rules", "--cases", "10", "--seed", "5"])
    #expect(options.targets.map(\.name) == ["rules"] && options.cases == 10 && options.seed == 5)
    #expect(throws: Violation.self) { try FuzzOptions(["--target", "nothing"]) }
    #expect(throws: Violation.self) { try FuzzOptions(["--cases", "many"]) }
    #expect(throws: Violation.self) { try FuzzOptions(["--seconds"]) }
  }
}
