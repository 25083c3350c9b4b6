import Synchronization
import Testing

@testable import Hearsay

struct OrderedWorkTests {
  private final class Box {
    var value = 0
    var result = 0
  }

  /// Squares the numbers below `count`, some of them slowly, and returns what was emitted.
  private func squares(below count: Int, jobs: Int) -> [Int] {
    var next = 0
    var emitted: [Int] = []
    OrderedWork(jobs: jobs) { Box() }.run(
      fill: { box in
        guard next < count else { return false }
        box.value = next
        next += 1
        return true
      },
      makeWorker: {
        { box in
          var slow = 0
          if box.value % 7 == 0 { for i in 0..<20_000 { slow &+= i & box.value } }
          box.result = box.value * box.value + (slow & 0)
        }
      },
      emit: { emitted.append($0.result) })
    return emitted
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 500])
  func resultsComeInTheOrderOfTheInput(_ jobs: Int, _ count: Int) {
    #expect(squares(below: count, jobs: jobs) == (0..<count).map { $0 * $0 })
  }

  @Test func whatIsInMemoryIsBounded() {
    let made = Mutex(0)
    let emitted = Mutex(0)
    var next = 0
    var mostAhead = 0
    OrderedWork(jobs: 2) {
      made.withLock { $0 += 1 }
      return Box()
    }.run(
      fill: { _ in
        next += 1
        mostAhead = max(mostAhead, next - emitted.withLock { $0 })
        return next <= 1000
      },
      makeWorker: { { _ in } },
      emit: { _ in emitted.withLock { $0 += 1 } })
    #expect(emitted.withLock { $0 } == 1000)
    #expect(made.withLock { $0 } == 8)
    #expect(mostAhead <= 10)
  }

  @Test func anErrorOfTheEmitterEndsTheWork() {
    struct Stop: Error {}
    var emitted = 0
    #expect(throws: Stop.self) {
      try OrderedWork(jobs: 3) { Box() }.run(
        fill: { _ in true }, makeWorker: { { _ in } },
        emit: { _ in
          emitted += 1
          if emitted == 5 { throw Stop() }
        })
    }
    #expect(emitted == 5)
  }

  @Test func eachThreadHasAWorkerOfItsOwn() {
    let workers = Mutex(0)
    var left = 100
    OrderedWork(jobs: 4) { Box() }.run(
      fill: { _ in
        left -= 1
        return left >= 0
      },
      makeWorker: {
        workers.withLock { $0 += 1 }
        return { _ in }
      },
      emit: { _ in })
    #expect((1...4).contains(workers.withLock { $0 }))
  }
}
