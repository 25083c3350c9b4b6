import HearsayAttribution
import HearsayAudit
import HearsayRules
import HearsayText

/// SARIF 2.1.0 (OASIS): findings for code scanning, editors and dashboards.
///
/// A finding is a result; the chain of its attribution a code flow whose steps go from the origin to the reader; other
/// places are related locations that the message links to. Columns are UTF-16 units, as the standard's default has it.
/// What was accepted is a suppressed result with its reason.
struct SARIF {
  let report: SourcingReport

  func write(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs", [report]) { _, json in run(to: &json) }
    }
    json.endLine()
    json.out.withBytes { out.append($0) }
  }

  private var rules: [CheckDefinition] { report.checks.sorted { $0.id < $1.id } }

  private func run(to json: inout JSONWriter) {
    let rules = rules
    let places = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    json.object { json in
      json.object("tool") { json in
        json.object("driver") { json in
          json.member("name", "hearsay")
          json.member("semanticVersion", report.version)
          json.array("rules", rules, rule)
        }
      }
      json.member("columnKind", "utf16CodeUnits")
      json.object("automationDetails") { $0.member("id", "hearsay/audit/") }
      json.array("invocations", [report]) { _, json in invocation(to: &json) }
      json.array("artifacts", Array(report.stories.enumerated())) { item, json in
        let story = item.element.story.document.story
        json.object { json in
          json.object("location") { $0.member("uri", uri(item.element)) }
          json.member("mimeType", "text/plain")
          json.member("sourceLanguage", item.element.story.document.language)
          if story.sha256.utf8.count == 64 { json.object("hashes") { $0.member("sha-256", story.sha256) } }
        }
      }
      json.key("results")
      json.beginArray()
      for (i, audited) in report.stories.enumerated() { results(of: audited, i, places, to: &json) }
      json.endArray()
      json.object("properties") { json in
        json.member("rulebook", report.rulebook.name)
        json.member("rulebookSHA256", report.rulebook.sha256)
      }
    }
  }

  private func rule(_ check: CheckDefinition, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", check.id)
      json.member("name", SARIF.pascalCase(check.title))
      json.object("shortDescription") { $0.member("text", check.title) }
      json.object("fullDescription") { $0.member("text", check.why) }
      var help = check.why
      var markdown = Escaping.markdown(check.why)
      if let standard = check.standard {
        help += " Standard: \(standard)."
        markdown += "\n\n**Standard:** \(Escaping.markdown(standard))"
      }
      for bad in check.bad { markdown += "\n\n**Instead of:** \(Escaping.markdown(bad))" }
      for good in check.good { markdown += "\n\n**Write:** \(Escaping.markdown(good))" }
      json.object("help") { json in
        json.member("text", help)
        json.member("markdown", markdown)
      }
      json.object("defaultConfiguration") { json in
        json.member("level", check.level.name)
        json.member("enabled", check.isOnByDefault)
      }
      json.object("properties") { json in
        json.member("tags", ["attribution", check.id.split(separator: "-").first.map { $0.lowercased() } ?? "check"])
        json.member("problem.severity", check.level == .note ? "recommendation" : check.level.name)
      }
    }
  }

  private func invocation(to json: inout JSONWriter) {
    json.object { json in
      json.member("executionSuccessful", true)
      var seen = Set<String>()
      let missing = report.stories.flatMap(\.notAssessed).filter { seen.insert($0.check + $0.why).inserted }
      json.array("toolExecutionNotifications", missing.sorted { ($0.check, $0.why) < ($1.check, $1.why) }) {
        item, json in
        json.object { json in
          json.member("level", "note")
          json.object("message") { $0.member("text", "\(item.check) was not assessed: \(item.why)") }
          json.object("associatedRule") { $0.member("id", item.check) }
        }
      }
    }
  }

  private func results(of audited: AuditedStory, _ artifact: Int, _ rules: [String: Int], to json: inout JSONWriter) {
    let accepted = audited.accepted
    let all = audited.findings.map { ($0, nil as AcceptedFinding?) } + accepted.map { ($0.finding, $0) }
    let sorted = all.sorted { ($0.0.at, $0.0.check) < ($1.0.at, $1.0.check) }
    let keys = FindingKey.fingerprints(sorted.map(\.0), in: audited.story.document.text)
    let place = PhysicalPlace(uri: uri(audited), index: artifact, text: audited.story.document.text)
    for (item, key) in zip(sorted, keys) {
      json.object { json in
        write(item.0, audited.story, place, key, rules, to: &json)
        json.objects("suppressions", item.1.map { [$0] } ?? []) { accepted, json in
          json.member("kind", "external")
          json.member("status", "accepted")
          json.member("justification", accepted.reason)
        }
      }
    }
  }

  private func write(
    _ finding: Finding, _ story: AttributedStory, _ place: PhysicalPlace, _ key: String, _ rules: [String: Int],
    to json: inout JSONWriter
  ) {
    json.member("ruleId", finding.check)
    if let index = rules[finding.check] { json.member("ruleIndex", index) }
    json.member("level", finding.level.name)
    json.member("rank", finding.level == .error ? 90 : finding.level == .warning ? 60 : 30)
    json.object("message") { json in
      json.member("text", SARIF.message(finding))
    }
    json.array("locations", [finding.at]) { span, json in
      json.object { place.write(span, to: &$0) }
    }
    json.objects("relatedLocations", Array(finding.related.enumerated())) { item, json in
      json.member("id", item.offset + 1)
      json.object("message") { $0.member("text", item.element.message) }
      place.write(item.element.at, to: &json)
    }
    if let attribution = finding.attribution.flatMap({
      story.attributions.indices.contains($0) ? story.attributions[$0] : nil
    }) {
      flow(attribution, story, place, to: &json)
    }
    json.object("partialFingerprints") { $0.member("hearsayFinding/v1", key) }
  }

  private func flow(_ a: Attribution, _ story: AttributedStory, _ place: PhysicalPlace, to json: inout JSONWriter) {
    if a.chain.count > 1 {
      json.objects("codeFlows", [a]) { a, json in
        json.array("threadFlows", [a]) { a, json in
          json.object { json in
            json.array("locations", Array(a.chain.enumerated())) { step, json in
              json.object { json in
                json.member("nestingLevel", step.offset)
                json.object("location") { json in
                  let role = step.offset == 0 ? "origin" : step.offset == a.chain.count - 1 ? "publisher" : "relay"
                  json.object("message") {
                    $0.member("text", "\(role): \(step.element.name)\(step.element.stated ? "" : " (implied)")")
                  }
                  let spans = step.offset == 0 ? a.source + a.cue : a.cue + a.source
                  place.write(spans.first ?? a.content.first ?? Span(0, 0), to: &json)
                }
              }
            }
          }
        }
      }
    }
    json.object("properties") { json in
      json.member("attribution", "a\(a.id + 1)")
      json.member("grade", (a.speaker?.grade ?? .none).code)
      json.member("chain", a.chain.map(\.name))
    }
  }

  /// Relative where the user's path is; an address for a story from the web.
  private func uri(_ audited: AuditedStory) -> String {
    let story = audited.story.document.story
    return Escaping.uri(story.path ?? (story.id.isEmpty ? "story" : story.id))
  }

  /// What SARIF takes for links in a message is escaped; related places are linked at the end.
  private static func message(_ finding: Finding) -> String {
    func plain(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
    var text = plain(finding.message)
    for place in finding.elsewhere {
      text += plain(". \(Words.capitalized(place.message)), in \(place.name): \(Words.quoted(place.words))")
    }
    if let rewrite = finding.rewrite {
      text += ". Write: " + rewrite.replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
    let links = finding.related.indices.map { "[\($0 + 1)](\($0 + 1))" }
    return links.isEmpty ? text : text + ". See " + links.joined(separator: ", ")
  }

  /// `no reason for anonymity` as `NoReasonForAnonymity`.
  private static func pascalCase(_ title: String) -> String {
    title.split { !($0.isLetter || $0.isNumber) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// Writes places of one file as SARIF's physical locations.
private struct PhysicalPlace {
  let uri: String
  let index: Int
  let lines: LineIndex

  init(uri: String, index: Int, text: SourceText) {
    self.uri = uri
    self.index = index
    lines = LineIndex(text)
  }

  func write(_ span: Span, to json: inout JSONWriter) {
    let start = lines.utf16Position(ofByte: span.start)
    let end = lines.utf16Position(ofByte: max(span.end, span.start))
    json.object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        json.member("uri", uri)
        json.member("index", index)
      }
      json.object("region") { json in
        json.member("startLine", start.line)
        json.member("startColumn", start.column)
        json.member("endLine", end.line)
        json.member("endColumn", end.column)
      }
    }
  }
}
