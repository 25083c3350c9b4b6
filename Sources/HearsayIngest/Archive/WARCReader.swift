#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One record of an archive.
struct WARCRecord {
  /// From 1, in the order of the file, from where the reading began.
  var number: Int
  var place: ArchiveOffset
  var header: WARCHeader
  /// The record's content, valid until the next record is read.
  var block: UnsafeBufferPointer<UInt8>
  /// The block is longer, and only its beginning is here.
  var isOverLimit: Bool
}

/// Reads the records of a WARC file in their order, in memory that the longest record doesn't change.
///
/// `Content-Length` is a claim. Where a block is not followed by a record's border, the next border decides: inside the
/// block if there is one, else behind it. Lost places are found again by `WARC/` at the beginning of a line or of a
/// member.
final class WARCReader {
  struct Fault: Equatable {
    /// The record that it belongs to, or behind which it stands; 0 before the first.
    var record: Int
    var place: ArchiveOffset
    var fault: ArchiveFault
  }

  /// The longest block that is kept; of longer ones the beginning is.
  static let longestBlock = 1 << 24
  /// The longest header of a record; real ones have less than two kilobytes.
  static let longestHeader = 1 << 15
  /// `WARC/1.0` and CRLF.
  private static let versionLine = 10
  /// Empty lines between two records, in bytes; more of them are no border but something to step over.
  private static let longestGap = 64
  /// Places inside one block that are tried as the beginning of a record, so that no block costs more than its length.
  private static let mostTrials = 64

  let stream: ArchiveStream
  private let longestBlock: Int
  private(set) var records = 0
  private var faults: [Fault] = []
  /// What the last record still occupies of the unread bytes.
  private var pendingDrop = 0
  /// What of the last record's block has not been read yet.
  private var pendingSkip = 0
  private var holdsArchive = false

  /// - Parameter longestBlock: Smaller in tests.
  init(_ stream: ArchiveStream, longestBlock: Int = WARCReader.longestBlock) {
    self.stream = stream
    self.longestBlock = longestBlock
  }

  /// What was found wrong since the last call, in the order of the file.
  func takeFaults() -> [Fault] {
    defer { faults.removeAll() }
    return faults
  }

  /// Steps over the rest of a record whose block is no longer needed.
  func finishRecord() {
    stream.drop(pendingDrop)
    pendingDrop = 0
    skipRest()
  }

  /// Where the next record begins, or the empty lines before it. To be asked for between two records.
  var nextPlace: ArchiveOffset {
    let isAtBorder = stream.endsWithMember && stream.unread.allSatisfy { $0 == 0x0D || $0 == 0x0A }
    return isAtBorder ? ArchiveOffset(stream.fileOffset) : stream.place
  }

  /// The next record; nil at the end.
  func next() -> WARCRecord? {
    finishRecord()
    defer { collectStreamFaults() }
    while seekRecord() {
      let place = stream.place
      guard let length = headerLength() else {
        note(.endlessHeader, place)
        // Any record's header that begins in what was searched would be as endless.
        stream.drop(max(min(stream.unread.count, Self.longestHeader / 2), 5))
        continue
      }
      collectStreamFaults(before: place)
      records += 1
      let header = WARCHeader(UnsafeBufferPointer(rebasing: stream.unread[..<length]))
      stream.drop(length)
      let block = measureBlock(claimed: header.contentLength, place)
      pendingDrop = block.length
      pendingSkip = block.rest
      holdsArchive = header.contentType?.hasPrefix("application/warc") ?? false
      return WARCRecord(
        number: records, place: place, header: header,
        block: UnsafeBufferPointer(rebasing: stream.unread.prefix(block.length)), isOverLimit: block.isOverLimit)
    }
    return nil
  }

  private func note(_ fault: ArchiveFault, _ place: ArchiveOffset) {
    collectStreamFaults(before: place)
    faults.append(Fault(record: records, place: place, fault: fault))
  }

  /// Those of the stream belong to the record that is being read; a window may hold those of the next one already.
  private func collectStreamFaults(before place: ArchiveOffset? = nil) {
    for found in stream.takeFaults(before: place?.file ?? .max) {
      faults.append(Fault(record: records, place: found.place, fault: found.fault))
    }
  }

  // MARK: Borders

