import HearsayAudit
import HearsayText

/// FNV-1a in 64 bits: the same on every machine and in every run, which Swift's own hashes are not.
///
/// For identifiers that people compare, not against anybody who wants a collision.
public enum StableHash {
  public static func hexadecimal(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: max(16 - digits.count, 0)) + digits
  }
}

/// What makes a finding the same finding after an edit elsewhere in the story: its check and the words it stands on.
///
/// Lines move when a paragraph is added; the words don't. Case, quotation marks and white space are left out.
public enum FindingKey {
  public static func normalized(_ words: String) -> String {
    var result = ""
    var gap = false
    for scalar in words.lowercased().unicodeScalars {
      switch scalar {
      case "“", "”", "\"", "„", "«", "»", "‘", "’", "'", "`": continue
      case _ where scalar.properties.isWhitespace: gap = !result.isEmpty
      default:
        if gap { result += " " }
        gap = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// 16 hexadecimal digits.
  public static func fingerprint(check: String, words: String) -> String {
    StableHash.hexadecimal(check + "\u{0}" + normalized(words))
  }

  /// The fingerprints of a story's findings in their order; the second of two that are alike gets a number behind it.
  public static func fingerprints(_ findings: [Finding], in text: SourceText) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let key = fingerprint(check: finding.check, words: text.string(finding.at))
      let count = seen[key, default: 0]
      seen[key] = count + 1
      return count == 0 ? key : "\(key)-\(count + 1)"
    }
  }
}
