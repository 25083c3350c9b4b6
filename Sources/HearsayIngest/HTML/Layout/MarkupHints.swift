import HearsayRules

/// What the names that a page gives to one of its elements say of it: one bit for each class of the lexicon `markup`.
struct MarkupHints: OptionSet, Sendable {
  var rawValue: UInt32

  static let body = MarkupHints(0), headline = MarkupHints(1), summary = MarkupHints(2), byline = MarkupHints(3)
  static let authorBox = MarkupHints(4), date = MarkupHints(5), caption = MarkupHints(6), figure = MarkupHints(7)
  static let gallery = MarkupHints(8), quote = MarkupHints(9), comment = MarkupHints(10), related = MarkupHints(11)
  static let share = MarkupHints(12), promo = MarkupHints(13), ad = MarkupHints(14), menu = MarkupHints(15)
  static let sidebar = MarkupHints(16), legal = MarkupHints(17), tags = MarkupHints(18), account = MarkupHints(19)
  static let notice = MarkupHints(20), player = MarkupHints(21), embed = MarkupHints(22), infoBox = MarkupHints(23)
  static let keyPoints = MarkupHints(24), paywall = MarkupHints(25), live = MarkupHints(26), hidden = MarkupHints(27)

  /// The classes in the order of their bits.
  static let classes = [
    "body", "headline", "summary", "byline", "author-box", "date", "caption", "figure", "gallery", "quote", "comment",
    "related", "share", "promo", "ad", "menu", "sidebar", "legal", "tags", "account", "notice", "player", "embed",
    "info-box", "key-points", "paywall", "live", "hidden",
  ]

  /// Parts of a page that are not its story.
  static let furniture: MarkupHints = [
    .authorBox, .comment, .related, .share, .promo, .ad, .menu, .sidebar, .legal, .tags, .account, .notice, .player,
    .embed, .hidden,
  ]

  private init(_ bit: UInt32) { rawValue = 1 << bit }
  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Looks the words of class and id attributes up.
///
/// A page has some thousand of them, so that nothing here makes a String: words are hashed where they stand.
struct MarkupHintTable: Sendable {
  private var slots: [(hash: UInt64, hints: UInt32)]
  private let mask: Int

  init(_ rulebook: Rulebook?) {
    var found: [UInt64: UInt32] = [:]
    for (bit, name) in MarkupHints.classes.enumerated() {
      for phrase in rulebook?.words("markup", name) ?? [] {
        let words = phrase.lowercased().split(separator: " ")
        // Two words also stand for the two written as one.
        for written in [words.joined(separator: " "), words.joined()] {
          found[NameHash.of(written), default: 0] |= 1 << UInt32(bit)
        }
      }
    }
    var size = 16
    while size < found.count * 4 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: (0, 0), count: size)
    // The order in which slots are filled changes nothing that can be looked up.
    for (hash, hints) in found {
      var i = Int(truncatingIfNeeded: hash) & mask
      while slots[i].hash != 0 { i = (i + 1) & mask }
      slots[i] = (hash, hints)
    }
  }

  @inline(__always)
  private func find(_ hash: UInt64) -> UInt32 {
    slots.withUnsafeBufferPointer { slots in
      var i = Int(truncatingIfNeeded: hash) & mask
      while slots[i].hash != 0 {
        if slots[i].hash == hash { return slots[i].hints }
        i = (i + 1) & mask
      }
      return 0
    }
  }

  /// All hints in a value: each word, and each two words that follow each other.
  func hints(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MarkupHints {
    var bits: UInt32 = 0
    var word = NameHash.empty
    var pair = NameHash.empty
    var isInWord = false
    var hasPrevious = false
    var wasSmall = false
    // Values of thousands of words come from generators of styles and name nothing.
    for i in range.prefix(1024) {
      let byte = bytes[i]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLetter = isCapital || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x80
      if !isLetter || isCapital && wasSmall {
        if isInWord { finish(&word, &pair, &hasPrevious, &bits) }
        isInWord = false
        // A space between class names ends what two words can say together.
        if byte == 0x20 { hasPrevious = false }
      }
      wasSmall = isLetter && !isCapital
      if isLetter {
        isInWord = true
        let small = isCapital ? byte | 0x20 : byte
        word = NameHash.add(small, to: word)
        if hasPrevious { pair = NameHash.add(small, to: pair) }
      }
    }
    if isInWord { finish(&word, &pair, &hasPrevious, &bits) }
    return MarkupHints(rawValue: bits)
  }

  @inline(__always)
  private func finish(_ word: inout UInt64, _ pair: inout UInt64, _ hasPrevious: inout Bool, _ bits: inout UInt32) {
    bits |= find(word)
    if hasPrevious { bits |= find(pair) }
    // The pair of this word and the next one begins as this word does.
    pair = NameHash.add(0x20, to: word)
    hasPrevious = true
    word = NameHash.empty
  }
}
