import Testing

@testable import HearsayReport

struct ColorPolicyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var policy = ColorPolicy.auto
    var isTerminal = true
    var environment: [String: String] = [:]
    var expected: Bool
    var testDescription: String {
      "\(policy), \(isTerminal ? "terminal" : "pipe"), \(environment.keys.sorted())"
    }
  }

  @Test(arguments: [
    Case(expected: true),
    Case(isTerminal: false, expected: false),
    Case(environment: ["NO_COLOR": "1"], expected: false),
    Case(environment: ["NO_COLOR": ""], expected: true),
    Case(environment: ["TERM": "dumb"], expected: false),
    Case(isTerminal: false, environment: ["CLICOLOR_FORCE": "1"], expected: true),
    Case(isTerminal: false, environment: ["CLICOLOR_FORCE": "0"], expected: false),
    Case(environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], expected: false),
    Case(policy: .always, isTerminal: false, environment: ["NO_COLOR": "1"], expected: true),
    Case(policy: .never, environment: ["CLICOLOR_FORCE": "1"], expected: false),
  ])
  func theFlagThenTheEnvironmentThenTheStreamDecide(_ test: Case) {
    #expect(
      test.policy.allowsColor(isTerminal: test.isTerminal, environment: { test.environment[$0] }) == test.expected)
  }
}
