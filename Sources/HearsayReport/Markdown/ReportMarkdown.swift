import HearsayAudit

/// Prints a page as GitHub-flavoured Markdown. All words are escaped: an article can't open a heading, a link or a tag.
struct ReportMarkdown {
  func render(_ page: Page) -> String {
    var out = "# \(Escaping.markdown(page.title))\n"
    for section in page.sections {
      let body = section.blocks.map(render).joined()
      if body.isEmpty, !section.blocks.isEmpty { continue }
      out += "\n" + String(repeating: "#", count: section.level) + " \(Escaping.markdown(section.title))\n\n" + body
    }
    return out
  }

  private func render(_ block: Page.Block) -> String {
    switch block {
    case .bottomLine(let sentences):
      return "> **Bottom line.** " + sentences.map(Escaping.markdown).joined(separator: " ") + "\n"
    case .quotation(let sentences): return "> " + sentences.map(Escaping.markdown).joined(separator: " ") + "\n"
    case .paragraph(let words): return line(words) + "\n"
    case .facts(let rows):
      return "| | |\n|---|---|\n" + rows.map { "| \(Escaping.markdown($0.label)) | \(line($0.value)) |\n" }.joined()
    case .table(let table):
      return "| " + table.header.map(Escaping.markdown).joined(separator: " | ") + " |\n"
        + "|" + String(repeating: "---|", count: table.header.count) + "\n"
        + table.rows.map { row in "| " + row.map(line).joined(separator: " | ") + " |\n" }.joined()
    case .fixes(let fixes, story: _): return fixes.map(render).joined()
    case .list(let items, let isOrdered):
      return items.enumerated().map { i, item in (isOrdered ? "\(i + 1). " : "- ") + line(item) + "\n" }.joined()
    case .drawing(_, let lines, let key, id: _, of: _):
      guard !lines.isEmpty else { return "Nothing to draw.\n" }
      // The fence is longer than any run of backticks in a name.
      let fence = String(repeating: "`", count: 3 + (lines.map(longestRun).max() ?? 0))
      return "\(fence)text\n" + (lines + [key]).map { Escaping.visible($0) + "\n" }.joined() + "\(fence)\n"
    case .story: return ""
    }
  }

  private func render(_ fix: Fix) -> String {
    func text(_ words: String) -> String { Escaping.markdown(words) }
    var out = "\(fix.number). **\(text(fix.check)) · \(fix.level.name) · \(fix.place)** \(text(fix.message))"
    out += "<br>\n   _Words:_ \(text(Words.quoted(fix.words, 200)))"
    for related in fix.related {
      out += "<br>\n   _See:_ \(text(related.message)): \(text(Words.quoted(related.words))) (\(related.place))"
    }
    if !fix.why.isEmpty { out += "<br>\n   _Why:_ \(text(fix.why))" }
    if let standard = fix.standard { out += "<br>\n   _Standard:_ \(text(standard))" }
    if let rewrite = fix.rewrite { out += "<br>\n   _Write:_ **\(text(rewrite))**" }
    return out + "\n"
  }

  private func line(_ run: [Inline]) -> String {
    run.map { part in
      let text = Escaping.markdown(part.text)
      // White space at an edge would keep the stars from being taken for emphasis.
      let lead = part.text.hasPrefix(" ") ? " " : ""
      switch part {
      case .strong: return lead + "**\(text)**"
      case .faint: return text.isEmpty ? "" : lead + "_\(text)_"
      case .words(let words): return Escaping.markdown(Words.quoted(words, 400))
      case .plain(let words): return lead + text + (words.count > 1 && words.hasSuffix(" ") ? " " : "")
      case .code, .link: return lead + text
      }
    }.joined()
  }

  private func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
