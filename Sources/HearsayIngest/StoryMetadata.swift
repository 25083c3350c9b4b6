import HearsayStory

/// What the user states of a story on the command line; it beats what the input says of itself.
public struct StoryMetadata: Sendable {
  public var outlet: String?
  public var title: String?
  public var date: String?
  public var url: String?
  public var language: String?

  public init(
    outlet: String? = nil, title: String? = nil, date: String? = nil, url: String? = nil,
    language: String? = nil
  ) {
    self.outlet = outlet
    self.title = title
    self.date = date
    self.url = url
    self.language = language
  }

  public func apply(to story: inout Story) {
    if let outlet {
      story.outlet = outlet
      story.outletIsGiven = true
    }
    if let title { story.title = title }
    if let date { story.date = date }
    if let url { story.url = url }
    if let language { story.language = language }
  }
}
