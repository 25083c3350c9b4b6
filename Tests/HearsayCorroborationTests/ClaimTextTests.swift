import Testing

@testable import HearsayCorroboration

@Suite struct ClaimTextTests {
  @Test(arguments: [
    ("that the mill would close", "The mill would close"),
    ("\"We will reopen the pier,\"", "We will reopen the pier"),
    ("\"Nobody was told.", "Nobody was told."),
    ("the pier was \"as good as new\"", "The pier was \"as good as new\""),
    ("\"early\" results are \"mixed\"", "\"early\" results are \"mixed\""),
    ("iPads were stolen;", "iPads were stolen"),
    ("", ""),
    ("that", "That"),
    ("“”", ""),
  ]) func headingsAreCleaned(_ words: String, _ heading: String) {
    #expect(ClaimText.plain(words) { $0.lowercased() == "that" } == heading)
  }
}
