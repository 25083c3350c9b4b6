import HearsayAudit

/// Prints a page for a terminal: 80 columns, tables as records, nothing that could move the cursor.
struct ReportText {
  func write(_ page: Page, to paper: inout TerminalWriter) {
    paper.line(page.title, .strong)
    for section in page.sections where !isForScreensOnly(section) {
      paper.newline()
      if section.level == 2 {
        paper.line(section.title, .strong)
        paper.line(String(repeating: "═", count: min(columns(section.title), TerminalWriter.width)), .faint)
      } else {
        paper.line("── " + section.title, .strong)
      }
      for block in section.blocks { write(block, to: &paper) }
    }
  }

  private func isForScreensOnly(_ section: Page.Section) -> Bool {
    section.blocks.allSatisfy { if case .story = $0 { true } else { false } } && !section.blocks.isEmpty
  }

  private func write(_ block: Page.Block, to paper: inout TerminalWriter) {
    switch block {
    case .bottomLine(let sentences), .quotation(let sentences):
      paragraph([.plain(sentences.joined(separator: " "))], indent: 2, to: &paper)
    case .paragraph(let words): paragraph(words, indent: 0, to: &paper)
    case .facts(let rows):
      let column = min((rows.map { columns($0.label) }.max() ?? 0) + 4, 30)
      for row in rows {
        paper.spaces(2)
        paper.write(row.label, .faint)
        paper.spaces(max(column - 2 - columns(row.label), 1))
        paper.wrapped(plain(row.value), indent: column)
        paper.newline()
      }
    case .table(let table): records(table, to: &paper)
    case .fixes(let fixes, story: _): for fix in fixes { write(fix, to: &paper) }
    case .list(let items, let isOrdered):
      for (i, item) in items.enumerated() {
        let mark = isOrdered ? "\(i + 1). " : "- "
        paper.spaces(2)
        paper.write(mark)
        paper.wrapped(plain(item), indent: 2 + mark.count)
        paper.newline()
      }
    case .drawing(_, let lines, let key, id: _, of: _):
      for line in lines {
        paper.spaces(2)
        paper.line(line)
      }
      if !lines.isEmpty { paper.line("  " + key, .faint) }
    case .story: break
    }
  }

  private func write(_ fix: Fix, to paper: inout TerminalWriter) {
    let indent = 4
    let number = "\(fix.number)."
    paper.write(number)
    paper.spaces(max(indent - number.count, 1))
    paper.write(fix.level.name, fix.level.ink)
    paper.write(" ")
    paper.write(fix.check, .strong)
    paper.write(" \(fix.place) ", .place)
    let used = indent + fix.level.name.count + fix.check.count + fix.place.count + 3
    paper.wrapped(fix.message, indent: indent, column: used)
    paper.newline()
    field("words", Words.quoted(fix.words, 150), to: &paper)
    for related in fix.related {
      field("see", "\(related.message): \(Words.quoted(related.words)) (\(related.place))", to: &paper)
    }
    field("why", fix.why, to: &paper)
    if let standard = fix.standard { field("standard", standard, to: &paper) }
    if let rewrite = fix.rewrite { field("write", rewrite, to: &paper) }
    paper.newline()
  }

  private func field(_ name: String, _ value: String, to paper: inout TerminalWriter) {
    guard !value.isEmpty else { return }
    paper.spaces(4)
    paper.write(name, .faint)
    paper.spaces(max(10 - columns(name), 1))
    paper.wrapped(value, indent: 14)
    paper.newline()
  }

  private func records(_ table: Page.Table, to paper: inout TerminalWriter) {
    // One word names a column where that tells the columns apart; the names of stories stay whole.
    let names = table.header.map { name in
      name.split(whereSeparator: { " ,(".contains($0) }).first.map(String.init) ?? name
    }
    let areLabels = table.header.dropFirst(table.headingColumns).allSatisfy { $0.first?.isUppercase == false }
    let areShort = areLabels && Set(names).count == names.count
    for row in table.rows {
      let heading = row.prefix(table.headingColumns).map(plain).joined(separator: "  ")
      paper.wrapped(heading, indent: 2, column: 0, .strong)
      paper.newline()
      for (i, cell) in row.enumerated().dropFirst(table.headingColumns) {
        let words = plain(cell)
        guard words != "—", !words.isEmpty else { continue }
        if areShort {
          field(names[i], words, to: &paper)
        } else {
          paper.spaces(4)
          paper.write("- ")
          paper.wrapped("\(table.header[i]): \(words)", indent: 6)
          paper.newline()
        }
      }
    }
  }

  private func paragraph(_ words: [Inline], indent: Int, to paper: inout TerminalWriter) {
    paper.spaces(indent)
    paper.wrapped(plain(words), indent: indent)
    paper.newline()
  }

  private func plain(_ run: [Inline]) -> String {
    run.map { if case .words(let words) = $0 { Words.quoted(words, 400) } else { $0.text } }.joined()
  }
}
