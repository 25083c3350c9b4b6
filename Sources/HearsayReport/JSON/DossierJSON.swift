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
    json.key("schema")
    json.string("hearsay.dossier/1")
    json.key("stories")
    json.beginArray()
    for (story, span) in zip(dossier.stories, spans) { write(story, span, to: &json) }
    json.endArray()
    json.key("duplicates")
    json.beginArray()
    for group in dossier.duplicates {
      json.strings(group.map { dossier.stories[$0].document.story.id })
    }
    json.endArray()
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
    json.key("claims")
    json.beginArray()
    for claim in claims { write(claim, dossier, spans, to: &json) }
    json.endArray()
    json.key("conflicts")
    json.beginArray()
    for conflict in conflicts { write(conflict, to: &json) }
    json.endArray()
    json.endObject()
    json.endLine()
  }

  private func write(_ story: AttributedStory, _ spans: SpanJSON, to json: inout JSONWriter) {
    let document = story.document
    json.beginObject()
    json.key("id")
    json.string(document.story.id)
    json.key("path")
    json.string(document.story.path)
    json.key("outlet")
    if let publisher = document.publisher {
      json.beginObject()
      json.key("id")
      json.string(publisher.id)
      json.key("name")
      json.string(publisher.name)
      json.key("how")
      json.string(publisher.how.rawValue)
      json.endObject()
    } else {
      json.null()
    }
    json.key("headline")
    spans.write(document.headline, to: &json)
    json.key("published")
    json.string(document.published)
    json.endObject()
  }

  private func write(_ claim: Claim, _ dossier: Dossier, _ spans: [SpanJSON], to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(claim.name)
    json.key("text")
    json.string(claim.text)
    json.key("reports")
    json.beginArray()
    for report in claim.reports {
      json.beginObject()
      json.key("story")
      json.string(dossier.stories[report.story].document.story.id)
      json.key("attribution")
      if let attribution = report.attribution { json.id(.attribution, attribution) } else { json.null() }
      json.key("content")
      spans[report.story].write(report.content, to: &json)
      json.key("stance")
      json.string(report.stance.rawValue)
      json.key("origin")
      json.string(report.origin.map(originID))
      if let note = report.note {
        json.key("note")
        json.string(note)
      }
      json.endObject()
    }
    json.endArray()
    json.key("outlets")
    json.strings(claim.outlets)
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
    json.key("credibility")
    json.int(claim.credibility)
    json.key("verified")
    json.bool(claim.isVerified)
    json.key("why")
    json.string(claim.why)
    json.key("warnings")
    json.beginArray()
    for warning in claim.warnings {
      json.beginObject()
      json.key("kind")
      json.string(warning.kind.rawValue)
      json.key("sentence")
      json.string(warning.sentence)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// That somebody said it, which is one claim, beside what they said, which is another.
  private func writeUtterances(_ claim: Claim, to json: inout JSONWriter) {
    json.beginArray()
    for (i, origin) in claim.origins.enumerated() where !origin.heardBy.isEmpty {
      json.beginObject()
      json.key("speaker")
      json.string(origin.name)
      json.key("origin")
      json.string(originID(i))
      json.key("stance")
      json.string(origin.stance.rawValue)
      json.key("heardBy")
      json.strings(origin.heardBy)
      json.endObject()
    }
    json.endArray()
  }

  private func originID(_ place: Int) -> String { "o\(place + 1)" }

  private func write(_ origin: Origin, _ place: Int, _ spans: [SpanJSON], to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(originID(place))
    json.key("name")
    json.string(origin.name)
    json.key("grade")
    json.string(origin.grade.code)
    json.key("anonymous")
    json.bool(origin.anonymous)
    json.key("onRecord")
    json.bool(origin.isOnRecord)
    json.key("stance")
    json.string(origin.stance.rawValue)
    json.key("reports")
    json.beginArray()
    for report in origin.reports { json.int(report) }
    json.endArray()
    if origin.isRetracted {
      json.key("retracted")
      json.bool(true)
    }
    if origin.isCircular {
      json.key("circular")
      json.bool(true)
    }
    json.key("joined")
    json.beginArray()
    for join in origin.joined {
      json.beginObject()
      json.key("why")
      json.string(join.why)
      json.key("reason")
      json.string(join.reason)
      json.key("evidence")
      json.beginArray()
      for evidence in join.evidence { spans[evidence.story].write(evidence.span, to: &json) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ counts: ClaimCounts, to json: inout JSONWriter) {
    json.beginObject()
    json.key("reports")
    json.int(counts.reports)
    json.key("articles")
    json.int(counts.articles)
    json.key("texts")
    json.int(counts.texts)
    json.key("outlets")
    json.int(counts.outlets)
    json.key("origins")
    json.int(counts.origins)
    json.key("against")
    json.int(counts.against)
    json.key("onRecord")
    json.int(counts.onRecord)
    json.endObject()
  }

  private func write(_ score: ClaimScore, to json: inout JSONWriter) {
    json.beginObject()
    if self.score == .words {
      json.key("words")
      json.string(score.words)
      json.endObject()
      return
    }
    json.key("value")
    json.millionths(score.value)
    json.key("low")
    json.millionths(score.low)
    json.key("high")
    json.millionths(score.high)
    json.key("support")
    json.millionths(score.support)
    json.key("denial")
    json.millionths(score.denial)
    json.key("words")
    json.string(score.words)
    json.key("terms")
    json.beginArray()
    for term in score.terms {
      json.beginObject()
      json.key("origin")
      json.string(originID(term.origin))
      json.key("stance")
      json.string(term.stance.rawValue)
      json.key("weight")
      json.millionths(term.weight)
      json.key("factors")
      json.beginArray()
      for factor in term.factors {
        json.beginObject()
        json.key("name")
        json.string(factor.name)
        json.key("value")
        json.millionths(factor.millionths)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    if let lever = score.lever {
      json.key("lever")
      json.beginObject()
      json.key("fact")
      json.string(lever.fact)
      json.key("value")
      json.millionths(lever.value)
      json.endObject()
    }
    json.endObject()
  }

  private func write(_ conflict: ClaimConflict, to json: inout JSONWriter) {
    json.beginObject()
    json.key("a")
    json.string("c\(conflict.a + 1)")
    json.key("b")
    json.string("c\(conflict.b + 1)")
    json.key("why")
    json.string(conflict.why)
    json.endObject()
  }
}

extension JSONWriter {
  /// A decimal of up to six digits, exactly: 0.53 for 530,000.
  mutating func millionths(_ value: Int) { double(Double(value) / 1_000_000) }
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
