/// The sentences that explain a claim: what it rests on, and what an editor should add to the story.
struct ClaimWording {
  let claim: Claim
  /// The outlets that took it back.
  let withdrawnBy: [String]
  /// The outlets that say that they couldn't verify it, and what it was: "the report by Bloomberg".
  let unverified: [(outlet: String, report: String)]

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
    if !deniers.isEmpty { text += "; denied by \(list(deniers.map(plain)))" }
    return text + "."
  }

  var warnings: [ClaimWarning] {
    var out: [ClaimWarning] = []
    func warn(_ kind: ClaimWarning.Kind, _ sentence: String) {
      out.append(ClaimWarning(kind: kind, sentence: sentence.prefix(1).uppercased() + sentence.dropFirst()))
    }
    if !retracted.isEmpty {
      let who = withdrawnBy.isEmpty ? retracted.map(plain) : withdrawnBy
      warn(.retracted, "\(list(who)) \(who.count == 1 ? "has" : "have") withdrawn this.")
    }
    if !deniers.isEmpty {
      warn(.contested, "\(list(deniers.map(plain))) \(deniers.count == 1 ? "denies" : "deny") this.")
    }
    let circles = live.filter(\.isCircular)
    if !circles.isEmpty { warn(.circular, "\(list(circles.map(plain))) cite one another; no first report is known.") }
    if live.isEmpty, retracted.isEmpty {
      warn(.unsourced, "No source is given for this.")
    } else if live.count > circles.count, claim.counts.onRecord == 0 {
      warn(.anonymousOnly, anonymousSentence)
    }
    if let only = live.first, live.count == 1, circles.isEmpty {
      warn(.oneOrigin, "the only source for this is \(only.isOnRecord ? plain(only) : "a report by \(only.name)").")
    }
    for (outlet, report) in unverified { warn(.relayUnverified, "\(outlet) could not verify \(report).") }
    return out
  }

  private var anonymousSentence: String {
    let rooms = list(live.map(\.name))
    if live.count > 1 { return "\(rooms) did not name their sources, who may be the same people." }
    // An outlet's report whose own source no story tells.
    if live.allSatisfy({ $0.grade == .institution }) { return "the stories do not say how \(rooms) knows this." }
    return "\(rooms) did not name its sources for this."
  }

  private func name(_ origin: Origin) -> String {
    origin.isCircular
      ? "a circle of \(origin.name)"
      : origin.isOnRecord ? "\(plain(origin)) (on record)" : "\(origin.name) (sources not named)"
  }

  /// What has no name of its own takes an article: "the sheriff's office".
  private func plain(_ origin: Origin) -> String {
    origin.name.first?.isLowercase == true && origin.isOnRecord ? "the \(origin.name)" : origin.name
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private func counted(_ n: Int, _ one: String, _ many: String? = nil) -> String {
    "\(n) \(n == 1 ? one : many ?? one + "s")"
  }
}
