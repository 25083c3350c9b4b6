import HearsayAttribution

/// Several stories with what they claim, and how many independent origins stand behind each claim.
public struct Dossier: Sendable {
  public var stories: [AttributedStory]
  /// What the stories share word for word.
  public var sharedTexts: [SharedText]
  /// Best supplied first: by the number of texts that carry a claim, then in the order of the stories.
  public var claims: [Claim]
  public var conflicts: [ClaimConflict]
}
