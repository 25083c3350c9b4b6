import Testing

@testable import HearsayDiagnostics

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("sy", "say"), ("patern", "pattern"), ("pattenr", "pattern"), ("Unless", "unless"), ("mtach", "match"),
  ])
  func findsWhatWasMeant(_ typed: String, _ meant: String) {
    #expect(nearestName(to: typed, among: ["say", "pattern", "unless", "match", "over"]) == meant)
  }

  @Test(arguments: ["", "telephone", "xyzzy"]) func staysSilentWhenNothingIsNear(_ typed: String) {
    #expect(nearestName(to: typed, among: ["say", "pattern", "unless"]) == nil)
  }

  @Test func takesTheFirstInTheAlphabetAmongEquals() {
    #expect(nearestName(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
    #expect(nearestName(to: "cat", among: ["bat", "hat", "rat"]) == "bat")
  }
}
