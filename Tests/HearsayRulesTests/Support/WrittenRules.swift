import HearsayDiagnostics
import Testing

@testable import HearsayRules

/// A small rulebook as an editor would write it, with rules added by the test.
func writtenRulebook(_ rules: String, running: Set<Rule.Status> = [.stable]) throws -> Rulebook {
  let base = """
    language en
      quotes  " "

    lexicon say
      why      Verbs that hand words to a source.
      neutral  say/says/said, tell/tells/told
      deny     deny/denies/denied, dispute/disputes/disputed

    outlet lantern
      name     The Lantern
      aliases  Lantern, Harbour Lantern
      kind     newspaper

    """
  let (rulebook, diagnostics) = Rulebook.load(
    files: [(path: "base.rules", bytes: Array(base.utf8)), (path: "test.rules", bytes: Array(rules.utf8))],
    running: running)
  return try #require(rulebook, "\(DiagnosticRenderer().render(diagnostics))")
}
