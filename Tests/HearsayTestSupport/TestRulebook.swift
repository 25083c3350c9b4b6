import HearsayDiagnostics
import HearsayRulebook
import HearsayRules

/// The built-in rules with the invented outlets of Fixtures/outlets.rules, read once for all tests.
public enum TestRulebook {
  /// What went wrong, for the test that can't run.
  public struct Unusable: Error, CustomStringConvertible {
    public let description: String
  }

  public static func get() throws -> Rulebook {
    guard let rulebook = loaded.0 else {
      throw Unusable(description: "the rules do not load: \(loaded.1.joined(separator: "; "))")
    }
    return rulebook
  }

  private static let loaded: (Rulebook?, [String]) = {
    var files = Rulebook.mainFiles(builtIn: builtInRules)
    if let outlets = try? Checkout.text("Fixtures/outlets.rules") {
      files.append((path: "Fixtures/outlets.rules", bytes: Array(outlets.utf8)))
    }
    let (rulebook, diagnostics) = Rulebook.load(files: files)
    return (rulebook, diagnostics.filter { $0.severity == .error }.map(\.message))
  }()
}
