import HearsayAttribution
import HearsayStory
import HearsayText

/// The two lines that open a story in every text output: what it is, and what its sourcing looks like at a glance.
///
///     harbour.txt  The Harbour Ledger · relay of The Quay Times
///       13 attributions · 2 named · 4 anonymous speakers · not verified, says line 17
struct StoryHeading {
  let story: AttributedStory

  func write(to paper: inout TerminalWriter, lines: LineIndex) {
    paper.write(story.name, .strong)
    var about: [String] = []
    if let publisher = story.document.publisher {
      about.append(publisher.how == .inferred ? "\(publisher.name) (inferred)" : publisher.name)
    } else {
      about.append("outlet unknown")
    }
    if let day = story.document.published { about.append(day) }
    if let relay = story.relay { about.append("relay of \(relay.called)") }
    let cited = citedOutlets
    if !cited.isEmpty {
      let more = cited.count > 3 ? " and \(cited.count - 3) more" : ""
      about.append("cites " + cited.prefix(3).joined(separator: ", ") + more)
    }
    paper.write("  ")
    paper.line(about.joined(separator: " · "))

    paper.spaces(2)
    paper.wrapped(glance(lines).joined(separator: " · "), indent: 2)
    paper.newline()
    for note in story.document.story.notes + story.notes {
      paper.spaces(2)
      paper.write("note: ", .note)
      paper.wrapped(note, indent: 8)
      paper.newline()
    }
  }

  private func glance(_ lines: LineIndex) -> [String] {
    var named = Set<Int>()
    var anonymous = Set<Int>()
    for case let speaker? in story.attributions.map(\.speaker) {
      if speaker.anonymous {
        anonymous.insert(speaker.id)
      } else if speaker.grade == .named {
        named.insert(speaker.id)
      }
    }
    var parts = [
      counted(story.attributions.count, "attribution"), "\(named.count) named",
      "\(counted(anonymous.count, "anonymous speaker"))",
    ]
    for caveat in story.caveats.prefix(2) {
      guard let cue = caveat.cue.first else { continue }
      parts.append("\(caveat.caveat) at \(lines.place(cue))")
    }
    return parts
  }

  /// The outlets that stand between a source and the publisher, in the order in which they come up.
  private var citedOutlets: [String] {
    var names: [String] = []
    let publisher = story.document.publisher
    for attribution in story.attributions {
      for link in attribution.chain.dropLast() where link.kind == .outlet {
        if let publisher, link.outlet == publisher.id || link.name == publisher.name { continue }
        if let relay = story.relay, link.name == relay.name { continue }
        if !names.contains(link.called) { names.append(link.called) }
      }
    }
    return names
  }
}

extension AttributedStory {
  /// What the user called it.
  var name: String { document.story.path ?? document.story.id }
}

extension LineIndex {
  /// `line:column` of the first byte.
  func place(_ span: Span) -> String {
    let at = position(ofByte: span.start)
    return "\(at.line):\(at.column)"
  }
}
