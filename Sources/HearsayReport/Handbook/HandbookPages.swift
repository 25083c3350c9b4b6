import HearsayRules

/// The rulebook as HTML pages for people who will never open a rule file: every rule with why, guideline and examples, every
/// lexicon, every check, every outlet.
///
/// Each page is self-contained: no script, nothing fetched, one style for light and dark. Everything from the rules is
/// escaped. Same rules, same bytes.
public struct HandbookPages {
  private let rulebook: Rulebook
  private let fragments: [FragmentDefinition]

  /// - Parameter fragments: Those of the rule set, which the compiled rulebook has put into its patterns.
  public init(_ rulebook: Rulebook, fragments: [FragmentDefinition]) {
    self.rulebook = rulebook
    self.fragments = fragments
  }

  /// The files of the handbook, `index.html` first.
  public var pages: [(name: String, text: String)] {
    [index, rules, words, checks, outlets].map { page in (page.name, HandbookFrame(page).text) }
  }

  // MARK: Index

  private var index: HandbookPage {
    var html = HTMLText()
    html.element("p") {
      $0.text("How Hearsay reads a story: what its rules look for, why, and what they find and leave alone. ")
      $0.text("This handbook is made from the rules themselves.")
    }
    let rows: [(String, String, Int, String)] = [
      ("rules.html", "Rules", rulebook.rules.count, "what is looked for in a text, and what it means"),
      ("words.html", "Words", rulebook.lexicons.count, "the lexicons and fragments that rules are made of"),
      (
        "checks.html", "Checks", rulebook.checks.count, "what an audit finds fault with; caveats and grades of sourcing"
      ),
      ("outlets.html", "Outlets", rulebook.outlets.count, "publishers, who owns them and who controls them"),
    ]
    html.element("ul") { list in
      for (file, title, count, what) in rows {
        list.element("li") {
          $0.link(file, title)
          $0.text(" (\(count)): \(what)")
        }
      }
    }
    return HandbookPage(name: "index.html", title: "The rulebook", sections: [], body: html)
  }

  // MARK: Rules

  private var rules: HandbookPage {
    var html = HTMLText()
    var sections: [(id: String, title: String)] = []
    var file = ""
    for rule in rulebook.rules {
      if rule.location.file.path != file {
        file = rule.location.file.path
        let topic = file.split(separator: "/").last.map(String.init) ?? file
        let title = topic.hasSuffix(".rules") ? String(topic.dropLast(6)) : topic
        let id = "file-\(sections.count + 1)"
        sections.append((id, title))
        html.element("h2", [("id", id)]) { $0.text(title) }
      }
      html.element("section", [("id", "rule-\(rule.name)"), ("aria-labelledby", "name-\(rule.name)")]) {
        write(rule, to: &$0)
      }
    }
    return HandbookPage(name: "rules.html", title: "Rules", sections: sections, body: html)
  }

  private func write(_ rule: Rule, to html: inout HTMLText) {
    html.element("h3", [("id", "name-\(rule.name)")]) {
      $0.text(rule.name)
      if rule.status != .stable { $0.element("small") { $0.text(" \(rule.status.rawValue)") } }
    }
    html.element("p") { $0.text(rule.why) }
    if let guide = rule.guide { html.element("p", [("class", "guide")]) { $0.text("Guideline: \(guide)") } }
    html.element("dl") { list in
      func row(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        list.element("dt") { $0.text(name) }
        for value in values { list.element("dd") { $0.element("code") { $0.text(value) } } }
      }
      if rule.scope != .sentence { row("scope", [rule.scope.rawValue]) }
      row("pattern", rule.patterns.map(\.location.text))
      row("unless", rule.unless.map(\.location.text))
      row("where", rule.constraints.map(\.location.text))
      row("over", rule.over.isEmpty ? [] : [rule.over.joined(separator: ", ")])
      row("then", rule.actions.map(\.location.text))
    }
    examples("Finds", rule, .match, &html)
    examples("Leaves alone", rule, .skip, &html)
    examples("Should find, and doesn’t yet", rule, .todoMatch, &html)
    examples("Finds, and shouldn’t", rule, .todoSkip, &html)
    html.element("p", [("class", "place")]) { $0.text(rule.location.description) }
  }

  private func examples(_ title: String, _ rule: Rule, _ kind: Example.Kind, _ html: inout HTMLText) {
    let examples = rule.examples.filter { $0.kind == kind }
    guard !examples.isEmpty else { return }
    html.element("h4") { $0.text(title) }
    html.element("ul", [("class", "examples")]) { list in
      for example in examples { list.element("li") { Self.write(example, to: &$0) } }
    }
  }

  /// The sentence with its captures marked and named; a capture inside another is part of it.
  private static func write(_ example: Example, to html: inout HTMLText) {
    let bytes = Array(example.text.utf8)
    var at = 0
    for capture in example.captures where capture.span.start >= at && capture.span.end <= bytes.count {
      html.text(String(decoding: bytes[at..<capture.span.start], as: UTF8.self))
      html.element("mark") {
        $0.text(String(decoding: bytes[capture.span.start..<capture.span.end], as: UTF8.self))
        $0.element("small") { $0.text(" \(capture.name)") }
      }
      at = capture.span.end
    }
    html.text(String(decoding: bytes[at...], as: UTF8.self))
  }

  // MARK: Words

