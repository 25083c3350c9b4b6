import HearsayAttribution
import HearsayAudit
import HearsayRulebook
import HearsayRules
import HearsayStory
import HearsayText

/// A story made by hand: a text in which the pieces of attributions are marked, and what the analysis would have found.
///
/// Marks are `⟦key words⟧` and may stand inside each other. Keys: `1.source`, `1.cue`, `1.content` for attribution 1 (and
/// so on), a check with a rule (`VERB-01/verb-of-guilt`) for what a rule of the rulebook found, `caveat/ID` for a caveat
/// of the story, `quote` for a quotation that no attribution covers. A line that begins with `# ` is the headline.
struct Sketch {
  private let text: String
  private var blocks: [Block]
  private var marks: [(key: String, span: Span)] = []
  private var speakers: [Int: Speaker] = [:]
  private var kinds: [Int: AttributionKind] = [:]
  private var stances: [Int: String] = [:]
  private var relays: [Int: (names: [String], stated: Bool)] = [:]
  private var caveats: [Int: [AppliedCaveat]] = [:]
  private var nested: [Int: Int] = [:]
  private var opening: String?
  private var outlet: String?

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    var open: [(key: String, start: Int)] = []
    for line in marked.split(separator: "\n") {
      let isHeadline = line.hasPrefix("# ")
      let start = bytes.count
      var key: String?
      for character in isHeadline ? line.dropFirst(2) : line {
        if character == "⟦" {
          key = ""
        } else if let part = key {
          if character == " " {
            open.append((part, bytes.count))
            key = nil
          } else {
            key = part + String(character)
          }
        } else if character == "⟧" {
          if let last = open.popLast() { marks.append((last.key, Span(last.start, bytes.count))) }
        } else {
          bytes += Array(String(character).utf8)
        }
      }
      blocks.append(Block(isHeadline ? .headline : .paragraph, Span(start, bytes.count)))
      bytes.append(UInt8(ascii: "\n"))
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.blocks = blocks
    marks.sort { $0.span < $1.span }
  }

  // MARK: What the analysis found

  func speaker(
    _ ids: Int..., name: String, _ grade: Grade, kind: ActorKind = .person, count: CountRange = CountRange(1, 1),
    reason: Bool = false
  ) -> Sketch {
    var copy = self
    let first = marks.first { $0.key == "\(ids[0]).source" }?.span ?? Span(0, 0)
    let isAnonymous = (.anonymousWithAccess...Grade.collective).contains(grade)
    for id in ids {
      copy.speakers[id] = Speaker(
        id: ids[0], name: name, kind: kind, anonymous: isAnonymous, grade: grade, count: count,
        anonymityReason: reason ? AnonymityReason(span: first, reason: first, isRote: false) : nil, mention: first)
    }
    return copy
  }

  func kind(_ id: Int, _ kind: AttributionKind) -> Sketch {
    var copy = self
    copy.kinds[id] = kind
    return copy
  }

  func stance(_ id: Int, _ stance: String) -> Sketch {
    var copy = self
    copy.stances[id] = stance
    return copy
  }

  func via(_ id: Int, _ outlets: String..., stated: Bool = true) -> Sketch {
    var copy = self
    copy.relays[id] = (outlets, stated)
    return copy
  }

  func caveat(_ id: Int, _ caveat: String, _ certainty: Certainty = .certain) -> Sketch {
    var copy = self
    copy.caveats[id, default: []].append(
      AppliedCaveat(caveat: caveat, certainty: certainty, by: nil, cue: [], rule: "test"))
    return copy
  }

  func within(_ id: Int, _ outer: Int) -> Sketch {
    var copy = self
    copy.nested[id] = outer
    return copy
  }

  /// The outlet whose report the story opened with.
  func relay(_ outlet: String) -> Sketch {
    var copy = self
    copy.opening = outlet
    return copy
  }

