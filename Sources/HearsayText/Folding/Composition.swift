/// Canonical composition (NFC) of a short run of UTF-8: decompose, order the marks, compose.
///
/// It covers every primary composite of the Basic Multilingual Plane and Hangul. Characters whose canonical form is a single
/// other one (compatibility ideographs, mostly) are left as they are: no news text is keyed on them.
enum Composition {
  private static let hangulBase: UInt32 = 0xAC00
  private static let leadBase: UInt32 = 0x1100
  private static let vowelBase: UInt32 = 0x1161
  private static let tailBase: UInt32 = 0x11A7
  private static let vowels: UInt32 = 21
  private static let tails: UInt32 = 28

  /// Both directions of `CompositionTable`, made once.
  private static let tables: (composites: [UInt32: UInt32], parts: [UInt32: (UInt32, UInt32)]) = {
    var composites: [UInt32: UInt32] = [:]
    var parts: [UInt32: (UInt32, UInt32)] = [:]
    let t = CompositionTable.triplets
    composites.reserveCapacity(t.count / 3)
    parts.reserveCapacity(t.count / 3)
    for k in stride(from: 0, to: t.count - 2, by: 3) {
      let (base, mark, composite) = (UInt32(t[k]), UInt32(t[k + 1]), UInt32(t[k + 2]))
      composites[base << 16 | mark] = composite
      parts[composite] = (base, mark)
    }
    return (composites, parts)
  }()

  /// Composes the bytes behind `begin` in place.
  static func compose(_ bytes: inout [UInt8], from begin: Int) {
    var scalars: [UInt32] = []
    bytes.withUnsafeBufferPointer { p in
      var i = begin
      while i < p.count {
        let (scalar, length) = ScalarReader.scalar(in: p, at: i)
        decompose(scalar, into: &scalars)
        i += length
      }
    }
    orderMarks(&scalars)
    bytes.removeSubrange(begin...)
    for scalar in composed(scalars) { Folding.append(scalar, to: &bytes) }
  }

  private static func decompose(_ scalar: UInt32, into scalars: inout [UInt32]) {
    if scalar >= hangulBase, scalar < hangulBase + 11172 {
      let index = scalar - hangulBase
      scalars.append(leadBase + index / (vowels * tails))
      scalars.append(vowelBase + index % (vowels * tails) / tails)
      if index % tails != 0 { scalars.append(tailBase + index % tails) }
      return
    }
    // A composite has a composite base at most a few levels deep; its marks come off from the outside.
    var base = scalar
    let begin = scalars.count
    while let (inner, mark) = tables.parts[base] {
      scalars.insert(mark, at: begin)
      base = inner
    }
    scalars.insert(base, at: begin)
  }

  private static func combiningClass(_ scalar: UInt32) -> UInt8 {
    guard scalar >= 0x0300, let unicode = Unicode.Scalar(scalar) else { return 0 }
    return unicode.properties.canonicalCombiningClass.rawValue
  }

  /// Sorts each run of marks by its class and keeps the order of equals. Runs are sorted, not bubbled: a text may hold a
  /// run of any length.
  private static func orderMarks(_ scalars: inout [UInt32]) {
    var i = 0
    while i < scalars.count {
      guard combiningClass(scalars[i]) != 0 else {
        i += 1
        continue
      }
      var end = i
      while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
      let sorted = scalars[i..<end].enumerated().sorted {
        let (a, b) = (combiningClass($0.element), combiningClass($1.element))
        return a != b ? a < b : $0.offset < $1.offset
      }
      scalars.replaceSubrange(i..<end, with: sorted.map(\.element))
      i = end
    }
  }

  private static func composed(_ scalars: [UInt32]) -> [UInt32] {
    var out: [UInt32] = []
    out.reserveCapacity(scalars.count)
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      let own = combiningClass(scalar)
      if let at = starter {
        // A mark is blocked by one of the same or a higher class between it and its starter.
        let adjacent = at == out.count - 1
        if adjacent || (lastClass != 0 && lastClass < own), let one = pair(out[at], scalar) {
          out[at] = one
          continue
        }
      }
      if own == 0 { starter = out.count }
      lastClass = own
      out.append(scalar)
    }
    return out
  }

  private static func pair(_ a: UInt32, _ b: UInt32) -> UInt32? {
    if a >= leadBase, a < leadBase + 19, b >= vowelBase, b < vowelBase + vowels {
      return hangulBase + ((a - leadBase) * vowels + (b - vowelBase)) * tails
    }
    if a >= hangulBase, a < hangulBase + 11172, (a - hangulBase) % tails == 0, b > tailBase, b < tailBase + tails {
      return a + (b - tailBase)
    }
    guard a < 0x10000, b < 0x10000 else { return nil }
    return tables.composites[a << 16 | b]
  }
}
