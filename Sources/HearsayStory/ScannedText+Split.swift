import HearsayRules
import HearsayText

extension ScannedText {
  /// Ends a sentence before a token and begins one with it.
  mutating func splitSentence(before token: Int) {
    guard token < tokens.count else { return }
    if let place = sentences.outer.firstIndex(where: { $0.tokens.lowerBound < token && token < $0.tokens.upperBound }) {
      var first = sentences.outer[place]
      var second = first
      first.tokens = first.tokens.lowerBound..<token
      second.tokens = token..<second.tokens.upperBound
      // The inner sentence that holds the token is cut as well; those behind it move up by one.
      var middle = first.inner.lowerBound
      while middle < first.inner.upperBound, sentences.inner[middle].upperBound <= token { middle += 1 }
      var added = 0
      if middle < first.inner.upperBound, sentences.inner[middle].lowerBound < token {
        let whole = sentences.inner[middle]
        sentences.inner[middle] = whole.lowerBound..<token
        sentences.inner.insert(token..<whole.upperBound, at: middle + 1)
        middle += 1
        added = 1
      }
      second.inner = middle..<second.inner.upperBound + added
      first.inner = first.inner.lowerBound..<middle
      for later in sentences.outer.indices.dropFirst(place + 1) {
        let inner = sentences.outer[later].inner
        sentences.outer[later].inner = inner.lowerBound + added..<inner.upperBound + added
      }
      sentences.outer[place] = first
      sentences.outer.insert(second, at: place + 1)
    }
    tokens.flags[token].insert(.sentenceStart)
    if tokens.kind[token] == .quotationMark, token + 1 < tokens.count { tokens.flags[token + 1].insert(.sentenceStart) }
  }
}
