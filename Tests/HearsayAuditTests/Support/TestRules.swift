import HearsayDiagnostics
import HearsayRulebook
import HearsayRules

/// The built-in rules with a few outlets of the tests' own.
enum TestRules {
  static let outlets = """
    outlet tarn-dispatch
      name     The Tarn Dispatch
      aliases  The Tarn Dispatch, the Dispatch, Tarn Dispatch
      domains  tarndispatch.example
      country  XA
      kind     newspaper

    outlet brazier
      name     The Brazier
      aliases  The Brazier
      country  XB
      kind     newspaper

    outlet sorn-courier
      name     The Sorn Courier
      country  XB
      kind     newspaper

    outlet osk-news
      name     Osk News Agency
      aliases  OskNews
      country  XA
      kind     wire
      control  state XA
      source   a list of the tests' own

    outlet meridian-wire
      name     Meridian Wire
      country  XA
      kind     wire

    """

  static let loaded: (rulebook: Rulebook?, diagnostics: [Diagnostic]) = {
    let (rulebook, diagnostics) = Rulebook.load(
      files: Rulebook.mainFiles(builtIn: builtInRules) + [("tests.rules", Array(outlets.utf8))])
    return (rulebook, diagnostics)
  }()

  static var rulebook: Rulebook {
    guard let rulebook = loaded.rulebook else {
      preconditionFailure("the built-in rules don't load: \(loaded.diagnostics)")
    }
    return rulebook
  }
}
