/// The sentences that explain a claim: what it rests on, and what an editor should add to the story.
struct ClaimWording {
  let claim: Claim
  /// One of the outlets that pass it on says that it couldn't verify it.
  let isUnverifiedRelay: Bool

  private var live: [Origin] { claim.origins.filter { $0.stance == .for && !$0.isRetracted } }
  private var deniers: [Origin] { claim.origins.filter { $0.stance == .against && !$0.isRetracted } }
  private var retracted: [Origin] { claim.origins.filter { $0.stance == .for && $0.isRetracted } }

  /// "7 outlets carry it; it rests on 2 independent origins: …"
  var why: String {
    var text = "\(counted(claim.counts.outlets, "outlet")) \(claim.counts.outlets == 1 ? "carries" : "carry") it"
    if claim.counts.articles > claim.counts.texts {
      text +=
        " in \(counted(claim.counts.articles, "story", "stories")), \(counted(claim.counts.texts, "text")) without copies"
    }
    switch live.count {
    case 0:
      text += retracted.isEmpty ? "; none names a source" : "; its origin, \(list(retracted.map(name))), took it back"
    case 1:
      text += "; it rests on one origin, \(name(live[0]))"
      if claim.counts.outlets > 1 { text += ", whoever repeats it" }
    default:
      text += "; it rests on \(live.count) independent origins: \(list(live.map(name)))"
    }
    if !deniers.isEmpty { text += "; denied by \(list(deniers.map(\.name)))" }
    return text + "."
  }

  var warnings: [ClaimWarning] {
    var out: [ClaimWarning] = []
    if !retracted.isEmpty {
      out.append(.init(kind: .retracted, sentence: "\(list(retracted.map(\.name))) has withdrawn its report."))
    }
    if !deniers.isEmpty {
      out.append(
        .init(kind: .contested, sentence: "\(list(deniers.map(\.name))) \(deniers.count == 1 ? "denies" : "deny") it."))
    }
    if live.contains(where: \.isCircular) {
      out.append(
        .init(
          kind: .circular,
          sentence: "\(list(live.filter(\.isCircular).map(\.name))) cite one another; no first report is known."))
    }
    if live.isEmpty, retracted.isEmpty {
      out.append(.init(kind: .unsourced, sentence: "No source has been given for this."))
    } else if !live.isEmpty, claim.counts.onRecord == 0 {
      out.append(.init(kind: .anonymousOnly, sentence: anonymousSentence))
    }
    if live.count == 1 {
      out.append(
        .init(kind: .oneOrigin, sentence: "The account comes from \(name(live[0])); nobody else has confirmed it."))
    }
    if isUnverifiedRelay {
      let from = live.first.map { " of \($0.name)" } ?? ""
      out.append(
        .init(kind: .relayUnverified, sentence: "The report\(from) could not be independently verified."))
    }
    return out
  }

  private var anonymousSentence: String {
    let rooms = list(live.map(\.name))
    return live.count == 1
      ? "The report by \(rooms) rests on sources who are not named."
      : "The reports by \(rooms) rest on sources who are not named; whether they are the same people is not known."
  }

  private func name(_ origin: Origin) -> String {
    origin.isCircular
      ? "a circle of \(origin.name)"
      : origin.isOnRecord ? "\(origin.name) (on record)" : "\(origin.name) (sources not named)"
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func counted(_ n: Int, _ one: String, _ many: String? = nil) -> String {
    "\(n) \(n == 1 ? one : many ?? one + "s")"
  }
}
