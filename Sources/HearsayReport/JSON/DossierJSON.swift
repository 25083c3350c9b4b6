import HearsayAttribution
import HearsayCorroboration
import HearsayText

/// How a claim's score is shown.
public enum ScoreStyle: String, CaseIterable, Sendable {
  case number, words, none
}

/// Prints a dossier as `hearsay.dossier/1`.
///
/// The keys and their order are an interface: keys may be added, never changed. As JSON lines it is the same in pieces: a line
/// with the stories, one line a claim, one line a conflict.
public struct DossierJSON: Sendable {
  public var listsUnverified: Bool
  public var score: ScoreStyle

  public init(listsUnverified: Bool = false, score: ScoreStyle = .number) {
    self.listsUnverified = listsUnverified
    self.score = score
  }

  public func write(_ dossier: Dossier, isLines: Bool, to json: inout JSONWriter) {
    let spans = dossier.stories.map { SpanJSON($0.document.text) }
    let claims = listsUnverified ? dossier.claims.filter { !$0.isVerified } : dossier.claims
    let shown = Set(claims.map(\.id))
    let conflicts = dossier.conflicts.filter { shown.contains($0.a) && shown.contains($0.b) }
    json.beginObject()
    json.member("schema", "hearsay.dossier/1")
    json.key("stories")
    json.beginArray()
    for (story, span) in zip(dossier.stories, spans) { write(story, span, to: &json) }
    json.endArray()
    json.array("duplicates", dossier.duplicates) { group, json in
      json.strings(group.map { dossier.stories[$0].document.story.id })
    }
    if isLines {
      json.endObject()
      json.endLine()
      for claim in claims {
        write(claim, dossier, spans, to: &json)
        json.endLine()
      }
      for conflict in conflicts {
        write(conflict, to: &json)
        json.endLine()
      }
      return
    }
    json.array("claims", claims) { claim, json in write(claim, dossier, spans, to: &json) }
    json.array("conflicts", conflicts) { conflict, json in write(conflict, to: &json) }
    json.endObject()
    json.endLine()
  }

  private func write(_ story: AttributedStory, _ spans: SpanJSON, to json: inout JSONWriter) {
    let document = story.document
    json.object { json in
      json.member("id", document.story.id)
      json.member("path", document.story.path)
      json.key("outlet")
      if let publisher = document.publisher {
        json.object { json in
          json.member("id", publisher.id)
          json.member("name", publisher.name)
          json.member("how", publisher.how.rawValue)
        }
      } else {
        json.null()
      }
      json.member("headline", document.headline, in: spans)
      json.member("published", document.published)
    }
  }

  private func write(_ claim: Claim, _ dossier: Dossier, _ spans: [SpanJSON], to json: inout JSONWriter) {
    json.object { json in
      json.member("id", claim.name)
      json.member("text", claim.text)
      json.objects("reports", claim.reports) { report, json in
        json.member("story", dossier.stories[report.story].document.story.id)
        json.key("attribution")
        if let attribution = report.attribution { json.id(.attribution, attribution) } else { json.null() }
        json.key("content")
        spans[report.story].write(report.content, to: &json)
        json.member("stance", report.stance.rawValue)
        json.member("origin", report.origin.map(originID))
        json.member("note", ifAny: report.note)
      }
      json.member("outlets", claim.outlets)
      json.key("origins")
      json.beginArray()
      for (i, origin) in claim.origins.enumerated() { write(origin, i, spans, to: &json) }
      json.endArray()
      json.key("utterances")
      writeUtterances(claim, to: &json)
      json.key("counts")
      write(claim.counts, to: &json)
      if score != .none {
        json.key("score")
        write(claim.score, to: &json)
      }
      json.member("credibility", claim.credibility)
      json.member("verified", claim.isVerified)
      json.member("why", claim.why)
      json.objects("warnings", claim.warnings) { warning, json in
        json.member("kind", warning.kind.rawValue)
        json.member("sentence", warning.sentence)
      }
    }
  }

