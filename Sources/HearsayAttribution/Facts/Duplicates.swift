/// Drops attributions of the very same words to the same source.
///
/// Rules for sentences and rules for blocks can find one statement twice ("Roth told the radio in a letter: “No.”"): the
/// one that says more of how the words came stays.
struct Duplicates: Sendable {
  func drop(from drafts: inout [Draft]) {
    var remove = Set<Int>()
    for i in drafts.indices where !drafts[i].content.isEmpty {
      for j in drafts.indices
      where j > i && drafts[j].content == drafts[i].content && drafts[j].block == drafts[i].block {
        guard isSame(drafts[i].source, drafts[j].source) else { continue }
        remove.insert(says(drafts[j]) > says(drafts[i]) ? i : j)
      }
    }
    guard !remove.isEmpty else { return }
    drafts = drafts.indices.filter { !remove.contains($0) }.map { drafts[$0] }
  }

  private func isSame(_ a: Range<Int>?, _ b: Range<Int>?) -> Bool {
    guard let a, let b else { return a == b }
    return a.overlaps(b)
  }

  /// How much a draft says of the way of its words.
  private func says(_ d: Draft) -> Int { (d.via == nil ? 0 : 4) + (d.isSpeech ? 2 : 0) + (d.cue.count > 1 ? 1 : 0) }
}
