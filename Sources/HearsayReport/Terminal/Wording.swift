import HearsayAttribution
import HearsayAudit
import HearsayStory

// How the terms of the analysis read in a report for people. Only printers use these words; no analysis reads them.

extension Grade {
  /// The grade in words: what a reader learns of the source.
  var words: String {
    switch self {
    case .named: "named, on the record"
    case .institution: "no person named"
    case .anonymousWithAccess: "anonymous, role and access given"
    case .anonymousWithRole: "anonymous, role only"
    case .anonymous: "anonymous, nothing said of them"
    case .collective: "collective or impersonal"
    case .none: "no source given"
    }
  }
}

extension CountRange {
  /// How many people, where it isn't simply one.
  var words: String? {
    switch (min, max) {
    case (1, 1): nil
    case (let min, nil): "\(min) or more people"
    case (let min, let max?): min == max ? "\(min) people" : "\(min) to \(max) people"
    }
  }
}

extension Level {
  var ink: Ink {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension Link {
  /// What the text implies and does not state stands in brackets.
  var words: String { stated ? name : "[\(name)]" }

  /// The same inside a sentence: what has no name of its own takes an article ("the newspaper").
  var called: String { name.first?.isLowercase == true ? "the \(name)" : name }
}

/// `1 error`, `2 errors`.
func counted(_ n: Int, _ noun: String) -> String { n == 1 ? "1 \(noun)" : "\(n) \(noun)s" }