  private var words: HandbookPage {
    var html = HTMLText()
    html.element("h2", [("id", "fragments")]) { $0.text("Fragments") }
    for fragment in fragments {
      html.element("section", [("id", "fragment-\(fragment.name)")]) { section in
        section.element("h3") { $0.text("%\(fragment.name)") }
        section.element("p") { $0.text(fragment.why) }
        section.element("ul") { list in
          for pattern in fragment.patterns {
            list.element("li") { $0.element("code") { $0.text(pattern.location.text) } }
          }
        }
      }
    }
    html.element("h2", [("id", "lexicons")]) { $0.text("Lexicons") }
    for (number, lexicon) in rulebook.lexicons.enumerated() {
      html.element("section", [("id", "lexicon-\(number + 1)")]) { section in
        section.element("h3") { $0.text("@\(lexicon.name)") }
        section.element("p") { $0.text(lexicon.why) }
        section.element("dl") { list in
          for one in lexicon.classes {
            list.element("dt") { $0.text(one.name) }
            list.element("dd") { $0.text(one.forms.map(one.text).joined(separator: ", ")) }
          }
        }
        section.element("p", [("class", "place")]) { $0.text(lexicon.location.description) }
      }
    }
    return HandbookPage(
      name: "words.html", title: "Words", sections: [("fragments", "Fragments"), ("lexicons", "Lexicons")], body: html)
  }

  // MARK: Checks

  private var checks: HandbookPage {
    var html = HTMLText()
    html.element("h2", [("id", "checks")]) { $0.text("Checks") }
    for check in rulebook.checks.sorted(by: { $0.id < $1.id }) {
      html.element("section", [("id", "check-\(check.id)")]) { section in
        section.element("h3") { $0.text("\(check.id)  \(check.title)") }
        section.element("p") { $0.text(check.why) }
        if let standard = check.standard {
          section.element("p", [("class", "guide")]) { $0.text("Standard: \(standard)") }
        }
        let runs = check.isOnByDefault ? "made unless left out" : "made when asked for"
        section.element("p", [("class", "guide")]) {
          $0.text("\(check.level.name), \(runs), needs \(check.needs.rawValue)")
        }
        for (title, sentences) in [("Instead of", check.bad), ("write", check.good)] where !sentences.isEmpty {
          section.element("h4") { $0.text(title) }
          section.element("ul", [("class", "examples")]) { list in
            for sentence in sentences { list.element("li") { $0.text(sentence) } }
          }
        }
      }
    }
    html.element("h2", [("id", "caveats")]) { $0.text("Caveats") }
    html.element("dl") { list in
      for caveat in rulebook.caveats {
        list.element("dt") { $0.text("\(caveat.id): \(caveat.label)") }
        list.element("dd") { $0.text(caveat.why + (caveat.effect.map { " Effect: \($0)." } ?? "")) }
      }
    }
    html.element("h2", [("id", "grades")]) { $0.text("Grades of sourcing") }
    html.element("dl") { list in
      for grade in rulebook.grades {
        list.element("dt") { $0.text("\(grade.id): \(grade.label)") }
        list.element("dd") { $0.text(grade.why) }
      }
    }
    writeProfiles(to: &html)
    html.element("h2", [("id", "weights")]) { $0.text("Weights of the score") }
    html.element("dl") { list in
      for weight in rulebook.weights {
        list.element("dt") { $0.text("\(weight.name): \(weight.label), \(Self.decimal(weight.millionths))") }
        list.element("dd") { $0.text(weight.why) }
      }
    }
    return HandbookPage(
      name: "checks.html", title: "Checks",
      sections: [
        ("checks", "Checks"), ("caveats", "Caveats"), ("grades", "Grades of sourcing"), ("profiles", "Profiles"),
        ("weights", "Weights of the score"),
      ], body: html)
  }

  private func writeProfiles(to html: inout HTMLText) {
    html.element("h2", [("id", "profiles")]) { $0.text("Profiles") }
    for profile in rulebook.profiles {
      html.element("section", [("id", "profile-\(profile.id)")]) { section in
        section.element("h3") { $0.text(profile.id) }
        section.element("p") { $0.text(profile.why) }
        func line(_ title: String, _ entries: [String]) {
          guard !entries.isEmpty else { return }
          section.element("p", [("class", "guide")]) { $0.text("\(title): \(entries.joined(separator: ", "))") }
        }
        line("Standard", profile.standards)
        line("Checks", profile.select.map(\.prefix))
        line("Left out", profile.ignore.map(\.prefix))
        line("Levels", profile.levels.map { "\($0.entry.prefix) \($0.level.name)" })
      }
    }
  }

  /// Millionths as a decimal with as many digits as it needs: 430,000 is 0.43.
  private static func decimal(_ millionths: Int) -> String {
    var digits = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while digits.count > 2, digits.last == "0" { digits.removeLast() }
    return "\(millionths / 1_000_000).\(digits)"
  }

  // MARK: Outlets

  private var outlets: HandbookPage {
    var html = HTMLText()
    html.element("div", [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Outlets")]) {
      frame in
      frame.element("table") { table in
        table.element("caption") {
          $0.text("Two outlets of one owner, or under one state’s control, are not independent.")
        }
        table.element("thead") {
          $0.element("tr") { row in
            for title in ["Name", "Other names", "Country", "Kind", "Control", "Owner"] {
              row.element("th", [("scope", "col")]) { $0.text(title) }
            }
          }
        }
        table.element("tbody") { body in
          for outlet in rulebook.outlets {
            body.element("tr") { row in
              row.element("th", [("scope", "row"), ("id", "outlet-\(outlet.id)")]) { $0.text(outlet.name) }
              let aliases = outlet.aliases.map(\.text).filter { $0 != outlet.name }.joined(separator: ", ")
              let control = outlet.control.map { $0.kind + ($0.country.map { " \($0)" } ?? "") } ?? ""
              for value in [aliases, outlet.country ?? "", outlet.kind ?? "", control, outlet.owner ?? ""] {
                row.element("td") { $0.text(value) }
              }
            }
          }
        }
      }
    }
    return HandbookPage(name: "outlets.html", title: "Outlets", sections: [], body: html)
  }
}
