/// The stories of a gzip file, then what was wrong with its compression.
final class PackedSource: StorySource {
  private let stories: any StorySource
  private let stream: ArchiveStream
  private let input: InputPlace
  private var waiting: [InputProblem]?

  init(_ stories: any StorySource, _ stream: ArchiveStream, _ input: InputPlace) {
    self.stories = stories
    self.stream = stream
    self.input = input
  }

  func nextPart() -> StoryReader.Part? {
    if waiting == nil {
      if let part = stories.nextPart() { return part }
      waiting = stream.takeFaults().map { found in
        var problem = input.problem("at byte \(found.place): \(found.fault.what)", help: found.fault.help)
        problem.severity = found.fault.losesData ? .error : .warning
        return problem
      }.reversed()
    }
    return waiting?.popLast().map { .element(.problem($0)) }
  }

  var progress: ReadingProgress? { stories.progress }
}
