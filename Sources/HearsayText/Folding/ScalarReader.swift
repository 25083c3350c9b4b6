/// Decodes scalars of valid UTF-8.
enum ScalarReader {
  /// The scalar that begins at `i` and its length in bytes.
  ///
  /// Tokenizers are handed bytes by their callers; should they be ill-formed after all, the byte is read as U+FFFD of
  /// length one, so that no input can make a reader run over the end or stand still.
  @inline(__always)
  static func scalar(in p: UnsafeBufferPointer<UInt8>, at i: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(p[i])
    let left = p.count &- i
    if lead < 0x80 { return (lead, 1) }
    if lead & 0xE0 == 0xC0, left >= 2 {
      let b1 = UInt32(p[i &+ 1])
      if b1 & 0xC0 == 0x80 { return ((lead & 0x1F) << 6 | (b1 & 0x3F), 2) }
    } else if lead & 0xF0 == 0xE0, left >= 3 {
      let b1 = UInt32(p[i &+ 1])
      let b2 = UInt32(p[i &+ 2])
      if b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80 {
        return ((lead & 0x0F) << 12 | (b1 & 0x3F) << 6 | (b2 & 0x3F), 3)
      }
    } else if lead & 0xF8 == 0xF0, left >= 4 {
      let b1 = UInt32(p[i &+ 1])
      let b2 = UInt32(p[i &+ 2])
      let b3 = UInt32(p[i &+ 3])
      if b1 & 0xC0 == 0x80, b2 & 0xC0 == 0x80, b3 & 0xC0 == 0x80 {
        return ((lead & 0x07) << 18 | (b1 & 0x3F) << 12 | (b2 & 0x3F) << 6 | (b3 & 0x3F), 4)
      }
    }
    return (0xFFFD, 1)
  }
}
