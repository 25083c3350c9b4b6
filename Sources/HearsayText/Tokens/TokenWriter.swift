/// Takes tokens one by one and hands them to `Tokens` a thousand at a time.
///
/// Five appends a token would each check capacity and uniqueness; here a token is five plain stores into a block that
/// stays in the first-level cache, and an append moves a whole block.
struct TokenWriter: ~Copyable {
  static let capacity = 1024

  private let start = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  private let end = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  private let form = UnsafeMutablePointer<Form>.allocate(capacity: capacity)
  private let kind = UnsafeMutablePointer<TokenKind>.allocate(capacity: capacity)
  private let flags = UnsafeMutablePointer<TokenFlags>.allocate(capacity: capacity)
  private var count = 0

  deinit {
    start.deallocate()
    end.deallocate()
    form.deallocate()
    kind.deallocate()
    flags.deallocate()
  }

  /// Whether the next token must wait for `flush`.
  @inline(__always) var isFull: Bool { count == Self.capacity }

  /// The caller has seen to it that there is room.
  @inline(__always)
  mutating func append(_ s: Int, _ e: Int, _ f: Form, _ k: TokenKind, _ g: TokenFlags) {
    start[count] = UInt32(truncatingIfNeeded: s)
    end[count] = UInt32(truncatingIfNeeded: e)
    form[count] = f
    kind[count] = k
    flags[count] = g
    count &+= 1
  }

  mutating func flush(into tokens: inout Tokens) {
    tokens.start.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    tokens.end.append(contentsOf: UnsafeBufferPointer(start: end, count: count))
    tokens.form.append(contentsOf: UnsafeBufferPointer(start: form, count: count))
    tokens.kind.append(contentsOf: UnsafeBufferPointer(start: kind, count: count))
    tokens.flags.append(contentsOf: UnsafeBufferPointer(start: flags, count: count))
    count = 0
  }
}
