import HearsayAttribution

/// What every report says of itself.
enum Legend {
  static let reading = [
    "Four things are kept apart: who said it, how we know, what was said about its truth, and who else has it.",
    "A chain is written from the origin to the reader. [Brackets] hold a link that the story implies and does not state; (?) is unknown.",
    "A caveat is certain when its words name what they cover, inferred when only its place does.",
    "Places are line and column of the text supplied, both counted from 1, columns in characters.",
    "Levels: an error breaks a newsroom standard, a warning deserves a decision, a note deserves a look.",
  ]

  static var grades: [(label: String, value: [Inline])] { Grade.allCases.map { ($0.code, [.plain($0.words)]) } }

  static let limits = [
    "Whether anything said is so. The report tells what statements rest on in the text supplied, and nothing beyond it.",
    "Who an unnamed source is, or whether two of them are the same person.",
    "What a page holds besides its text: a plain copy has no links, so a missing link is missing from this text.",
    "Irony, reported thought and unmarked dialogue are not told apart from plain statements.",
    "A chain may be too short where a source was introduced far above; it is seldom too long.",
  ]
}
