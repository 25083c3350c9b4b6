/// The notes that a story carries about what was mended in its input.
enum InputNotes {
  static func repaired(_ count: Int) -> String {
    count == 1
      ? "1 invalid UTF-8 sequence became U+FFFD"
      : "\(count) invalid UTF-8 sequences became U+FFFD"
  }
  static let wasUTF16 = "the input was UTF-16; offsets count code points of its text"
}
