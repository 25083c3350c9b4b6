import Hearsay
import HearsayAudit
import HearsayReport

/// What had been found before somebody began to look: findings that are told, and don't count.
///
/// A line for each: the story's file name, the check, a fingerprint of check and words, and the words for people. Lines of the
/// story don't come into it, so a paragraph more or less changes nothing.
struct Baseline {
  private var entries: [String: Int] = [:]

  init() {}

  init(_ path: String) throws(Failure) {
    let bytes: [UInt8]
    do {
      bytes = try RuleFolder.read(path).first?.bytes ?? []
    } catch {
      throw Failure("\(error.path): \(error.what)", help: "`hearsay baseline STORY… -o FILE` writes one")
    }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard columns.count == 4 else {
        throw Failure(
          "\(path): `\(line.prefix(60))` is no line of a baseline", help: "write it anew with `hearsay baseline`")
      }
      entries["\(columns[0])\t\(columns[2])", default: 0] += 1
    }
  }

  /// Moves the findings that were there before out of the way.
  func apply(to audited: inout AuditedStory) {
    guard !entries.isEmpty else { return }
    let name = Baseline.name(audited)
    let keys = FindingKey.fingerprints(audited.findings, in: audited.story.document.text)
    var open: [Finding] = []
    for (finding, key) in zip(audited.findings, keys) {
      if entries["\(name)\t\(key)"] != nil {
        audited.accepted.append(
          AcceptedFinding(finding, how: .baseline, reason: "it was there when the baseline was written"))
      } else {
        open.append(finding)
      }
    }
    audited.findings = open
  }

  /// The file for some stories.
  static func text(_ stories: [AuditedStory]) -> String {
    var out = "# Findings that were there before; written by `hearsay baseline`. File, check, fingerprint, words.\n"
    for audited in stories {
      let text = audited.story.document.text
      for (finding, key) in zip(audited.findings, FindingKey.fingerprints(audited.findings, in: text)) {
        let words = FindingKey.normalized(text.string(finding.at)).prefix(80)
        out += "\(name(audited))\t\(finding.check)\t\(key)\t\(words)\n"
      }
    }
    return out
  }

  private static func name(_ audited: AuditedStory) -> String {
    let story = audited.story.document.story
    let path = story.path ?? story.id
    return String(path.split(separator: "/").last ?? "").replacing("\t", with: " ").replacing("\n", with: " ")
  }
}
