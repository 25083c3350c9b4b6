import HearsayAttribution
import HearsayAudit

/// Prints a page as one HTML file that needs nothing else: no script, no font, no image, nothing from the network.
///
/// The policy in its head forbids everything but its own style sheet, so that an article that found a way through the
/// escaping still could not load or run anything.
struct ReportHTML {
  let report: SourcingReport

  func render(_ page: Page) -> String {
    var out = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="hearsay \(Escaping.attribute(report.version))">
      <title>\(text(page.title))</title>
      <style>
      \(ReportStyle.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the report</a>
      <header>
      <h1>\(text(page.title))</h1>
      </header>
      <nav aria-label="Sections">
      <ul>

      """
    let deepest = report.stories.count == 1 ? 3 : 2
    for section in page.sections where section.level <= deepest {
      out += "<li><a href=\"#\(section.id)\">\(text(section.title))</a></li>\n"
    }
    out += "</ul>\n</nav>\n<main id=\"main\">\n"
    for section in page.sections {
      // Sections of one story among several are no landmarks: there would be too many with the same name.
      let tag = section.level == 2 ? "section" : "div"
      let name = section.level == 2 ? " aria-labelledby=\"\(section.id)-title\"" : ""
      out += "<\(tag) id=\"\(section.id)\"\(name)>\n"
      out += "<h\(section.level) id=\"\(section.id)-title\">\(text(section.title))</h\(section.level)>\n"
      for block in section.blocks { out += render(block, level: section.level) }
      out += "</\(tag)>\n"
    }
    return out + "</main>\n</body>\n</html>\n"
  }

  private func text(_ words: String) -> String { Escaping.markup(Escaping.line(words)) }

  private func render(_ block: Page.Block, level: Int) -> String {
    switch block {
    case .bottomLine(let sentences):
      return "<p class=\"bottom\">" + sentences.map(text).joined(separator: " ") + "</p>\n"
    case .quotation(let sentences):
      return "<blockquote><p>" + sentences.map(text).joined(separator: " ") + "</p></blockquote>\n"
    case .paragraph(let words): return "<p>\(line(words))</p>\n"
    case .facts(let rows):
      return "<dl>\n" + rows.map { "<div><dt>\(text($0.label))</dt><dd>\(line($0.value))</dd></div>\n" }.joined()
        + "</dl>\n"
    case .table(let table): return render(table)
    case .fixes(let fixes, let story):
      return "<ol class=\"fixes\">\n" + fixes.map { render($0, story) }.joined() + "</ol>\n"
    case .list(let items, let isOrdered):
      let tag = isOrdered ? "ol" : "ul"
      return "<\(tag)>\n" + items.map { "<li>\(line($0))</li>\n" }.joined() + "</\(tag)>\n"
    case .drawing(let graph, lines: _, key: _, let id, let of): return render(graph, id, of)
    case .story(let audited, let story): return MarkedText(audited, story: story).html
    }
  }

  private func render(_ table: Page.Table) -> String {
    // Regions need names of their own.
    let name = table.anchors.first.map { "\(table.caption), from \($0)" } ?? table.caption
    // One that fits on a printed page is not broken over two.
    let isShort = table.rows.count <= 8
    var out =
      "<div class=\"scroll of-\(table.header.count)\(isShort ? " short" : "")\" role=\"region\" tabindex=\"0\" aria-label=\"\(Escaping.attribute(name))\">\n"
    out += "<table>\n<caption>\(text(table.caption))</caption>\n<thead><tr>"
    out += table.header.map { "<th scope=\"col\">\(text($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for (i, row) in table.rows.enumerated() {
      out += table.anchors.indices.contains(i) ? "<tr id=\"\(Escaping.attribute(table.anchors[i]))\">" : "<tr>"
      for (k, cell) in row.enumerated() {
        out += k == 0 ? "<th scope=\"row\">\(line(cell))</th>" : "<td>\(line(cell))</td>"
      }
      out += "</tr>\n"
    }
    return out + "</tbody>\n</table>\n</div>\n"
  }

  private func render(_ fix: Fix, _ story: Int) -> String {
    var out = "<li id=\"s\(story + 1)-f\(fix.number)\">"
    out += "<p><span class=\"level \(fix.level.name)\">\(fix.level.name)</span> <code>\(text(fix.check))</code> "
    out += "<a class=\"place\" href=\"#s\(story + 1)-m\(fix.number)\">line \(text(fix.place))</a> "
    out += "<strong>\(text(fix.message))</strong></p>\n<dl class=\"fix\">\n"
    func row(_ name: String, _ value: String) { out += "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }
    row("Words", words(fix.words, 300))
    for related in fix.related {
      row(
        "See",
        "\(text(related.message)): \(words(related.words, 120)) <span class=\"faint\">\(text(related.place))</span>")
    }
    if !fix.why.isEmpty { row("Why", text(fix.why)) }
    if let standard = fix.standard { row("Standard", text(standard)) }
    if let rewrite = fix.rewrite { row("Write", "<ins>\(text(rewrite))</ins>") }
    return out + "</dl></li>\n"
  }

  private func render(_ graph: ChainGraph, _ id: String, _ of: String?) -> String {
    guard !graph.edges.isEmpty else { return "<p>Nothing to draw: no statement passes from one hand to another.</p>\n" }
    let whose = of.map { ": \($0)" } ?? ""
    var out = "<figure>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
    out += "aria-label=\"\(Escaping.attribute("Drawing of the chain" + whose))\">\n"
    out += GraphSVG(graph, id: id).svg
    out +=
      "</div>\n<figcaption>Solid: stated in the text. Dashed line: implied. Dashed frame: anonymous.</figcaption>\n</figure>\n"
    let rows = graph.edges.map { edge -> [[Inline]] in
      [
        [.plain(graph.label(graph.nodes[edge.from]))], [.plain(graph.label(graph.nodes[edge.to]))],
        [.plain(edge.isStated ? "stated" : "implied")], [.plain(ChainGraph.listed(edge.attributions))],
      ]
    }
    return out
      + render(
        Page.Table(
          caption: "The same chain as a table" + whose, header: ["from", "to", "link", "statements"], rows: rows,
          headingColumns: 1))
  }

  private func words(_ story: String, _ width: Int) -> String {
    "<q><bdi>\(Escaping.markup(bare(story, width)))</bdi></q>"
  }

  /// Without the quotation marks that `<q>` adds.
  private func bare(_ story: String, _ width: Int) -> String {
    String(Words.quoted(story, width).dropFirst().dropLast())
  }

  private func line(_ run: [Inline]) -> String {
    run.map { part in
      // Spaces at the edges hold the runs apart.
      let lead = part.text.hasPrefix(" ") ? " " : ""
      let trail = part.text.count > 1 && part.text.hasSuffix(" ") ? " " : ""
      let body =
        switch part {
        case .plain(let words): text(words)
        case .strong(let words): "<strong>\(text(words))</strong>"
        case .words(let story): words(story, 1000)
        case .code(let words): "<code>\(text(words))</code>"
        case .faint(let words): "<span class=\"faint\">\(text(words))</span>"
        case .link(let words, let target): "<a href=\"#\(Escaping.attribute(target))\">\(text(words))</a>"
        }
      if case .words = part { return body }
      return lead + body + trail
    }.joined()
  }
}
