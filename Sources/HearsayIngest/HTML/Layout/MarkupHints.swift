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
  /// What follows in the same name is told of the element, and no name of it: `section--with-image`.
  static let modifier = MarkupHints(28)
  /// A window that asks for consent to cookies: it may well be longer than a short story.
  static let consent = MarkupHints(29)

  /// The classes in the order of their bits.
  static let classes = [
    "body", "headline", "summary", "byline", "author-box", "date", "caption", "figure", "gallery", "quote", "comment",
    "related", "share", "promo", "ad", "menu", "sidebar", "legal", "tags", "account", "notice", "player", "embed",
    "info-box", "key-points", "paywall", "live", "hidden", "modifier", "consent",
  ]

  /// Parts of a page that are not its story.
  static let furniture: MarkupHints = [
    .authorBox, .comment, .related, .share, .promo, .ad, .menu, .sidebar, .legal, .tags, .account, .notice, .player,
    .embed, .hidden, .consent,
  ]

  private init(_ bit: UInt32) { rawValue = 1 << bit }
  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// Looks the words of class and id attributes up.
///
/// A page has some thousand of them, so that nothing here makes a String: words are hashed where they stand.
struct MarkupHintTable: Sendable {
  /// `whole` is what a name says that consists of nothing else.
  private var slots: [(hash: UInt64, hints: UInt32, whole: UInt32)]
  private let mask: Int

  init(_ rulebook: Rulebook?) {
    var found: [UInt64: (hints: UInt32, whole: UInt32)] = [:]
    for (bit, name) in MarkupHints.classes.enumerated() {
      for phrase in rulebook?.words("markup", name) ?? [] {
        let words = phrase.lowercased().split(separator: " ")
        // Two words also stand for the two written as one.
        for written in [words.joined(separator: " "), words.joined()] {
          // `overflow-hidden` hides nothing.
          let needsAll = words.count == 1 && bit == MarkupHints.hidden.rawValue.trailingZeroBitCount
          if needsAll {
            found[NameHash.of(written), default: (0, 0)].whole |= 1 << UInt32(bit)
          } else {
            found[NameHash.of(written), default: (0, 0)].hints |= 1 << UInt32(bit)
          }
        }
      }
    }
    var size = 16
    while size < found.count * 4 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: (0, 0, 0), count: size)
    // The order in which slots are filled changes nothing that can be looked up.
    for (hash, said) in found {
      var i = Int(truncatingIfNeeded: hash) & mask
      while slots[i].hash != 0 { i = (i + 1) & mask }
      slots[i] = (hash, said.hints, said.whole)
    }
  }

  @inline(__always)
  private func find(_ hash: UInt64) -> (hints: UInt32, whole: UInt32) {
    slots.withUnsafeBufferPointer { slots in
      var i = Int(truncatingIfNeeded: hash) & mask
      while slots[i].hash != 0 {
        if slots[i].hash == hash { return (slots[i].hints, slots[i].whole) }
        i = (i + 1) & mask
      }
      return (0, 0)
    }
  }

  /// One name of a value while its words are read.
  private struct Name {
    var word = NameHash.empty
    var pair = NameHash.empty
    var wordCount = 0
    var isInWord = false
    var isModified = false
    /// Letters of this word and of the one before it, and whether only a capital parts the two.
    var length = 0
    var lengthBefore = 0
    var beginsInside = false
    /// What the only word so far says if no other one follows.
    var whole: UInt32 = 0
  }

  /// All hints in a value: each word, and each two words that follow each other.
  func hints(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MarkupHints {
    var bits: UInt32 = 0
    var name = Name()
    var wasSmall = false
    // Values of thousands of words come from generators of styles and name nothing.
    for i in range.prefix(1024) {
      let byte = bytes[i]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      let isLetter = isCapital || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x80
      if !isLetter || isCapital && wasSmall {
        if name.isInWord { finish(&name, &bits) }
        name.beginsInside = isLetter
        // A space between class names ends what two words can say together.
        if byte <= 0x20 {
          if name.wordCount == 1 { bits |= name.whole }
          name = Name()
        }
      }
      wasSmall = isLetter && !isCapital
      if isLetter {
        name.isInWord = true
        let small = isCapital ? byte | 0x20 : byte
        name.word = NameHash.add(small, to: name.word)
        name.length += 1
        if name.wordCount > 0 { name.pair = NameHash.add(small, to: name.pair) }
      }
    }
    if name.isInWord { finish(&name, &bits) }
    if name.wordCount == 1 { bits |= name.whole }
    return MarkupHints(rawValue: bits)
  }

  @inline(__always)
  private func finish(_ name: inout Name, _ bits: inout UInt32) {
    let found = find(name.word)
    // Few letters by chance in a made-up name: `kd9dDFpT` speaks of no ads.
    let isChance = name.length <= 3 && name.beginsInside && name.lengthBefore < 3
    if !name.isModified && !isChance {
      bits |= found.hints & ~MarkupHints.modifier.rawValue
      if name.wordCount > 0 { bits |= find(name.pair).hints }
    }
    if found.hints & MarkupHints.modifier.rawValue != 0 { name.isModified = true }
    name.whole = found.whole
    name.wordCount += 1
    name.isInWord = false
    name.lengthBefore = name.length
    name.length = 0
    // The pair of this word and the next one begins as this word does.
    name.pair = NameHash.add(0x20, to: name.word)
    name.word = NameHash.empty
  }
}
