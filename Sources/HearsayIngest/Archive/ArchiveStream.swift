#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file as they were before it was compressed, in a window that its reader moves along.
///
/// A gzip file is a row of members. Their borders are kept as marks, because records begin there; what is wrong between or
/// inside members is kept as a fault, and reading goes on with the next member that can be found. A plain file is one
/// member. Bytes are inflated straight into the window, so that no record is copied on its way.
final class ArchiveStream {
  /// Where a member begins.
  struct Mark {
    /// In all bytes that the stream gives, from its beginning.
    var position: Int
    /// In the file.
    var offset: Int
    /// The bytes before it broke off, so that nothing goes on here.
    var isBreak: Bool
  }

  struct PlacedFault {
    var place: ArchiveOffset
    var fault: ArchiveFault
  }

  private static let firstCapacity = 1 << 18
  /// What makes it worth moving the unread bytes to the front.
  private static let leastRoom = 1 << 15
  /// How far back a lost member is looked for, and how much of that in one file: damage costs time in proportion.
  private static let longestReturn = 1 << 20
  private var returnBudget = 1 << 28

  private static let mostMarks = 256

  private let source: ByteSource
  /// Nil for a plain file.
  private let inflater: Inflater?
  /// Members that other threads inflate before they are asked for.
  private let ahead: MembersAhead?
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var start = 0
  private var end = 0

  /// The count of bytes before the unread ones.
  private(set) var position = 0
  /// The members that begin behind the first unread byte, as far as they are known.
  private(set) var marks: [Mark] = []
  /// The member in which the first unread byte stands.
  private var current: Mark
  private var faults: [PlacedFault] = []

  private var isInMember = false
  /// Where the member that is being read began.
  private var memberOffset = 0
  private var memberHasBytes = false
  private var strayStart: Int?
  private var nextIsBreak = false
  private var isAtEnd = false

  /// - Parameters:
  ///   - isCompressed: Whether the source is a gzip file.
  ///   - jobs: How many threads may inflate its members; what comes out is the same.
  init(_ source: ByteSource, isCompressed: Bool, jobs: Int = 1) {
    self.source = source
    inflater = isCompressed ? Inflater(.gzip) : nil
    ahead = isCompressed && jobs > 1 ? source.duplicate().map { MembersAhead(descriptor: $0, jobs: jobs) } : nil
    capacity = Self.firstCapacity
    buffer = .allocate(capacity: capacity)
    current = Mark(position: 0, offset: source.offset, isBreak: false)
  }

  deinit { buffer.deallocate() }

