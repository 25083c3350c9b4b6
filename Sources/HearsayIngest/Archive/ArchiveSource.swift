import HearsayStory

/// The pages of a web archive, one a record.
///
/// The records are found and inflated in the order of the file; undoing the encodings of a page, its characters and its
/// markup, which take ten times as long, are left to whichever thread has time.
final class ArchiveSource: StorySource {
  private let input: InputPlace
  private let reader: WARCReader
  private let pages: HTMLReader?
  private var tally = ArchiveTally()
  private var waiting: [StoryReader.Part] = []
  private var isDone = false

  init(_ stream: ArchiveStream, _ input: InputPlace, _ pages: HTMLReader? = nil) {
    self.input = input
    self.pages = pages
    reader = WARCReader(stream)
  }

  func nextPart() -> StoryReader.Part? {
    while waiting.isEmpty, !isDone {
      let record = reader.next()
      waiting += reader.takeFaults().map { .element(.problem(problem(of: $0))) }
      if let record {
        if let page = page(of: record) {
          tally.addPage()
          waiting.append(.deferred(DeferredReading(size: page.body.count) { [pages] in page.read(pages) }))
        }
        reader.finishRecord()
      } else {
        isDone = true
        waiting += lastWords().map { .element(.problem($0)) }
      }
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// The next page, whatever stands before it.
  func nextPage() -> ArchivedPage? {
    while let record = reader.next() {
      let page = page(of: record)
      reader.finishRecord()
      if let page { return page }
    }
    return nil
  }

  /// How far the file has been read.
  var progress: ReadingProgress? {
    ReadingProgress(
      path: input.argument, bytesRead: reader.stream.fileOffset, size: reader.stream.fileSize, pages: tally.pages,
      resume: reader.nextPlace)
  }

  private func lastWords() -> [InputProblem] {
    if let failure = reader.stream.readFailure { return [FolderWalk.problem(opening: input.argument, failure)] }
    guard reader.records > 0 else {
      return [
        input.problem("no record in this archive", help: "is the offset right, and the file a WARC archive?")
      ]
    }
    var summary = input.problem(tally.summary)
    summary.severity = .note
    return [summary]
  }

  private func problem(of found: WARCReader.Fault) -> InputProblem {
    let who: String
    switch found.fault {
    case .strayBytes, .noRecord, .endlessHeader:
      who = found.record == 0 ? "before the first record, at" : "behind record \(found.record), at"
    default: who = "record \(found.record) at"
    }
    var problem = input.problem("\(who) byte \(found.place): \(found.fault.what)", help: found.fault.help)
    problem.severity = found.fault.losesData ? .error : .warning
    return problem
  }

  // MARK: Records

  /// The page that a record holds; nil for one without, which is counted under what it is.
  private func page(of record: WARCRecord) -> ArchivedPage? {
    let header = record.header
    switch header.kind {
    case .other(let kind): tally.leaveOut(kind)
    // The page stands in the record of an earlier visit.
    case .revisit: tally.leaveOut("revisit")
    case .response: return answer(record)
    case .resource, .conversion:
      let type = header.contentType ?? header.payloadType ?? "of no type"
      guard MediaType.isPage(type) || header.kind == .conversion && type == "text/plain" else {
        tally.leaveOut(type)
        return nil
      }
      return page(record, body: 0, isText: type == "text/plain")
    }
    return nil
  }

  /// The page of a server's answer.
  private func answer(_ record: WARCRecord) -> ArchivedPage? {
    guard let message = HTTPMessage(record.block) else {
      let type = record.header.contentType ?? "of no type"
      guard type == "application/http" || MediaType.isPage(type), Self.looksLikePage(record.block) else {
        tally.leaveOut(type == "application/http" ? "without an HTTP header" : type)
        return nil
      }
      var page = page(record, body: 0)
      page?.notes.append("the record has no HTTP header; all of it was read as the page")
      return page
    }
    let body = UnsafeBufferPointer(rebasing: record.block[message.bodyStart...])
    if body.isEmpty {
      tally.leaveOut((300..<400).contains(message.status) ? "redirect" : "empty page")
      return nil
    }
    let type = message.mediaType ?? record.header.payloadType
    if let type, !MediaType.isPage(type), record.header.payloadType.map(MediaType.isPage) != true {
      tally.leaveOut(type)
      return nil
    }
    var page = page(record, body: message.bodyStart)
    page?.contentType = message.fields["content-type"]
    page?.claims = message.claimedEncodings
    if message.status == 206 {
      let range = message.fields["content-range"].map { ", \($0)" } ?? ""
      page?.notes.append("HTTP status 206: only a part of the page\(range)")
    } else if message.status != 200 {
      page?.notes.append(
        message.status == 0 ? "the answer has no HTTP status" : "HTTP status \(message.status): not the page itself")
    }
    return page
  }

  private func page(_ record: WARCRecord, body: Int, isText: Bool = false) -> ArchivedPage? {
    let bytes = UnsafeBufferPointer(rebasing: record.block[body...])
    guard !bytes.isEmpty else {
      tally.leaveOut("empty page")
      return nil
    }
    var page = ArchivedPage(
      input: input, record: record.number, place: record.place, target: record.header.target,
      date: record.header.date, contentType: record.header.contentType, isText: isText, body: Array(bytes))
    if let reason = record.header.truncated { page.notes.append("the crawler cut the page (\(reason))") }
    if record.isOverLimit {
      let note = DecodedBody.Fact.overLimit(WARCReader.longestBlock).what
      page.notes.append(note)
      waiting.append(.element(.problem(page.problem(note, severity: .warning))))
    }
    return page
  }

  private static func looksLikePage(_ block: UnsafeBufferPointer<UInt8>) -> Bool {
    block.prefix(1024).first { !ContentKind.isSpace($0) } == UInt8(ascii: "<")
  }
}
