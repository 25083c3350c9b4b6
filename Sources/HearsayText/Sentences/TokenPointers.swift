/// The arrays of `Tokens`, lent for reading.
struct TokenPointers {
  let start: UnsafeBufferPointer<UInt32>
  let end: UnsafeBufferPointer<UInt32>
  let kind: UnsafeBufferPointer<TokenKind>
  let flags: UnsafeBufferPointer<TokenFlags>
}

extension Tokens {
  /// Lends the arrays; the pointers are valid inside `body` only.
  func withPointers<R>(_ body: (TokenPointers) -> R) -> R {
    start.withUnsafeBufferPointer { start in
      end.withUnsafeBufferPointer { end in
        kind.withUnsafeBufferPointer { kind in
          flags.withUnsafeBufferPointer { flags in
            body(TokenPointers(start: start, end: end, kind: kind, flags: flags))
          }
        }
      }
    }
  }
}