  /// Goes to the next `WARC/`; what stands before it is empty lines, or something to be told of.
  private func seekRecord() -> Bool {
    var stray: (place: ArchiveOffset, count: Int)?
    defer { if let stray { note(.noRecord(count: stray.count), stray.place) } }
    var mayBegin = true
    while stream.ensure(1) {
      if mayBegin, begins(at: 0) { return true }
      let byte = stream.unread[0]
      if stray == nil, byte == 0x0A || byte == 0x0D {
        stream.drop(1)
        continue
      }
      let border = nextBorder(from: 1, anywhere: true)
      // Letters that the window cuts, and what stands before them, are seen whole the next time.
      let count = border ?? max(stream.unread.count - Self.versionLine, 1)
      mayBegin = border != nil
      stray = (stray?.place ?? stream.place, (stray?.count ?? 0) + count)
      stream.drop(count)
      if border == nil, !stream.ensure(Self.versionLine + 1) {
        stray?.count += stream.unread.count
        stream.drop(stream.unread.count)
      }
    }
    return false
  }

  /// Whether the letters `WARC/` and a digit stand there.
  private func begins(at index: Int) -> Bool {
    guard stream.ensure(index + 6) else { return false }
    return Self.isVersion(stream.unread, at: index)
  }

  /// Whether it is `WARC/1.0` with its line end.
  private static func isVersionLine(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard i + versionLine <= bytes.count, bytes[i + 6] == UInt8(ascii: "."), bytes[i + 7] &- 0x30 < 10 else {
      return false
    }
    return bytes[i + 8] == 0x0A || bytes[i + 8] == 0x0D && bytes[i + 9] == 0x0A
  }

  private static func isVersion(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard i + 6 <= bytes.count else { return false }
    return bytes[i] == UInt8(ascii: "W") && bytes[i + 1] == UInt8(ascii: "A") && bytes[i + 2] == UInt8(ascii: "R")
      && bytes[i + 3] == UInt8(ascii: "C") && bytes[i + 4] == UInt8(ascii: "/") && bytes[i + 5] &- 0x30 < 10
  }

  /// The first place in the unread bytes where a record may begin: at the beginning of a line or of a member, or
  /// anywhere, if a whole version line stands there.
  private func nextBorder(from: Int, anywhere: Bool = false) -> Int? {
    let bytes = stream.unread
    let (marks, position) = (stream.marks, stream.position)
    var i = from
    while i + 6 <= bytes.count, let base = bytes.baseAddress, let hit = memchr(base + i, 0x57, bytes.count - i) {
      let index = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if Self.isVersion(bytes, at: index),
        bytes[index - 1] == 0x0A || anywhere && Self.isVersionLine(bytes, at: index)
          || marks.contains(where: { $0.position == position + index })
      {
        return index
      }
      i = index + 1
    }
    return nil
  }

  private func headerLength() -> Int? {
    var searched = 0
    while true {
      let head = UnsafeBufferPointer(rebasing: stream.unread.prefix(Self.longestHeader))
      if let length = HeaderFields.length(head, from: max(searched - 2, 0)) { return length }
      searched = head.count
      guard head.count < Self.longestHeader, stream.fill() else { return nil }
    }
  }

  // MARK: Blocks

  private struct Block {
    /// What is kept, from the first unread byte.
    var length: Int
    /// What follows of it behind the limit.
    var rest = 0
    var isOverLimit = false
  }

  private func measureBlock(claimed: Int?, _ place: ArchiveOffset) -> Block {
    guard let claimed else {
      let end = endByBorder(from: 0)
      note(.noLength(has: end), place)
      return block(upTo: end)
    }
    let wanted = min(claimed, longestBlock)
    var examined = 0
    while stream.unread.count < wanted {
      if let cut = recordMark(from: &examined, below: wanted) { return cutBlock(cut, claimed, place) }
      guard stream.fill() else { break }
    }
    if let cut = recordMark(from: &examined, below: wanted) { return cutBlock(cut, claimed, place) }
    if claimed > longestBlock, stream.unread.count >= wanted {
      return Block(length: wanted, rest: claimed - wanted, isOverLimit: true)
    }
    if stream.unread.count >= claimed, isBorder(claimed) { return Block(length: claimed) }
    if let inner = innerBorder(below: min(claimed, stream.unread.count)) {
      return cutBlock((inner, false), claimed, place)
    }
    guard stream.unread.count >= claimed else {
      let has = withoutGap(stream.unread.count)
      // Where the compressed data broke off, that has been told. What ends like a record was not cut.
      if !stream.endsBroken {
        let isWhole = endsInEmptyLine(has, stream.unread.count)
        note(isWhole ? .wrongLength(claimed: claimed, has: has) : .cutRecord(claimed: claimed, has: has), place)
      }
      return Block(length: has)
    }
    let end = endByBorder(from: claimed)
    note(.wrongLength(claimed: claimed, has: end), place)
    return block(upTo: end)
  }

