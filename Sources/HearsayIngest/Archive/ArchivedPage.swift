import HearsayStory
import HearsayText

/// A record that holds a page, taken out of its archive and not decoded yet.
struct ArchivedPage: Sendable {
  var input: InputPlace
  var record: Int
  var place: ArchiveOffset
  /// Where the page was fetched.
  var target: String?
  /// When, as the archive says it.
  var date: String?
  /// The `Content-Type` of the answer, for its charset.
  var contentType: String?
  /// Plain text that somebody has already taken out of the page (WET).
  var isText = false
  var claims: [String] = []
  var body: [UInt8]
  /// What was found out about the record so far.
  var notes: [String] = []

  /// Decodes the body and makes a story of it, or several of a feed.
  ///
  /// - Parameter pages: Without a reader of pages the body is taken as text.
  func read(_ pages: HTMLReader? = nil) -> [StoryReader.Element] {
    let decoded = BodyDecoder.decode(body, claims: claims)
    var elements: [StoryReader.Element] = []
    var page = self
    for fact in decoded.facts {
      page.notes.append(fact.what)
      // A crawler that cut a page has said so, and old archives claim an encoding for each page.
      if fact.isWorthAWarning, !notes.contains(where: { $0.hasPrefix("the crawler cut") }) {
        elements.append(.problem(problem(fact.what, severity: .warning)))
      }
    }
    elements.insert(contentsOf: page.stories(decoded.bytes, pages), at: 0)
    return elements
  }

  /// A problem of this record, with its number and its offset.
  func problem(_ what: String, help: String? = nil, severity: InputProblem.Severity = .error) -> InputProblem {
    var problem = input.problem("record \(record) at byte \(place): \(what)", help: help)
    problem.severity = severity
    return problem
  }
}

extension DecodedBody.Fact {
  var what: String {
    switch self {
    case .falseClaim(let name): "the header claims \(name); the page is kept without it"
    case .unsupported(let name): "the page is encoded with \(name), which can't be undone here"
    case .cut(let name): "the \(name) data of the page break off; what came before was read"
    case .wrongChecksum: "the checksum of the page is wrong; some of it may be too"
    case .overLimit(let limit): "the page has more than \(limit >> 20) MiB; the beginning was read"
    }
  }

  fileprivate var isWorthAWarning: Bool { if case .falseClaim = self { false } else { true } }
}
