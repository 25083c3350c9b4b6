import HearsayDiagnostics

/// Names that two outlets claim: nobody could tell which one a text means.
extension Checker {
  mutating func checkOutlets() {
    var claims = ClaimTable()
    for (index, outlet) in set.outlets.enumerated() {
      for alias in outlet.aliases {
        guard let other = claims.claim(alias, by: index), other.outlet != index else { continue }
        let first = set.outlets[other.outlet]
        sink.report(
          .sharedAlias, "`\(alias.text)` is a name of two outlets", at: alias.location, "claimed by `\(outlet.id)`",
          secondary: [.init(other.alias.location, "claimed here by `\(first.id)`, which a text is taken to mean")],
          help: "leave it to the one that texts mean by it", severity: .warning)
      }
    }
  }
}

/// Aliases by a hash of their bytes in small letters; no string is made for the thousands that are claimed once.
private struct ClaimTable {
  private var first: [UInt64: (alias: OutletDefinition.Alias, outlet: Int)] = [:]

  /// Who has claimed the alias before, in whatever case; nobody: the claim is noted.
  mutating func claim(
    _ alias: OutletDefinition.Alias, by outlet: Int
  ) -> (alias: OutletDefinition.Alias, outlet: Int)? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in alias.text.utf8 { hash = (hash ^ UInt64(Self.folded(byte))) &* 0x100_0000_01b3 }
    guard let other = first[hash] else {
      first[hash] = (alias, outlet)
      return nil
    }
    let isSame = alias.text.utf8.lazy.map(Self.folded).elementsEqual(other.alias.text.utf8.lazy.map(Self.folded))
    return isSame ? other : nil
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte.isLetter ? byte | 0x20 : byte }
}
