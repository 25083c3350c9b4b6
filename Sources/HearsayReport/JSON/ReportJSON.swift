import HearsayAudit
import HearsayText

/// Prints a report as `hearsay.report/1`: each story as `audit` prints it, with what the report says of it.
struct ReportJSON {
  let report: SourcingReport

  func write(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    json.object { json in
      json.member("schema", "hearsay.report/1")
      json.member("version", report.version)
      json.object("rulebook") { json in
        json.member("name", report.rulebook.name)
        json.member("sha256", report.rulebook.sha256)
      }
      json.array("stories", report.stories) { audited, json in write(audited, to: &json) }
      json.member("stale", report.stale)
      if let dossier = report.dossier {
        json.key("dossier")
        DossierJSON().write(dossier, isLines: false, to: &json)
      }
    }
    json.endLine()
    json.out.withBytes { out.append($0) }
  }

  /// One story a line.
  func writeLines(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    for audited in report.stories {
      write(audited, to: &json)
      json.endLine()
    }
    json.out.withBytes { out.append($0) }
  }

  private func write(_ audited: AuditedStory, to json: inout JSONWriter) {
    let story = StoryReport(audited, in: report)
    let printer = AuditJSON(StoryJSON(rulebook: report.rulebook, includesText: report.options.includesText))
    printer.write(audited, to: &json) { json in
      json.object("report") { json in
        json.member("bottomLine", story.bottomLine)
        json.objects("glance", story.glance) { row, json in
          json.member("label", row.label)
          json.member("value", row.value)
        }
        json.member("fixOrder", story.fixes.map { "\($0.check)@\($0.place)" })
        json.member("strengths", story.strengths)
        json.objects("statements", story.statements) { row, json in
          json.member("id", row.id)
          json.member("place", row.place)
          json.member("kind", row.kind)
          json.member("words", row.words)
          json.member("who", row.who)
          json.member("grade", ifAny: row.grade?.code)
          json.member("chain", row.chain)
          json.member("remarks", row.remarks)
        }
        json.member("sourceSummary", story.sourceSummary)
        json.objects("questions", story.questions) { question, json in
          json.member("question", question.words)
          json.member("bearsOn", question.bearsOn)
        }
        json.objects("leftOut", story.leftOut) { part, json in
          json.member("firstLine", part.firstLine)
          json.member("lastLine", part.lastLine)
          json.member("kind", part.kind)
        }
      }
    }
  }
}
