import HearsayDiagnostics
import HearsayText

/// Looks for what is allowed in a rulebook but probably not meant: `hearsay rules lint`.
///
/// Codes: L001 a pattern is tried at too many tokens, L002 a word is in two classes of a lexicon, L003 an alias is a
/// name of two outlets once it is folded, L004 two rules have one pattern, L005 an `over` that can never decide
/// anything, L006 all rules together are tried too often, L007 a pattern or alternative that an earlier one covers; and
/// L008, which needs the examples to be run, in `ExampleCoverage`.
public struct Lint {
  private let rulebook: Rulebook

  /// The share of tokens above which an anchor is common: one in 500.
  static let commonAnchor = 1.0 / 500
  /// Attempts for each token above which the whole rulebook is slow.
  static let attemptsPerToken = 0.5

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
  }

  /// All findings, by code and then in the order of the files.
  public func run() -> [Diagnostic] {
    commonAnchors() + ambiguousWords() + sharedAliases() + duplicatePatterns() + idleOvers() + totalWork()
      + ReachCheck(rulebook).run()
  }

  /// L001. A lexicon of cues is common by nature, and rules on it share the work.
  private func commonAnchors() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (rule, patterns) in rulebook.plans.patterns.enumerated() {
      for (pattern, plans) in patterns.enumerated() {
        for plan in plans where plan.frequency > Self.commonAnchor {
          switch plan.anchor {
          case .lexicon, .verb, .start, .end: continue
          case .word, .type, .choice, .optional, .gap: break
          }
          let element = rulebook.text(of: plan.anchor, rulebook.engine.rules[rule].names)
          found.append(
            Diagnostic(
              code: "L001", severity: .note,
              message: "the pattern is tried at one token in \(max(1, Int((1 / plan.frequency).rounded())))",
              primary: .init(
                rulebook.rules[rule].patterns[pattern].location, "its rarest element is `\(element)`"),
              help: "a rarer word or lexicon that every match must hold makes it fast"))
          break
        }
      }
    }
    return found
  }

  /// L002; not in lexicons whose classes are meant to overlap.
  private func ambiguousWords() -> [Diagnostic] {
    var found: [Diagnostic] = []
    // Two lists with one name are parts of one lexicon; classes are compared by name.
    var seen: [String: [String: (className: String, location: SourceLocation)]] = [:]
    let overlapping = Set(rulebook.lexicons.filter { $0.overlap != nil }.map(\.name))
    for lexicon in rulebook.lexicons where !overlapping.contains(lexicon.name) {
      for one in lexicon.classes {
        for form in one.forms {
          let word = one.text(of: form).lowercased()
          let span = Span(Int(form.start), Int(form.end))
          let location = SourceLocation(one.location.file, span)
          guard let known = seen[lexicon.name]?[word] else {
            seen[lexicon.name, default: [:]][word] = (one.name, location)
            continue
          }
          if known.className == one.name { continue }
          found.append(
            Diagnostic(
              code: "L002", severity: .warning,
              message: "`\(word)` is in two classes of `@\(lexicon.name)`",
              primary: .init(location, "`\(one.name)`"), secondary: [.init(known.location, "`\(known.className)`")],
              help: "the first class counts where one is asked for"))
        }
      }
    }
    return found
  }

  /// L003. Aliases that are spelt alike are an error already; these only fold to the same forms and capitals.
  private func sharedAliases() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var owners: [String: (outlet: Int, location: SourceLocation)] = [:]
    for (number, outlet) in rulebook.outlets.enumerated() {
      for alias in outlet.names {
        let (name, location) = (alias.text, alias.location)
        let key = key(ofAlias: name)
        guard let owner = owners[key] else {
          owners[key] = (number, location)
          continue
        }
        if owner.outlet == number { continue }
        found.append(
          Diagnostic(
            code: "L003", severity: .warning, message: "`\(name)` is read as a name of two outlets",
            primary: .init(location, "claimed by `\(outlet.id)`"),
            secondary: [.init(owner.location, "and first by `\(rulebook.outlets[owner.outlet].id)`")],
            help: "the first one gets the mentions"))
      }
    }
    return found
  }

  /// The forms of an alias, each with how it must be written.
  private func key(ofAlias name: String) -> String {
    let scanned = rulebook.scan(SourceText(name))
    return (0..<scanned.count).map { i in
      let flags = scanned.tokens.flags[i]
      let casing = flags.contains(.allCaps) && scanned.count == 1 ? "A" : flags.contains(.capitalised) ? "C" : "c"
      return "\(scanned.tokens.form[i])\(casing)"
    }.joined(separator: " ")
  }

  /// L004.
  private func duplicatePatterns() -> [Diagnostic] {
    struct Key: Hashable {
      let scope: Rule.Scope
      let pattern: String
    }
    var found: [Diagnostic] = []
    var first: [Key: (rule: String, location: SourceLocation)] = [:]
    for rule in rulebook.rules {
      for pattern in rule.patterns {
        let key = Key(scope: rule.scope, pattern: pattern.description)
        guard let known = first[key] else {
          first[key] = (rule.name, pattern.location)
          continue
        }
        // Rules with constraints may well share a pattern and tell its matches apart.
        if known.rule != rule.name, !rule.constraints.isEmpty { continue }
        found.append(
          Diagnostic(
            code: "L004", severity: .warning, message: "the pattern stands in the rulebook twice",
            primary: .init(pattern.location, "in `\(rule.name)`"),
            secondary: [.init(known.location, "first in `\(known.rule)`")]))
      }
    }
    return found
  }

  /// L005. Only rules that attribute can be in conflict, and only within one kind of scope.
  private func idleOvers() -> [Diagnostic] {
    func attributes(_ rule: Rule) -> Bool {
      rule.actions.contains { action in
        if case .attribute = action.effect { return true }
        return false
      }
    }
    let byName = Dictionary(rulebook.rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Diagnostic] = []
    for rule in rulebook.rules {
      for name in rule.over {
        guard let other = byName[name] else { continue }
        let reason: String
        if !attributes(rule) {
          reason = "`\(rule.name)` attributes nothing"
        } else if !attributes(other) {
          reason = "`\(name)` attributes nothing"
        } else if rule.scope != other.scope {
          reason = "`\(name)` is matched against a \(other.scope.rawValue), this rule against a \(rule.scope.rawValue)"
        } else {
          continue
        }
        found.append(
          Diagnostic(
            code: "L005", severity: .warning, message: "`\(rule.name)` can never be in conflict with `\(name)`",
            primary: .init(rule.location, reason), help: "leave `over \(name)` out"))
      }
    }
    return found
  }

  /// L006.
  private func totalWork() -> [Diagnostic] {
    let total = rulebook.engine.programs.reduce(0) { $0 + $1.frequency }
    guard total > Self.attemptsPerToken, let place = rulebook.rules.first?.location else { return [] }
    let tenths = Int((total * 10).rounded())
    return [
      Diagnostic(
        code: "L006", severity: .note,
        message:
          "the rules together are tried \(tenths / 10).\(tenths % 10) times for each token, as far as can be guessed",
        primary: .init(place), help: "L001 names the patterns that cost most")
    ]
  }
}
