import HearsayAttribution
import HearsayCorroboration
import HearsayText

/// Prints a dossier for a person: what rests on what, best supplied claims first.
///
///     c1  Halden is in talks to buy Brightwell
///         3 independent origins · 8 stories, 7 texts · 8 outlets · verified
///         for      Brightwell, on record (06.txt, 07.txt)
///                  Bloomberg, sources not named (01.txt, 02.html …)
///         score    83 of 100, range 79–85: well supported; 41 if it were denied on the record
public struct DossierText: Sendable {
  public var isVerbose: Bool
  public var listsUnverified: Bool
  public var score: ScoreStyle

  public init(isVerbose: Bool = false, listsUnverified: Bool = false, score: ScoreStyle = .number) {
    self.isVerbose = isVerbose
    self.listsUnverified = listsUnverified
    self.score = score
  }

  private static let indent = 5

  public func write(_ dossier: Dossier, to paper: inout TerminalWriter) {
    heading(dossier, to: &paper)
    let claims = listsUnverified ? dossier.claims.filter { !$0.isVerified } : dossier.claims
    for claim in claims {
      paper.newline()
      write(claim, dossier, to: &paper)
    }
    if !listsUnverified, !dossier.conflicts.isEmpty {
      paper.newline()
      paper.line("These can't both hold", .strong)
      for conflict in dossier.conflicts {
        paper.spaces(2)
        paper.wrapped(
          "\(dossier.claims[conflict.a].name) and \(dossier.claims[conflict.b].name): \(why(conflict.why))", indent: 4)
        paper.newline()
      }
    }
    if claims.isEmpty {
      paper.newline()
      paper.line(listsUnverified ? "Every claim is verified." : "No claim was found.")
    }
  }

  private func heading(_ dossier: Dossier, to paper: inout TerminalWriter) {
    let outlets = Set(dossier.stories.compactMap { $0.document.publisher?.id })
    let texts = dossier.stories.count - dossier.duplicates.reduce(0) { $0 + $1.count - 1 }
    let verified = dossier.claims.count { $0.isVerified }
    paper.write(counted(dossier.stories.count, "story", "stories"), .strong)
    var about = ["\(counted(texts, "text")) without copies", counted(outlets.count, "outlet")]
    about.append("\(counted(dossier.claims.count, "claim")), \(verified) verified")
    paper.line(" · " + about.joined(separator: " · "))
    for group in dossier.duplicates {
      paper.spaces(2)
      paper.wrapped("one text: " + group.map { name($0, dossier) }.joined(separator: ", "), indent: 4)
      paper.newline()
    }
  }

  private func write(_ claim: Claim, _ dossier: Dossier, to paper: inout TerminalWriter) {
    let indent = DossierText.indent
    paper.write(claim.name, .faint)
    paper.spaces(max(indent - claim.name.utf8.count, 1))
    paper.wrapped(claim.text, indent: indent, limit: isVerbose ? .max : 3, .strong)
    paper.newline()
    paper.spaces(indent)
    let counts = claim.counts
    var line = "\(counted(counts.origins, "independent origin"))"
    if counts.against > 0 { line += ", \(counts.against) against" }
    line += " · \(counted(counts.articles, "story", "stories"))"
    if counts.texts < counts.articles { line += ", \(counted(counts.texts, "text"))" }
    line += " · \(counted(counts.outlets, "outlet"))"
    paper.wrapped(line + " · ", indent: indent)
    paper.write(" ")
    paper.line(claim.isVerified ? "verified" : "not verified", claim.isVerified ? .good : .warning)
    for stance in [ReportStance.for, .against] {
      var label = stance.rawValue
      for origin in claim.origins where origin.stance == stance {
        field(label, describe(origin, claim, dossier), to: &paper)
        label = ""
        if isVerbose {
          for join in origin.joined { field("", "  \(join.why): \(join.reason)", to: &paper) }
        }
      }
    }
    let unsourced = claim.reports.filter { $0.origin == nil && $0.stance == .for }
    if !unsourced.isEmpty {
      field("carried", "without a source by \(stories(unsourced.map(\.story), dossier))", to: &paper)
    }
    scoreLines(claim, to: &paper)
    for warning in claim.warnings { field("say", "“\(warning.sentence)”", .note, to: &paper) }
  }

