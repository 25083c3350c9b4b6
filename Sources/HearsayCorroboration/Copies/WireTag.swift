import HearsayRules
import HearsayStory
import HearsayText

/// What a story says of an agency's part in it.
///
/// A byline, a dateline or a credit line that is an agency's makes the whole story its text, in whichever paper it stands.
/// "AFP contributed to this report" makes some of it so, and nobody can tell what. "Told Reuters" is a citation and no tag.
public struct WireTag: Hashable, Sendable {
  public enum Place: String, Sendable { case byline, dateline, credit }

  /// The agency's place in `Rulebook.outlets`.
  public var agency: Int
  public var extent: SharedText.Extent
  public var place: Place
  /// The agency's name where it stands; nil for a byline that isn't in the text.
  public var at: Span?
}

/// Finds the tags of agencies; what counts as one is said in the lexicon `wire-credit` and by the outlets' kinds.
public struct WireTagFinder: Sendable {
  /// A line of more words above the story is no byline.
  private static let longestByline = 24

  private let rulebook: Rulebook
  private let part: Predicate?
  private let whole: Predicate?
  private let joint: Predicate?

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    part = rulebook.predicate("wire-credit", "part")
    whole = rulebook.predicate("wire-credit", "whole")
    joint = rulebook.predicate("wire-credit", "joint")
  }

  /// One tag for each agency, in the order of their ids; the strongest where there are several.
  public func tags(of document: Document) -> [WireTag] {
    var tags = stated(document)
    for (block, tokens) in zip(document.blocks, document.blockTokens)
    where block.kind != .headline && block.kind != .caption {
      tags += self.tags(document, block, tokens)
    }
    var best: [Int: WireTag] = [:]
    for tag in tags {
      // The whole beats a part; of two alike the first stays.
      if let known = best[tag.agency], known.extent == .derived || tag.extent == .partial { continue }
      best[tag.agency] = tag
    }
    return best.values.sorted { rulebook.outlets[$0.agency].id < rulebook.outlets[$1.agency].id }
  }

  /// Bylines that the input gave apart from the text.
  private func stated(_ document: Document) -> [WireTag] {
    document.story.byline.compactMap { line in
      let folded = line.lowercased()
      let agency = rulebook.outlets.firstIndex { outlet in
        outlet.kind == "wire"
          && (outlet.name.lowercased() == folded || outlet.aliases.contains { $0.text.lowercased() == folded })
      }
      return agency.map { WireTag(agency: $0, extent: .derived, place: .byline) }
    }
  }

  private func tags(_ document: Document, _ block: Block, _ tokens: Range<Int>) -> [WireTag] {
    let scanned = document.scanned
    let agencies = tokens.flatMap { i in
      scanned.hits(startingAt: i).compactMap { hit -> (agency: Int, range: Range<Int>)? in
        guard let outlet = hit.outlet, rulebook.outlets[outlet].kind == "wire" else { return nil }
        return (outlet, hit.range)
      }
    }
    if agencies.isEmpty { return [] }
    return agencies.compactMap { agency, range in
      let span = scanned.tokens.span(range)
      func tag(_ extent: SharedText.Extent, _ place: WireTag.Place) -> WireTag {
        WireTag(agency: agency, extent: extent, place: place, at: span)
      }
      if block.kind == .dateline || document.dateline?.contains(span) == true { return tag(.derived, .dateline) }
      if opensStory(range, tokens, document) { return tag(.derived, .dateline) }
      let sentence = sentence(document, round: range.lowerBound) ?? tokens
      if has(sentence, part, scanned) { return tag(.partial, .credit) }
      if block.kind == .byline, tokens.count <= WireTagFinder.longestByline {
        return tag(has(tokens, joint, scanned) ? .partial : .derived, .byline)
      }
      // A sentence of the story may well say that an agency first published something; a line of the page is about the page.
      let isLine = !block.kind.isBody || tokens.count <= WireTagFinder.longestByline
      return isLine && has(tokens, whole, scanned) ? tag(.derived, .credit) : nil
    }
  }

  /// Alone in brackets or between strokes before the text begins, where no dateline was read: "HALDEN, Oct 3 (Reuters) -",
  /// "MOSCOW, May 3. /TASS/".
  private func opensStory(_ range: Range<Int>, _ block: Range<Int>, _ document: Document) -> Bool {
    guard range.lowerBound > block.lowerBound, range.lowerBound < block.lowerBound + 14,
      range.upperBound < block.upperBound
    else { return false }
    let first = zip(document.blocks, document.blockTokens).lazy.filter { $0.0.kind.isBody }.prefix(3)
    guard first.contains(where: { $0.1.lowerBound == block.lowerBound }) else { return false }
    let scanned = document.scanned
    func byte(_ i: Int) -> UInt8 { scanned.text.bytes[Int(scanned.tokens.start[i])] }
    let (before, behind) = (byte(range.lowerBound - 1), byte(range.upperBound))
    return before == 0x28 && behind == 0x29 || before == 0x2F && behind == 0x2F
  }

  private func sentence(_ document: Document, round token: Int) -> Range<Int>? {
    let outer = document.sentences.outer
    var low = 0
    var high = outer.count
    while low < high {
      let middle = (low + high) / 2
      if outer[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < outer.count && outer[low].tokens.contains(token) ? outer[low].tokens : nil
  }

  private func has(_ range: Range<Int>, _ predicate: Predicate?, _ scanned: ScannedText) -> Bool {
    guard let predicate else { return false }
    return range.contains { i in
      scanned.has(i, predicate)
        || scanned.hits(startingAt: i).contains { $0.end <= range.upperBound && scanned.has($0, predicate) }
    }
  }
}