  /// That somebody said it, which is one claim, beside what they said, which is another.
  private func writeUtterances(_ claim: Claim, to json: inout JSONWriter) {
    json.beginArray()
    for (i, origin) in claim.origins.enumerated() where !origin.heardBy.isEmpty {
      json.object { json in
        json.member("speaker", origin.name)
        json.member("origin", originID(i))
        json.member("stance", origin.stance.rawValue)
        json.member("heardBy", origin.heardBy)
      }
    }
    json.endArray()
  }

  private func originID(_ place: Int) -> String { "o\(place + 1)" }

  private func write(_ origin: Origin, _ place: Int, _ spans: [SpanJSON], to json: inout JSONWriter) {
    json.object { json in
      json.member("id", originID(place))
      json.member("name", origin.name)
      json.member("grade", origin.grade.code)
      json.member("anonymous", origin.anonymous)
      json.member("onRecord", origin.isOnRecord)
      json.member("stance", origin.stance.rawValue)
      json.array("reports", origin.reports) { report, json in json.int(report) }
      if origin.isRetracted { json.member("retracted", true) }
      if origin.isCircular { json.member("circular", true) }
      json.objects("joined", origin.joined) { join, json in
        json.member("why", join.why)
        json.member("reason", join.reason)
        json.array("evidence", join.evidence) { evidence, json in
          spans[evidence.story].write(evidence.span, to: &json)
        }
      }
    }
  }

  private func write(_ counts: ClaimCounts, to json: inout JSONWriter) {
    json.object { json in
      json.member("reports", counts.reports)
      json.member("articles", counts.articles)
      json.member("texts", counts.texts)
      json.member("outlets", counts.outlets)
      json.member("origins", counts.origins)
      json.member("against", counts.against)
      json.member("onRecord", counts.onRecord)
    }
  }

  private func write(_ score: ClaimScore, to json: inout JSONWriter) {
    json.beginObject()
    if self.score == .words {
      json.member("words", score.words)
      json.endObject()
      return
    }
    json.member("value", millionths: score.value)
    json.member("low", millionths: score.low)
    json.member("high", millionths: score.high)
    json.member("support", millionths: score.support)
    json.member("denial", millionths: score.denial)
    json.member("words", score.words)
    json.objects("terms", score.terms) { term, json in
      json.member("origin", originID(term.origin))
      json.member("stance", term.stance.rawValue)
      json.member("weight", millionths: term.weight)
      json.objects("factors", term.factors) { factor, json in
        json.member("name", factor.name)
        json.member("value", millionths: factor.millionths)
      }
    }
    if let lever = score.lever {
      json.object("lever") { json in
        json.member("fact", lever.fact)
        json.member("value", millionths: lever.value)
      }
    }
    json.endObject()
  }

  private func write(_ conflict: ClaimConflict, to json: inout JSONWriter) {
    json.object { json in
      json.member("a", "c\(conflict.a + 1)")
      json.member("b", "c\(conflict.b + 1)")
      json.member("why", conflict.why)
    }
  }
}

extension JSONWriter {
  /// A decimal of up to six digits, exactly: 0.53 for 530,000.
  mutating func member(_ key: StaticString, millionths value: Int) { member(key, Double(value) / 1_000_000) }
}

extension Claim {
  /// `c1` for the first: people count from one.
  var name: String { "c\(id + 1)" }
}

extension Dossier {
  /// Stories that are one text, as groups of places.
  var duplicates: [[Int]] {
    var group: [Int: Int] = [:]
    for text in sharedTexts where text.extent == .derived {
      let root = min(group[text.a] ?? text.a, group[text.b] ?? text.b)
      let old = [group[text.a] ?? text.a, group[text.b] ?? text.b]
      for key in Array(group.keys) where group[key].map({ old.contains($0) }) == true { group[key] = root }
      group[text.a] = root
      group[text.b] = root
    }
    var groups: [Int: [Int]] = [:]
    for (story, root) in group { groups[root, default: []].append(story) }
    return groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
