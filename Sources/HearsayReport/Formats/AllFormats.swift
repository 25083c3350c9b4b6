import HearsayAttribution

extension DocumentFormat {
  /// In the order of the help: for people, for programs, for pipelines, drawings, linked data, annotators.
  public static let all: [DocumentFormat] = [
    text, markdown, html, json, jsonLines, sarif, junit, csv, csvHops, csvFindings, dot, mermaid, graphML,
    webAnnotation,
    provTurtle, provJSON, schemaOrg, brat, labelStudio,
  ]

  public static let text = DocumentFormat("text", endings: ["txt"], "for a terminal, 80 columns") { report, out in
    var paper = TerminalWriter(usesColor: report.options.usesColor)
    ReportText().write(PageBuilder(report: report).page(), to: &paper)
    paper.out.withBytes { out.append($0) }
  }

  private static let markdown = DocumentFormat("markdown", endings: ["md", "markdown"], "GitHub-flavoured Markdown") {
    report, out in
    out.append(ReportMarkdown().render(PageBuilder(report: report).page()))
  }

  private static let html = DocumentFormat(
    "html", endings: ["html", "htm"], "one self-contained page; prints well"
  ) { report, out in
    out.append(ReportHTML(report: report).render(PageBuilder(report: report).page()))
  }

  private static let json = DocumentFormat("json", endings: ["json"], "hearsay.report/1, see hearsay schema report") {
    report, out in
    ReportJSON(report: report).write(to: &out)
  }

  private static let jsonLines = DocumentFormat("jsonl", endings: ["jsonl", "ndjson"], "the same, one story a line") {
    report, out in
    ReportJSON(report: report).writeLines(to: &out)
  }

  private static let sarif = DocumentFormat(
    "sarif", endings: ["sarif", "sarif.json"], "SARIF 2.1.0 for code scanning and editors"
  ) {
    SARIF(report: $0).write(to: &$1)
  }

  private static let junit = DocumentFormat("junit", endings: ["junit.xml", "xml"], "JUnit XML for CI servers") {
    report, out in
    out.append(JUnit(report: report).xml)
  }

  private static let csv = DocumentFormat("csv", endings: ["csv"], "statements, one a line (RFC 4180)") { report, out in
    out.append(StatementsCSV(report: report).text)
  }

  private static let csvHops = DocumentFormat("csv-hops", endings: ["hops.csv"], "links of the chains, one a line") {
    report, out in
    out.append(HopsCSV(report: report).text)
  }

  private static let csvFindings = DocumentFormat("csv-findings", endings: ["findings.csv"], "findings, one a line") {
    report, out in
    out.append(FindingsCSV(report: report).text)
  }

  private static let dot = DocumentFormat("dot", endings: ["dot", "gv"], "the chains for Graphviz") { report, out in
    out.append(DOT(graph: report.graph).text)
  }

  private static let mermaid = DocumentFormat("mermaid", endings: ["mmd", "mermaid"], "the chains for Mermaid") {
    report, out in
    out.append(Mermaid(graph: report.graph).text)
  }

  private static let graphML = DocumentFormat(
    "graphml", endings: ["graphml"], "the chains for Gephi, Cytoscape, networkx"
  ) { report, out in
    out.append(GraphML(graph: report.graph).xml)
  }

  private static let webAnnotation = DocumentFormat(
    "webanno", endings: ["anno.jsonld", "webanno.jsonld"], "W3C Web Annotations"
  ) { WebAnnotation(report: $0).write(to: &$1) }

  private static let provTurtle = DocumentFormat("prov", endings: ["ttl", "prov.ttl"], "PROV-O in Turtle") {
    report, out in
    out.append(ProvenanceTurtle(provenance: Provenance(report)).text)
  }

  private static let provJSON = DocumentFormat("prov-json", endings: ["prov.json", "provn.json"], "PROV-JSON") {
    report, out in
    ProvenanceJSON(provenance: Provenance(report)).write(to: &out)
  }

  private static let schemaOrg = DocumentFormat("schemaorg", endings: ["jsonld"], "schema.org as JSON-LD") {
    SchemaOrg(report: $0).write(to: &$1)
  }

  /// With -o a folder: the texts beside the annotations; else the annotations alone, story behind story.
  private static let brat = DocumentFormat(
    "brat", endings: ["ann"], "brat standoff; with -o FOLDER/ texts and annotations of each story",
    files: bratFiles
  ) { report, out in
    for audited in report.stories { out.append(Brat(audited.story).annotations) }
  }

  @Sendable private static func bratFiles(_ report: SourcingReport) -> [File] {
    var files = [File(name: "annotation.conf", bytes: Array(Brat.configuration.utf8))]
    var names = Set<String>()
    for story in report.stories.map(\.story) {
      var name = "\(Provenance.name(story.document.story.id))"
      if !names.insert(name).inserted { name += "-" + story.stableName }
      names.insert(name)
      files.append(File(name: name + ".txt", bytes: story.document.text.bytes))
      files.append(File(name: name + ".ann", bytes: Array(Brat(story).annotations.utf8)))
    }
    return files
  }

  private static let labelStudio = DocumentFormat(
    "labelstudio", endings: ["labelstudio.json"], "Label Studio tasks with predictions"
  ) { LabelStudio(report: $0).write(to: &$1) }
}

extension SourcingReport {
  fileprivate var graph: ChainGraph { ChainGraph(stories: stories.map(\.story)) }
}
