import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Inflates the members that follow in a gzip file on other threads, before the file's reader comes to them.
///
/// Where a member begins is known for certain only when the one before it has been inflated; so whatever looks like a
/// beginning is tried. The reader takes what stands at the place that it has come to, if all of it came out and its checksum
/// is right, and inflates everything else itself. What was tried in vain is never seen: the same records and the same
/// faults come out as from one thread.
///
/// The reader is used by one thread at a time, and so is this.
final class MembersAhead {
  struct Member {
    var bytes: [UInt8]
    /// Of the member, in the file.
    var length: Int
  }

  /// Unchecked because the compiler can't see the rule: `member` belongs to the task until `done` is signalled, then to
  /// whoever waits for it.
  private final class Attempt: @unchecked Sendable {
    let offset: Int
    let done = DispatchSemaphore(value: 0)
    var member: Member?
    init(offset: Int) { self.offset = offset }
  }

  /// Larger members are left to the reader, which never holds all of them.
  private static let longestMember = 1 << 21
  private static let chunk = 1 << 18
  /// A gzip header without its optional parts.
  private static let headerLength = 10

  /// Unchecked because a descriptor that is only read at given places may be shared; it is closed when nobody reads it.
  private final class File: @unchecked Sendable {
    let descriptor: Int32
    init(descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }

    /// - Returns: The count of bytes that came; 0 at the end and on a failure, which the reader will meet itself.
    func read(_ room: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
      while true {
        let count = pread(descriptor, room.baseAddress, room.count, off_t(place))
        if count < 0, errno == EINTR { continue }
        return max(count, 0)
      }
    }
  }

  private let file: File
  private let most: Int
  private let queue = DispatchQueue(label: "hearsay.members", attributes: .concurrent)
  /// In the order of their offsets.
  private var attempts: [Attempt] = []
  /// Beginnings that were found and not yet tried, and how far the file has been searched for more.
  private var found: [Int] = []
  private var searched = 0

  /// - Parameters:
  ///   - descriptor: Of a file, not of a pipe; it is taken over.
  ///   - jobs: How many threads may work.
  init(descriptor: Int32, jobs: Int) {
    file = File(descriptor: descriptor)
    most = max(jobs, 1) * 4
  }

  /// The member that begins there; nil where it is for the reader to inflate.
  func member(at offset: Int) -> Member? {
    attempts.removeAll { $0.offset < offset }
    found.removeAll { $0 < offset }
    if searched < offset { searched = offset }
    refill()
    guard let attempt = attempts.first, attempt.offset == offset else { return nil }
    attempt.done.wait()
    attempts.removeFirst()
    refill()
    return attempt.member
  }

  private func refill() {
    while attempts.count < most {
      if found.isEmpty, !search() { return }
      let attempt = Attempt(offset: found.removeFirst())
      attempts.append(attempt)
      queue.async { [file] in
        attempt.member = Self.inflate(file, at: attempt.offset)
        attempt.done.signal()
      }
    }
  }

  /// Looks through the next part of the file; false at its end.
  private func search() -> Bool {
    while found.isEmpty {
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { room, count in
        count = file.read(room, at: searched)
      }
      guard bytes.count > Self.headerLength else { return false }
      let limit = bytes.count - Self.headerLength
      bytes.withUnsafeBufferPointer { bytes in
        var i = 0
        while i <= limit, let base = bytes.baseAddress, let hit = memchr(base + i, 0x1F, limit + 1 - i) {
          let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
          if Self.looksLikeMember(bytes, place) { found.append(searched + place) }
          i = place + 1
        }
      }
      searched += limit + 1
    }
    return true
  }

  /// Deflate, flags that there are, and a system that the format names.
  private static func looksLikeMember(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    bytes[i + 1] == 0x8B && bytes[i + 2] == 8 && bytes[i + 3] & 0xE0 == 0 && (bytes[i + 9] <= 13 || bytes[i + 9] == 255)
  }

  /// All of a member; nil where it is damaged, cut, or too long.
  private static func inflate(_ file: File, at offset: Int) -> Member? {
    let inflater = Inflater(.gzip)
    let packed = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { packed.deallocate() }
    var length = 0
    var isWhole = false
    var capacity = 1 << 18
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    while !isWhole {
      let count = file.read(packed, at: offset + length)
      guard count > 0 else { return nil }
      var taken = 0
      while taken < count {
        let input = UnsafeBufferPointer(rebasing: packed[taken..<count])
        var step = Inflater.Step(consumed: 0, produced: 0, outcome: .damaged)
        let piece = [UInt8](unsafeUninitializedCapacity: capacity) { room, produced in
          step = inflater.step(input, into: room)
          produced = step.produced
        }
        bytes.append(contentsOf: piece)
        capacity = 1 << 16
        taken += step.consumed
        guard bytes.count <= longestMember else { return nil }
        if case .end = step.outcome {
          isWhole = true
          break
        }
        guard case .more = step.outcome, step.consumed + step.produced > 0 else { return nil }
      }
      length += taken
    }
    return Member(bytes: bytes, length: length)
  }
}
