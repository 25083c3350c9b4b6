/// What a token is, told from its characters alone.
public enum TokenKind: UInt8, Sendable {
  case word, number, url, handle, currency, punctuation
  /// The possessive or contracted 's, a token of its own: Bloomberg | 's.
  case possessive
  /// A quotation mark of any kind; `TokenFlags` says which side it stands on once marks are paired.
  case quotationMark
  /// A dash that separates (— – or a spaced hyphen); hyphens inside words belong to the word.
  case dash
  case symbol
}

/// What is known of a token besides its form.
///
/// Computed and inlinable: stored constants would be asked for by a call from every other module, at every token.
public struct TokenFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Begins with an upper-case letter.
  @inlinable public static var capitalised: TokenFlags { TokenFlags(rawValue: 1 << 0) }
  /// Two or more letters, all upper-case.
  @inlinable public static var allCaps: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  @inlinable public static var hasDigit: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  /// White space stands before it.
  @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  /// A line break stands before it.
  @inlinable public static var newlineBefore: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  /// A full stop belongs to the token: abbreviation, initial, initialism.
  @inlinable public static var abbreviation: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  /// First token of a sentence.
  @inlinable public static var sentenceStart: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  /// Stands between paired quotation marks (the marks themselves included).
  @inlinable public static var inQuotation: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// A quotation mark that opens.
  @inlinable public static var opens: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  /// A quotation mark that closes.
  @inlinable public static var closes: TokenFlags { TokenFlags(rawValue: 1 << 9) }
  /// A single mark (' ‘ ’ ‹ ›), so that nested quotations can be told.
  @inlinable public static var single: TokenFlags { TokenFlags(rawValue: 1 << 10) }
  /// Ends in -ly, -ed, -ing: cheap hints for the light syntax, set for lower-case-able ASCII words only.
  @inlinable public static var endsLy: TokenFlags { TokenFlags(rawValue: 1 << 11) }
  @inlinable public static var endsEd: TokenFlags { TokenFlags(rawValue: 1 << 12) }
  @inlinable public static var endsIng: TokenFlags { TokenFlags(rawValue: 1 << 13) }
  /// Holds a hyphen.
  @inlinable public static var hyphenated: TokenFlags { TokenFlags(rawValue: 1 << 14) }
}

/// A folded form: below `Form.unknownBit` the id in the rulebook's `Vocabulary`, above it a hash of the folded bytes,
/// so that equal forms have equal values whether the rulebook knows them or not.
public typealias Form = UInt32

extension Form {
  /// Set in the form of a word that the vocabulary doesn't hold.
  public static let unknownBit: Form = 0x8000_0000
  @inlinable public var isKnown: Bool { self & Form.unknownBit == 0 }
}

/// The tokens of a text as parallel arrays: the form that the hot path reads.
///
/// Memory: 15 bytes a token. All arrays have the same count. Offsets fit 32 bits because a text is at most 2 GiB.
public struct Tokens: Sendable {
  public var start: [UInt32] = []
  public var end: [UInt32] = []
  public var form: [Form] = []
  public var kind: [TokenKind] = []
  public var flags: [TokenFlags] = []

  public init() {}

  @inlinable public var count: Int { start.count }
  /// The bytes of one token.
  @inlinable public func span(_ i: Int) -> Span { Span(Int(start[i]), Int(end[i])) }
  /// The bytes from the first to the last token of a range; empty at the next token's start for an empty range.
  @inlinable public func span(_ r: Range<Int>) -> Span {
    r.isEmpty
      ? Span(r.lowerBound < count ? Int(start[r.lowerBound]) : Int(end.last ?? 0), 0)
      : Span(Int(start[r.lowerBound]), Int(end[r.upperBound - 1]))
  }

  /// Makes room for the tokens of a text of some bytes, so that the arrays needn't move while they grow.
  public mutating func reserve(bytes: Int) {
    // English news has five bytes a token, spaces and signs included.
    let capacity = bytes / 5 + 16
    start.reserveCapacity(capacity)
    end.reserveCapacity(capacity)
    form.reserveCapacity(capacity)
    kind.reserveCapacity(capacity)
    flags.reserveCapacity(capacity)
  }

  /// Forgets the tokens and keeps the memory, so that a worker allocates once.
  public mutating func removeAll() {
    start.removeAll(keepingCapacity: true)
    end.removeAll(keepingCapacity: true)
    form.removeAll(keepingCapacity: true)
    kind.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
  }
}
