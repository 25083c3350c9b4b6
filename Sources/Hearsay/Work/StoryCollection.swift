import HearsayIngest
import HearsayStory

/// Takes all stories of a reader through the same work, on several threads, and keeps what it makes of each.
///
/// For work that needs all stories together, such as clusters and copies: what is kept should be small.
public struct StoryCollection {
  private let reader: StoryReader
  private let jobs: Int

  public init(_ reader: StoryReader, jobs: Int) {
    self.reader = reader
    self.jobs = jobs
  }

  /// - Parameters:
  ///   - makeWorker: Called once for each thread, on that thread; what it returns makes something of one story.
  ///   - onProblem: Gets what can't be read, in the order of the input.
  /// - Returns: What was made, in the order of the stories.
  public func map<Result>(
    makeWorker: @escaping () -> (Story) -> Result, onProblem: (InputProblem) -> Void
  ) -> [Result] {
    var all: [Result] = []
    OrderedWork(jobs: jobs) { Batch<Result>() }.run(
      fill: { [reader] batch in
        batch.results.removeAll(keepingCapacity: true)
        return batch.stories.fill(from: reader)
      },
      makeWorker: {
        let make = makeWorker()
        return { batch in
          batch.stories.work { story, _ in batch.results.append(make(story)) }
        }
      },
      emit: { batch in
        batch.stories.problems.forEach(onProblem)
        all += batch.results
      })
    return all
  }

  private final class Batch<Result> {
    let stories = StoryBatch(usesColor: false)
    var results: [Result] = []
  }
}
