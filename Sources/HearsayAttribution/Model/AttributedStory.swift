import HearsayStory
import HearsayText

/// A story with who says what in it: the input of audit, corroboration and report.
public struct AttributedStory: Sendable {
  public var document: Document
  /// In the order of the text; an attribution's `id` is its place here.
  public var attributions: [Attribution]
  public var caveats: [StoryCaveat]
  /// What the analysis could not settle, in words for a person.
  public var notes: [String]

  public init(
    document: Document, attributions: [Attribution] = [], caveats: [StoryCaveat] = [], notes: [String] = []
  ) {
    self.document = document
    self.attributions = attributions
    self.caveats = caveats
    self.notes = notes
  }
}
