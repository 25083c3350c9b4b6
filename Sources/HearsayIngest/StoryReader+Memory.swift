import HearsayStory

extension StoryReader {
  /// One story from text in memory: Markdown when it begins with front matter, else plain text.
  public static func story(text bytes: [UInt8], id: String) -> Result<Story, InputProblem> {
    let hasFrontMatter = bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8)
    let source = TextSource(bytes, InputPlace(argument: id), hasFrontMatter ? .markdown : .text)
    switch source.next() {
    case .story(var story)?:
      story.id = id
      story.path = nil
      return .success(story)
    case .problem(let problem)?: return .failure(problem)
    case nil: return .failure(InputProblem(path: id, what: "the input holds no story"))
    }
  }
}