  private func scoreLines(_ claim: Claim, to paper: inout TerminalWriter) {
    switch score {
    case .none: return
    case .words: field("score", "\(claim.score.words) (credibility \(claim.credibility))", to: &paper)
    case .number:
      var line = "\(percent(claim.score.value)) of 100"
      if claim.score.low < claim.score.high {
        line +=
          ", \(percent(claim.score.low)) to \(percent(claim.score.high)) as the unnamed sources are the same people or not"
      }
      line += ": \(claim.score.words) (credibility \(claim.credibility))"
      if let lever = claim.score.lever { line += "; \(percent(lever.value)) \(lever.fact)" }
      field("score", line, to: &paper)
      guard isVerbose else { return }
      for term in claim.score.terms {
        let product = term.factors.map { "\(decimal($0.millionths)) \($0.label)" }.joined(separator: " × ")
        field("", "\(claim.origins[term.origin].name): \(decimal(term.weight)) = \(product)", to: &paper)
      }
      field("", "support \(decimal(claim.score.support)) × (1 − denial \(decimal(claim.score.denial)))", to: &paper)
    }
  }

  private func describe(_ origin: Origin, _ claim: Claim, _ dossier: Dossier) -> String {
    var text = origin.name
    if origin.isRetracted {
      text += ", taken back"
    } else if origin.isCircular {
      text += ", who cite one another"
    } else {
      text += origin.isOnRecord ? ", on record" : ", sources not named"
    }
    text += " (\(origin.grade.code))"
    if origin.heardBy.count > 1 { text += ", heard by " + listed(origin.heardBy) }
    return text + ": " + stories(origin.reports.map { claim.reports[$0].story }, dossier)
  }

  private func listed(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  private func stories(_ places: [Int], _ dossier: Dossier) -> String {
    var names: [String] = []
    for place in places {
      let name = name(place, dossier)
      if !names.contains(name) { names.append(name) }
    }
    if names.count > 6, !isVerbose { return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more" }
    return names.joined(separator: ", ")
  }

  /// The outlet, with the file where the same outlet has several stories.
  private func name(_ place: Int, _ dossier: Dossier) -> String {
    let story = dossier.stories[place]
    let file = story.document.story.path ?? story.document.story.id
    let last = file.split(separator: "/").last.map(String.init) ?? file
    guard let publisher = story.document.publisher else { return last }
    return "\(publisher.name) (\(last))"
  }

  private func field(_ name: String, _ value: String, _ ink: Ink = .faint, to paper: inout TerminalWriter) {
    let indent = DossierText.indent
    paper.spaces(indent)
    paper.write(name, ink)
    paper.spaces(max(9 - name.utf8.count, 1))
    paper.wrapped(value, indent: indent + 9)
    paper.newline()
  }

  private func why(_ why: String) -> String {
    switch why {
    case "number": "the figures differ"
    case "negation": "one denies what the other says"
    case "antonym": "one says the contrary of the other"
    default: why
    }
  }

  private func percent(_ millionths: Int) -> Int { (millionths + 5_000) / 10_000 }

  /// `0.405`
  private func decimal(_ millionths: Int) -> String {
    var digits = String(millionths % 1_000_000)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.count > 2, digits.hasSuffix("0") { digits.removeLast() }
    return "\(millionths / 1_000_000).\(digits)"
  }

  private func counted(_ n: Int, _ one: String, _ many: String? = nil) -> String {
    "\(n) \(n == 1 ? one : many ?? one + "s")"
  }
}

extension ClaimScore {
  /// The score in words; it never says that something is so.
  var words: String {
    switch value {
    case 800_000...: "well supported"
    case 600_000...: "supported"
    case 400_000...: "partly supported"
    case 200_000...: "weakly supported"
    case 1...: "hardly supported"
    default: "not supported"
    }
  }
}