  /// With a link somewhere in the text, as a page has it.
  func linking(to url: String) -> Sketch {
    var copy = self
    if !copy.blocks.isEmpty {
      let last = copy.blocks.count - 1
      let span = copy.blocks[last].span
      copy.blocks[last].links.append(BlockLink(Span(span.start, span.start + 1), url))
    }
    return copy
  }

  /// What a line is, where it is neither a paragraph nor the headline.
  func kind(ofLine line: Int, _ kind: BlockKind) -> Sketch {
    var copy = self
    copy.blocks[line].kind = kind
    return copy
  }

  func published(by outlet: String) -> Sketch {
    var copy = self
    copy.outlet = outlet
    return copy
  }

  // MARK: The story

  var story: AttributedStory {
    let source = Story(id: "sketch", text: SourceText(text), outlet: outlet, blocks: blocks)
    let document = Document(source, TestRules.rulebook)
    let ids = Set(marks.compactMap { Int($0.key.prefix { $0 != "." }) }).sorted()
    var attributed = AttributedStory(document: document)
    attributed.attributions = ids.enumerated().map { place, id in attribution(id, at: place, ids, document) }
    attributed.caveats = marks.filter { $0.key.hasPrefix("caveat/") }.map { mark in
      let covers = ids.filter { id in caveats[id]?.contains { mark.key.hasSuffix($0.caveat) } ?? false }
      return StoryCaveat(
        caveat: String(mark.key.dropFirst("caveat/".count)), cue: [mark.span], by: document.publisher?.name,
        covers: covers.compactMap { ids.firstIndex(of: $0) }, rule: "test")
    }
    attributed.ruleFindings = marks.compactMap { mark in
      let parts = mark.key.split(separator: "/")
      guard parts.count == 2, parts[0] != "caveat" else { return nil }
      return RuleFinding(check: String(parts[0]), at: mark.span, rewrite: nil, rule: String(parts[1]))
    }
    attributed.unattributedQuotations = spans("quote")
    attributed.relay = opening.map { name in
      Link(name: name, kind: .outlet, outlet: outletID(name))
    }
    return attributed
  }

  private func outletID(_ name: String) -> String? { TestRules.rulebook.outlets.first { $0.name == name }?.id }

  private func spans(_ key: String) -> [Span] { marks.filter { $0.key == key }.map(\.span) }

  private func attribution(_ id: Int, at place: Int, _ ids: [Int], _ document: Document) -> Attribution {
    let content = spans("\(id).content")
    let bytes = document.text.bytes
    let isQuoted = content.first.map { [UInt8(ascii: "\""), 0xE2].contains(bytes[$0.start]) } ?? false
    let headline = document.headline ?? Span(0, 0)
    let isHeadline = content.first.map { headline.contains($0) } ?? false
    var chain: [Link] = []
    if let speaker = speakers[id] {
      chain.append(Link(name: speaker.name, kind: speaker.kind, outlet: outletID(speaker.name)))
    }
    for name in relays[id]?.names ?? [] where chain.last?.name != name {
      chain.append(Link(name: name, kind: .outlet, outlet: outletID(name), stated: relays[id]?.stated ?? true))
    }
    if let publisher = document.publisher {
      chain.append(Link(name: publisher.name, kind: .outlet, outlet: publisher.id))
    }
    return Attribution(
      id: place, kind: kinds[id] ?? (isHeadline ? .headline : isQuoted ? .direct : .indirect), content: content,
      cue: spans("\(id).cue"), source: spans("\(id).source"), speaker: speakers[id], stance: stances[id] ?? "neutral",
      within: nested[id].flatMap { ids.firstIndex(of: $0) }, chain: chain, caveats: caveats[id] ?? [], rule: "test",
      block: blocks.firstIndex { block in content.contains { block.span.contains($0) } } ?? 0)
  }

  /// What the audit finds in it.
  var findings: [Finding] { Auditor(TestRules.rulebook).audit(story).findings }

  /// The findings of one check.
  func findings(_ check: String) -> [Finding] { findings.filter { $0.check == check } }

  /// The words that the findings of a check stand on.
  func words(_ check: String) -> [String] {
    findings(check).map { story.document.text.string($0.at) }
  }
}