  /// What has been inflated and not been dropped; valid until the next call of `fill`.
  var unread: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer + start, count: end - start) }

  /// Whether the unread bytes end where a member does.
  var endsWithMember: Bool { inflater == nil ? isAtEnd : !isInMember }

  /// Whether the last bytes are followed by damage, not by the end.
  var endsBroken: Bool { isAtEnd && nextIsBreak }

  /// Where in the file the first unread byte comes from.
  var place: ArchiveOffset { place(at: 0) }

  /// Where the byte with this index among the unread ones comes from.
  func place(at index: Int) -> ArchiveOffset {
    let wanted = position + index
    let mark = marks.last { $0.position <= wanted } ?? current
    return inflater == nil
      ? ArchiveOffset(mark.offset + wanted - mark.position)
      : ArchiveOffset(mark.offset, inner: wanted - mark.position)
  }

  /// How far the file has been read, in its own bytes.
  var fileOffset: Int { source.offset }
  /// Nil for a pipe.
  var fileSize: Int? { source.size }
  var readFailure: SystemError? { source.readFailure }

  /// What was found wrong since the last call.
  /// - Parameter offset: Only what stands before this byte of the file; the rest is kept.
  func takeFaults(before offset: Int = .max) -> [PlacedFault] {
    defer { faults.removeAll { $0.place.file < offset } }
    return faults.filter { $0.place.file < offset }
  }

  func drop(_ count: Int) {
    let count = min(count, end - start)
    start += count
    position += count
    while let first = marks.first, first.position <= position {
      current = first
      marks.removeFirst()
    }
  }

  /// Steps over bytes that may not have been inflated yet.
  func skip(_ count: Int) {
    var rest = count
    while rest > 0, ensure(1) {
      let step = min(rest, end - start)
      drop(step)
      rest -= step
    }
  }

  /// Gets more bytes behind the unread ones; it stops at the end of a member. False when there are no more.
  func fill() -> Bool {
    guard !isAtEnd else { return false }
    makeRoom()
    let before = end
    while end == before, !isAtEnd {
      if let inflater { inflateMore(inflater) } else { copyMore() }
    }
    return end > before
  }

  /// Gets bytes until so many are unread; false where there are fewer.
  func ensure(_ count: Int) -> Bool {
    while end - start < count { if !fill() { return false } }
    return true
  }

  private func makeRoom() {
    if start == end {
      start = 0
      end = 0
    }
    guard capacity - end < Self.leastRoom else { return }
    let count = end - start
    if start > capacity / 2 {
      memmove(buffer, buffer + start, count)
      start = 0
      end = count
    } else {
      grow()
    }
  }

  /// Doubles the window, with the unread bytes at its front.
  private func grow() {
    let count = end - start
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    memcpy(larger, buffer + start, count)
    buffer.deallocate()
    buffer = larger
    capacity *= 2
    start = 0
    end = count
  }

  private func copyMore() {
    let bytes = source.available()
    guard let base = bytes.baseAddress, !bytes.isEmpty else {
      isAtEnd = true
      return
    }
    let count = min(bytes.count, capacity - end)
    memcpy(buffer + end, base, count)
    end += count
    source.drop(count)
  }

  // MARK: Members

  private func inflateMore(_ inflater: Inflater) {
    if !isInMember { return beginMember(inflater) }
    let input = source.available()
    guard !input.isEmpty else {
      isInMember = false
      if source.readFailure == nil { recover(.cutMember) }
      // Unless a member was found before this end, there is nothing more.
      isAtEnd = source.available().isEmpty
      return
    }
    let room = UnsafeMutableBufferPointer(start: buffer + end, count: capacity - end)
    let step = inflater.step(input, into: room)
    source.drop(step.consumed)
    if step.produced > 0, !memberHasBytes { firstBytesCame() }
    end += step.produced
    switch step.outcome {
    case .more: break
    case .end:
      if !memberHasBytes { firstBytesCame() }
      isInMember = false
    case .wrongChecksum:
      isInMember = false
      recover(.wrongChecksum)
    case .damaged:
      isInMember = false
      recover(.damagedMember)
    }
  }

  /// Looks for the next member's header and steps over what stands before it.
  private func beginMember(_ inflater: Inflater) {
    var head = source.peek(3)
    while !Self.isGzip(head), let first = head.first {
      // What follows a fault is its remains, which need no account of their own.
      if strayStart == nil, !nextIsBreak { strayStart = source.offset }
      let bytes = source.available()
      let skipped = bytes.dropFirst().firstIndex(of: 0x1F) ?? bytes.count
      source.drop(first == 0x1F ? 1 : skipped)
      head = source.peek(3)
    }
    guard Self.isGzip(head) else {
      noteStrayBytes(before: source.offset)
      isAtEnd = true
      return
    }
    addMark(Mark(position: position + end - start, offset: source.offset, isBreak: nextIsBreak))
    memberOffset = source.offset
    memberHasBytes = false
    if takeMember() { return }
    inflater.reset()
    isInMember = true
  }

  /// The whole member at once, where another thread has inflated it already.
  private func takeMember() -> Bool {
    guard let member = ahead?.member(at: memberOffset), source.seek(to: memberOffset + member.length) else {
      return false
    }
    while capacity - end < member.bytes.count { grow() }
    member.bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { memcpy(buffer + end, base, bytes.count) }
    }
    end += member.bytes.count
    firstBytesCame()
    return true
  }

  /// Empty members leave no mark, and a crowd of tiny ones is seen as one, so that marks take no memory to speak of.
  private func addMark(_ mark: Mark) {
    if let last = marks.last {
      if last.position == mark.position { marks.removeLast() }
      if marks.count >= Self.mostMarks, !mark.isBreak { return }
    }
    marks.append(mark)
  }

  private static func isGzip(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    head.count >= 3 && head[0] == 0x1F && head[1] == 0x8B && head[2] == 8
  }

  private func firstBytesCame() {
    memberHasBytes = true
    nextIsBreak = false
    noteStrayBytes(before: memberOffset)
  }

  private func noteStrayBytes(before offset: Int) {
    guard let from = strayStart else { return }
    strayStart = nil
    faults.append(PlacedFault(place: ArchiveOffset(from), fault: .strayBytes(count: offset - from)))
  }

  private func note(_ fault: ArchiveFault) {
    noteStrayBytes(before: memberOffset)
    faults.append(PlacedFault(place: ArchiveOffset(memberOffset), fault: fault))
    nextIsBreak = true
  }

  /// The data broke off. A member that was cut short has run on into the next one, which is looked for from there.
  private func recover(_ fault: ArchiveFault) {
    let stop = source.offset
    guard memberHasBytes else {
      // Three bytes that looked like a header and began nothing.
      if strayStart == nil, !nextIsBreak { strayStart = memberOffset }
      if marks.last?.offset == memberOffset { marks.removeLast() }
      if !goBack(from: stop, to: memberOffset + 1) { noteStrayBytes(before: stop) }
      return
    }
    let hasNext = findMember(before: stop)
    note(hasNext ? .damagedMember : fault)
    if !hasNext { _ = source.seek(to: stop) }
  }

  /// Goes back to the first member behind the beginning of this one that holds a record.
  private func findMember(before stop: Int) -> Bool {
    guard goBack(from: stop, to: max(memberOffset + 1, stop - Self.longestReturn)) else { return false }
    let probe = Inflater(.gzip)
    while source.offset < stop {
      guard let first = source.available().first else { return false }
      if first == 0x1F, Self.isGzip(source.peek(3)), beginsRecord(probe) { return true }
      let rest = source.available()
      source.drop(rest.dropFirst().firstIndex(of: 0x1F) ?? rest.count)
    }
    return false
  }

  @discardableResult
  private func goBack(from stop: Int, to place: Int) -> Bool {
    guard returnBudget > 0, source.seek(to: place) else { return false }
    returnBudget -= stop - place
    return true
  }

  /// Whether a member begins here that holds a record: its first bytes are inflated on trial.
  private func beginsRecord(_ probe: Inflater) -> Bool {
    probe.reset()
    var first: [UInt8] = Array(repeating: 0, count: 5)
    let step = first.withUnsafeMutableBufferPointer { probe.step(source.peek(1024), into: $0) }
    return step.produced == 5 && first.elementsEqual("WARC/".utf8)
  }
}
