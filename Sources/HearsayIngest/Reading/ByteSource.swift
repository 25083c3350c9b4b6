#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a file or a pipe through one buffer that grows only as far as its longest line needs.
///
/// Lines are handed out as pointers into that buffer, valid until the next call: a gigabyte of JSON lines is read with
/// the memory of one line.
final class ByteSource {
  /// The longest line, and the largest file that is one story.
  static let longest = 1 << 30
  private static let firstCapacity = 1 << 18
  /// A buffer that one long line made is given back when it is larger than this.
  private static let keptCapacity = 1 << 24

  enum Line {
    case bytes(UnsafeBufferPointer<UInt8>)
    /// The line was longer than `limit` and was stepped over.
    case tooLong
    case end
    /// `errno` of the read that failed.
    case failed(Int32)
  }

  private let descriptor: Int32
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The unread bytes are `buffer[start..<end]`.
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var failure: Int32?
  let limit: Int
  /// What the descriptor gives, where something stands between it and the reader.
  private let inflated: ArchiveStream?
  private var bytesRead = 0

  /// Takes over the descriptor; `limit` is smaller in tests.
  init(descriptor: Int32, limit: Int = ByteSource.longest, capacity: Int = ByteSource.firstCapacity) {
    self.descriptor = descriptor
    self.limit = limit
    self.capacity = max(capacity, 16)
    inflated = nil
    buffer = .allocate(capacity: self.capacity)
  }

  /// What comes out of a compressed file may be a thousand times what went in, so that less of it is believed.
  static let longestUnpacked = 1 << 28

  /// Reads what is packed in a gzip file.
  init(_ stream: ArchiveStream, limit: Int = ByteSource.longestUnpacked) {
    descriptor = -1
    self.limit = limit
    capacity = ByteSource.firstCapacity
    inflated = stream
    buffer = .allocate(capacity: capacity)
  }

  deinit {
    buffer.deallocate()
    if descriptor != STDIN_FILENO, descriptor >= 0 { close(descriptor) }
  }

  /// Opens a file; the error is `errno`.
  static func open(_ path: String) -> Result<ByteSource, SystemError> {
    let descriptor = openForReading(path)
    return descriptor < 0 ? .failure(SystemError(code: errno)) : .success(ByteSource(descriptor: descriptor))
  }

  /// What stands at the beginning, without reading it away: up to `count` bytes.
  func peek(_ count: Int) -> UnsafeBufferPointer<UInt8> {
    while end - start < count, fill() {}
    return UnsafeBufferPointer(start: buffer + start, count: min(count, end - start))
  }

  /// The failure of a read, once one has failed.
  var readFailure: SystemError? { failure.map { SystemError(code: $0) } ?? inflated?.readFailure }

  /// Where in the file the first unread byte stands.
  var offset: Int { bytesRead - (end - start) }

  /// Whether the bytes come out of a compressed file.
  var isUnpacked: Bool { inflated != nil }

  /// Goes forward to a place of the file, in a pipe by reading; false where the input ends before it.
  func skip(to place: Int) -> Bool {
    if let size, place > size { return false }
    if seek(to: place) { return true }
    while offset < place, !available().isEmpty { drop(place - offset) }
    return offset == place
  }

  /// The size of the file; nil for a pipe.
  var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Another descriptor of the same file, for somebody who reads it at places of their own; nil for a pipe.
  func duplicate() -> Int32? {
    guard inflated == nil, size != nil else { return nil }
    let copy = dup(descriptor)
    return copy < 0 ? nil : copy
  }

  /// The unread bytes in the buffer, which is filled where it is empty; none at the end.
  func available() -> UnsafeBufferPointer<UInt8> {
    if start == end { _ = fill() }
    return UnsafeBufferPointer(start: buffer + start, count: end - start)
  }

  /// Steps over unread bytes that are in the buffer.
  func drop(_ count: Int) { start += min(count, end - start) }

  /// Goes to another place of the file; false for a pipe.
  func seek(to place: Int) -> Bool {
    let first = bytesRead - end
    if place >= first, place <= bytesRead {
      start = place - first
      return true
    }
    guard inflated == nil, lseek(descriptor, off_t(place), SEEK_SET) >= 0 else { return false }
    start = 0
    end = 0
    bytesRead = place
    isAtEnd = false
    return true
  }

  func nextLine() -> Line {
    giveBackLargeBuffer()
    var searched = 0
    while true {
      if let hit = memchr(buffer + start + searched, 0x0A, end - start - searched) {
        let stop = UnsafeRawPointer(hit) - UnsafeRawPointer(buffer)
        defer { start = stop + 1 }
        return stop - start > limit
          ? .tooLong : .bytes(UnsafeBufferPointer(start: buffer + start, count: stop - start))
      }
      searched = end - start
      if searched > limit { return skipLine() }
      if fill() { continue }
      if let failure { return .failed(failure) }
      guard end > start else { return .end }
      defer { start = end }
      return .bytes(UnsafeBufferPointer(start: buffer + start, count: end - start))
    }
  }

  private func skipLine() -> Line {
    repeat {
      if let hit = memchr(buffer + start, 0x0A, end - start) {
        start = UnsafeRawPointer(hit) - UnsafeRawPointer(buffer) + 1
        return .tooLong
      }
      start = end
    } while fill()
    return failure.map { .failed($0) } ?? .tooLong
  }

  /// Everything that is left, or nil where it is more than the limit.
  func rest() -> [UInt8]? {
    while end - start <= limit, fill() {}
    guard end - start <= limit else { return nil }
    defer { start = end }
    return Array(UnsafeBufferPointer(start: buffer + start, count: end - start))
  }

  /// Reads more behind the unread bytes; false at the end or on a failure.
  private func fill() -> Bool {
    guard !isAtEnd else { return false }
    if start > 0 {
      memmove(buffer, buffer + start, end - start)
      end -= start
      start = 0
    }
    if end == capacity { grow() }
    if let inflated { return fill(from: inflated) }
    while true {
      let count = read(descriptor, buffer + end, capacity - end)
      if count > 0 {
        end += count
        bytesRead += count
        return true
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { failure = errno }
      isAtEnd = true
      return false
    }
  }

  private func fill(from stream: ArchiveStream) -> Bool {
    if stream.unread.isEmpty, !stream.fill() {
      isAtEnd = true
      return false
    }
    let bytes = stream.unread
    let count = min(bytes.count, capacity - end)
    if let base = bytes.baseAddress { memcpy(buffer + end, base, count) }
    stream.drop(count)
    end += count
    bytesRead += count
    return count > 0
  }

  private func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    memcpy(larger, buffer, end)
    buffer.deallocate()
    buffer = larger
    capacity *= 2
  }

  private func giveBackLargeBuffer() {
    guard capacity > Self.keptCapacity, end - start < Self.firstCapacity else { return }
    let smaller = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.firstCapacity)
    memcpy(smaller, buffer + start, end - start)
    buffer.deallocate()
    buffer = smaller
    end -= start
    start = 0
    capacity = Self.firstCapacity
  }
}

/// An `errno` with its message.
struct SystemError: Error {
  var code: Int32
  var message: String { String(cString: strerror(code)).lowercasedFirst }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

private func openForReading(_ path: String) -> Int32 {
  open(path, O_RDONLY | O_CLOEXEC)
}
