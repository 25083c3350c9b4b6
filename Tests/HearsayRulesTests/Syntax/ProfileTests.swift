import HearsayDiagnostics
import HearsayRulebook
import Testing

@testable import HearsayRules

@Suite struct ProfileTests {
  private static let check = """
    check ANON-01
      level  warning
      title  t
      why    w

    check NUM-01
      level  note
      title  t
      why    w


    """

  private func parse(_ text: String) -> (RuleSet, [Diagnostic]) {
    RuleSet.parse(files: [SourceFile(path: "p.rules", text: Self.check + text)])
  }

  @Test func aProfileNamesChecksByTheirBeginning() throws {
    let (set, diagnostics) = parse(
      "profile desk\n  why  w\n  select  ANON, NUM-01\n  error   ANON\n  note    ANON-01\n")
    #expect(diagnostics.isEmpty)
    let profile = try #require(set.profiles.first)
    #expect(profile.select.map(\.prefix) == ["ANON", "NUM-01"])
    // The last one that fits counts.
    #expect(profile.level(of: "ANON-01") == .note)
    #expect(profile.level(of: "NUM-01") == nil)
  }

  @Test func aCheckThatDoesNotExistIsAnErrorWithTheNearestName() throws {
    let (_, diagnostics) = parse("profile desk\n  why  w\n  ignore  ANON-02\n")
    let found = try #require(diagnostics.first)
    #expect(found.code == "R020" && found.severity == .error)
    #expect(found.help == "did you mean `ANON-01`?")
    #expect(found.primary.location.text == "ANON-02")
  }

  @Test func theShippedProfilesAreThere() {
    let (set, diagnostics) = RuleSet.parse(
      files: Rulebook.mainFiles(builtIn: builtInRules).map { SourceFile(path: $0.path, bytes: $0.bytes) })
    #expect(!diagnostics.contains { $0.severity == .error })
    #expect(
      Set(set.profiles.map(\.id)).isSuperset(of: ["ap", "reuters", "bbc", "osint", "wikipedia", "classroom"]))
  }
}
