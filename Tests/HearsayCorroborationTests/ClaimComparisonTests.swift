import HearsayCorroboration
import Testing

@Suite struct ClaimComparisonTests {
  @Test func verdictsAreNamedAsInTheOutput() {
    #expect(ClaimVerdict(rawValue: "conflict") == .conflict)
    #expect(Veto.allCases.map(\.rawValue) == ["number", "negation", "antonym", "actor", "date"])
  }
}
