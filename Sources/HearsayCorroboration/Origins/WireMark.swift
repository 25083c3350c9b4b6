import HearsayRules
import HearsayStory
import HearsayText

/// Tells whether a whole story is an agency's text, by the mark that agencies set.
///
/// A dateline ("KYIV (AP) —", "(Bloomberg) --") or a byline that is the agency itself marks all of it. "Told Reuters" is a
/// citation, and "contributed to this report" leaves open how much.
enum WireMark {
  /// The agency's id; nil for a text of the publisher's own.
  static func agency(of document: Document, _ rulebook: Rulebook) -> String? {
    for line in document.byline {
      let words = NewsroomNames.words(line)
      if let outlet = rulebook.outlets.first(where: { $0.kind == "wire" && NewsroomNames.words($0.name) == words }) {
        return outlet.id
      }
    }
    let scanned = document.scanned
    // The first lines of the body: an outlet alone in brackets, before the text begins.
    var seen = 0
    for (b, block) in document.blocks.enumerated() where block.kind.isBody || block.kind == .dateline {
      let tokens = document.blockTokens[b]
      for i in tokens.prefix(14) {
        for hit in scanned.hits(startingAt: i) {
          guard let place = hit.outlet, hit.end < tokens.upperBound, i > tokens.lowerBound - 1 else { continue }
          let open = i > tokens.lowerBound ? byte(i - 1, scanned) : 0
          if open == 0x28, byte(hit.end, scanned) == 0x29 { return rulebook.outlets[place].id }
        }
      }
      seen += 1
      if seen >= 3 { break }
    }
    return nil
  }

  private static func byte(_ i: Int, _ scanned: ScannedText) -> UInt8 {
    scanned.text.bytes[Int(scanned.tokens.start[i])]
  }
}
