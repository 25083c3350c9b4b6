import Dispatch
import Synchronization

/// Runs batches of input through several threads and hands the results over in the order of the input.
///
/// A ring of batches, each filled, worked on and emitted again and again, bounds what is in memory whatever the length of
/// the input. Workers fill their next batch themselves, one at a time, so there is no reader thread to wait for; the caller's
/// thread emits. Which worker did what can't be seen in the results.
public struct OrderedWork<Batch: AnyObject> {
  private let jobs: Int
  private let batches: [Batch]

  /// - Parameter makeBatch: Makes an empty batch; it is called before any work begins, and batches are used again.
  public init(jobs: Int, makeBatch: () -> Batch) {
    self.jobs = max(jobs, 1)
    // Two batches a worker in the making and two waiting keep a worker busy while a slow neighbour holds up the order.
    batches = (0..<(self.jobs == 1 ? 1 : self.jobs * 4)).map { _ in makeBatch() }
  }

  /// - Parameters:
  ///   - fill: Puts the next input into an emitted batch; false when there is none. Never called by two threads at once.
  ///   - makeWorker: Called once on each worker's thread; what it returns works on batches there, with its own scratch.
  ///   - emit: Called on the caller's thread, batch by batch in the order in which they were filled.
  public func run(
    fill: @escaping (Batch) -> Bool, makeWorker: @escaping () -> (Batch) -> Void, emit: (Batch) throws -> Void
  ) rethrows {
    if jobs == 1 {
      let work = makeWorker()
      while fill(batches[0]) {
        work(batches[0])
        try emit(batches[0])
      }
      return
    }
    let ring = Ring(batches: batches, fill: fill, makeWorker: makeWorker)
    let queue = DispatchQueue(label: "hearsay.work", attributes: .concurrent)
    let workers = DispatchGroup()
    for _ in 0..<jobs { queue.async(group: workers) { ring.work() } }
    defer {
      ring.stop()
      workers.wait()
    }
    while let batch = ring.nextFinished() {
      try emit(batch)
      ring.release()
    }
  }
}

/// The state that the threads share.
///
/// Unchecked because the compiler can't see the ring's rule: batch `k % count` belongs to the worker that drew `k` until
/// `done[k % count]` is signalled, then to the emitting thread until it signals `free`.
private final class Ring<Batch: AnyObject>: @unchecked Sendable {
  private struct Draw {
    var next = 0
    /// The number of the first batch that doesn't exist.
    var end: Int?
  }

  private let batches: [Batch]
  private let fill: (Batch) -> Bool
  private let makeWorker: () -> (Batch) -> Void
  private let draw = Mutex(Draw())
  private let free: DispatchSemaphore
  private let done: [DispatchSemaphore]
  private var emitted = 0

  init(batches: [Batch], fill: @escaping (Batch) -> Bool, makeWorker: @escaping () -> (Batch) -> Void) {
    self.batches = batches
    self.fill = fill
    self.makeWorker = makeWorker
    // Semaphores start at zero and are raised, because Dispatch traps when one is freed below its first value.
    free = DispatchSemaphore(value: 0)
    for _ in batches { free.signal() }
    done = batches.map { _ in DispatchSemaphore(value: 0) }
  }

  /// A worker's life: draw a number, fill that batch, work on it.
  func work() {
    let work = makeWorker()
    while true {
      free.wait()
      let number: Int? = draw.withLock { draw in
        guard draw.end == nil else { return nil }
        let number = draw.next
        guard fill(batches[number % batches.count]) else {
          draw.end = number
          done[number % batches.count].signal()
          return nil
        }
        draw.next += 1
        return number
      }
      guard let number else {
        // Nothing is left: the next worker that waits must see it too.
        free.signal()
        return
      }
      work(batches[number % batches.count])
      done[number % batches.count].signal()
    }
  }

  /// The next batch in order once it has been worked on; nil behind the last.
  func nextFinished() -> Batch? {
    done[emitted % batches.count].wait()
    if draw.withLock({ $0.end == emitted }) { return nil }
    return batches[emitted % batches.count]
  }

  func release() {
    emitted += 1
    free.signal()
  }

  /// Lets workers end after the batch they are at.
  func stop() {
    draw.withLock { draw in
      if draw.end == nil { draw.end = draw.next }
    }
    free.signal()
  }
}
