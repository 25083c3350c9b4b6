import HearsayDiagnostics

/// Names that two outlets claim: nobody could tell which one a text means.
extension Checker {
  mutating func checkOutlets() {
    var claims = ClaimTable()
    for (index, outlet) in set.outlets.enumerated() {
      for (place, alias) in outlet.aliases.enumerated() {
        guard let other = claims.claim(alias.text, by: .init(outlet: index, alias: place), in: set.outlets),
          other.outlet != index
        else { continue }
        let first = set.outlets[other.outlet]
        sink.report(
          .sharedAlias, "`\(alias.text)` is a name of two outlets", at: alias.location, "claimed by `\(outlet.id)`",
          secondary: [
            .init(
              first.aliases[other.alias].location, "claimed here by `\(first.id)`, which a text is taken to mean")
          ],
          help: "leave it to the one that texts mean by it", severity: .warning)
      }
    }
  }
}

/// Aliases by a hash of their bytes in small letters; no string is made for the thousands that are claimed once.
private struct ClaimTable {
  struct Claim {
    var outlet: Int
    var alias: Int
  }

  private var first: [UInt64: Claim] = [:]

  /// Who has claimed the alias before, in whatever case; nobody: the claim is noted.
  mutating func claim(_ alias: String, by claim: Claim, in outlets: [OutletDefinition]) -> Claim? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in alias.utf8 { hash = (hash ^ UInt64(Self.folded(byte))) &* 0x100_0000_01b3 }
    guard let other = first[hash] else {
      first[hash] = claim
      return nil
    }
    let text = outlets[other.outlet].aliases[other.alias].text
    return alias.utf8.lazy.map(Self.folded).elementsEqual(text.utf8.lazy.map(Self.folded)) ? other : nil
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte.isLetter ? byte | 0x20 : byte }
}
