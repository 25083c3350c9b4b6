import HearsayAttribution
import HearsayCorroboration
import HearsayText

/// What stories share word for word.
enum CopyChecks {
  /// COR-02: a text that is here already. On the later story, where days are known, else on the one that was named later.
  static func duplicates(_ galleys: DossierGalley) -> [DossierRemark] {
    var known = Set<Int>()
    return galleys.dossier.sharedTexts.compactMap { shared in
      guard shared.extent == .derived else { return nil }
      let (first, copy) = inTime(shared, galleys) ?? (shared.a, shared.b)
      guard known.insert(copy).inserted, let at = galleys.opening(copy), let there = galleys.opening(first) else {
        return nil
      }
      return DossierRemark(
        story: copy,
        remark: Remark(
          message: "the same text as \(galleys.name(first)): a copy adds no source", at: at,
          elsewhere: [galleys.elsewhere("the text", first, there)]))
    }
  }

  /// CHAIN-01: passages of another outlet's earlier story, in one that nowhere names that outlet.
  ///
  /// Not where both print one agency's text, or are one owner's; and not where the texts don't tell which came first.
  static func uncredited(_ galleys: DossierGalley) -> [DossierRemark] {
    galleys.dossier.sharedTexts.compactMap { shared in
      guard let (first, later) = inTime(shared, galleys) else { return nil }
      let (a, b) = (galleys.galleys[first], galleys.galleys[later])
      guard let owner = a.story.document.publisher, let other = b.story.document.publisher, owner.id != other.id,
        !isOneHouse(owner.outlet, other.outlet, galleys), !isAgencys(a, b, galleys), !names(owner.id, owner.name, b),
        wordsShared(shared, a) >= fewestWords,
        let match = shared.matches.max(by: { $0.a.count < $1.a.count })
      else { return nil }
      let (here, there) = first == shared.a ? (match.b, match.a) : (match.a, match.b)
      return DossierRemark(
        story: later,
        remark: Remark(
          message: "these words stood in \(owner.name) first, and the story doesn't name it", at: here,
          elsewhere: [galleys.elsewhere("there", first, there)], rewrite: "\(owner.name) reported …"))
    }
  }

  /// Shorter passages may be a statement that both were sent.
  private static let fewestWords = 40

  private static func wordsShared(_ shared: SharedText, _ galley: Galley) -> Int {
    shared.matches.reduce(0) { sum, match in
      sum + galley.tokens(match.a).count { galley.scanned.tokens.kind[$0] == .word }
    }
  }

  /// The earlier and the later of two stories; nil where days are missing or the same.
  private static func inTime(_ shared: SharedText, _ galleys: DossierGalley) -> (first: Int, later: Int)? {
    guard let a = galleys.dossier.stories[shared.a].document.published,
      let b = galleys.dossier.stories[shared.b].document.published, a != b
    else { return nil }
    return a < b ? (shared.a, shared.b) : (shared.b, shared.a)
  }

  private static func isOneHouse(_ a: Int?, _ b: Int?, _ galleys: DossierGalley) -> Bool {
    guard let a, let b, let owner = galleys.rulebook.outlets[a].owner else { return false }
    return owner == galleys.rulebook.outlets[b].owner
  }

  private static func isAgencys(_ a: Galley, _ b: Galley, _ galleys: DossierGalley) -> Bool {
    let finder = WireTagFinder(galleys.rulebook)
    return [a, b].contains { finder.tags(of: $0.story.document).contains { $0.extent == .derived } }
  }

  private static func names(_ id: String, _ name: String, _ galley: Galley) -> Bool {
    galley.statements.contains { galley.relays($0).contains { $0.outlet == id || $0.name == name } }
      || (0..<galley.scanned.tokens.count).contains { i in
        galley.scanned.hits(startingAt: i).contains { hit in
          hit.outlet.map { galley.rulebook.outlets[$0].id == id } ?? false
        }
      }
  }
}