  private func block(upTo end: Int) -> Block {
    let length = min(end, longestBlock)
    return Block(length: length, rest: end - length, isOverLimit: end >= longestBlock)
  }

  private func cutBlock(_ border: (index: Int, isBreak: Bool), _ claimed: Int, _ place: ArchiveOffset) -> Block {
    if border.isBreak { return Block(length: border.index) }
    let has = withoutGap(border.index)
    note(.wrongLength(claimed: claimed, has: has), place)
    return Block(length: has)
  }

  /// The first member behind `examined` that begins with a record, or behind a break, before `limit`.
  private func recordMark(from examined: inout Int, below limit: Int) -> (index: Int, isBreak: Bool)? {
    let (position, first) = (stream.position, examined)
    for mark in stream.marks where mark.position - position > first && mark.position - position < limit {
      let index = mark.position - position
      examined = index
      if mark.isBreak || begins(at: index) { return (index, mark.isBreak) }
    }
    return nil
  }

  /// Whether a record may end here: the end of the member or the file follows, or empty lines and the next record.
  private func isBorder(_ index: Int) -> Bool {
    var i = index
    while true {
      if i == stream.unread.count, stream.endsWithMember || !stream.ensure(i + 1) { return true }
      if i > 0, stream.marks.contains(where: { $0.position == stream.position + i }) { return true }
      let byte = stream.unread[i]
      guard byte == 0x0D || byte == 0x0A else { break }
      i += 1
      if i - index > Self.longestGap { return true }
    }
    // Behind a whole empty line it is what stands between the records that is wrong, not the length.
    return begins(at: i) || endsInEmptyLine(index, i)
  }

  private func endsInEmptyLine(_ start: Int, _ end: Int) -> Bool {
    stream.unread[start..<end].count { $0 == 0x0A } >= 2
  }

  /// A record's beginning inside the block, behind an empty line.
  private func innerBorder(below limit: Int) -> Int? {
    if begins(at: 0), Self.looksLikeHeader(stream.unread, at: 0) { return 0 }
    let bytes = stream.unread
    var i = 1
    for _ in 0..<Self.mostTrials {
      guard let hit = nextBorder(from: i), hit < limit else { return nil }
      let before = hit - withoutGap(hit)
      if before >= 2, Self.looksLikeHeader(bytes, at: hit) { return hit }
      i = hit + 1
    }
    return nil
  }

  /// Whether the line behind the version begins a record's header.
  private static func looksLikeHeader(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let head = UnsafeBufferPointer(rebasing: bytes[start...].prefix(longestHeader))
    let length = HeaderFields.length(head) ?? head.count
    let header = WARCHeader(UnsafeBufferPointer(rebasing: head[..<length]))
    return header.kind != .other("untyped")
  }

  /// The end of a block that is to be read up to the next record, without the empty lines before that.
  private func endByBorder(from: Int) -> Int {
    var searched = max(from, 1)
    var examined = from
    while true {
      if let mark = recordMark(from: &examined, below: .max) { return withoutGap(mark.index) }
      if let hit = nextBorder(from: searched) { return withoutGap(hit) }
      searched = max(stream.unread.count - 6, searched)
      if stream.unread.count >= longestBlock { return longestBlock }
      if !stream.fill() { return withoutGap(stream.unread.count) }
    }
  }

  /// The end of a block without the two line ends that follow each.
  private func withoutGap(_ end: Int) -> Int {
    let bytes = stream.unread
    var end = end
    for _ in 0..<2 where end > 0 && bytes[end - 1] == 0x0A {
      end -= 1
      if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return end
  }

  /// Steps over what a long block has behind the limit, without keeping it.
  ///
  /// There the length can't be checked by what follows it, since nobody could go back; so a whole header of a record ends
  /// the block, unless it is an archive inside the archive.
  private func skipRest() {
    defer { pendingSkip = 0 }
    while pendingSkip > 0, stream.ensure(min(pendingSkip, Self.versionLine)) || !stream.unread.isEmpty {
      let count = min(stream.unread.count, pendingSkip)
      guard !holdsArchive, let border = nextBorder(from: 1), border < count else {
        // Letters that the window cuts are seen whole the next time.
        let step = count == pendingSkip ? count : max(count - Self.versionLine / 2, 1)
        stream.drop(step)
        pendingSkip -= step
        continue
      }
      stream.drop(border - 1)
      pendingSkip -= border - 1
      _ = stream.ensure(Self.longestHeader)
      if Self.looksLikeHeader(stream.unread, at: 1) { return stream.drop(1) }
      stream.drop(2)
      pendingSkip -= 2
    }
  }
}
