/// The lines `name: value` of a record or an HTTP message, read leniently: CRLF or LF, folded lines, any case.
struct HeaderFields {
  /// In the order of the input; names in small letters, values without the space around them.
  private(set) var fields: [(name: String, value: String)] = []

  init() {}

  /// - Parameter bytes: The header's lines without the first one and without the empty line behind them.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < bytes.count {
      let lineEnd = bytes[i...].firstIndex(of: 0x0A) ?? bytes.count
      add(UnsafeBufferPointer(rebasing: bytes[i..<lineEnd]))
      i = lineEnd + 1
    }
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
      let more = Self.text(line)
      if !more.isEmpty { fields[fields.count - 1].value += " " + more }
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = Self.text(UnsafeBufferPointer(rebasing: line[..<colon])).lowercased()
    fields.append((name, Self.text(UnsafeBufferPointer(rebasing: line[(colon + 1)...]))))
  }

  /// The first value with this name, which is in small letters.
  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = bytes.firstIndex(where: { !ContentKind.isSpace($0) }),
      let last = bytes.lastIndex(where: { !ContentKind.isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// The length of a header that begins here, with the empty line that ends it; nil where no empty line has been seen.
  /// - Parameter from: Before this there is none, as an earlier search has found.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, from: Int = 0) -> Int? {
    var i = from
    while i < bytes.count, let hit = bytes[i...].firstIndex(of: 0x0A) {
      if hit + 1 < bytes.count, bytes[hit + 1] == 0x0A { return hit + 2 }
      if hit + 2 < bytes.count, bytes[hit + 1] == 0x0D, bytes[hit + 2] == 0x0A { return hit + 3 }
      i = hit + 1
    }
    return nil
  }
}

/// What the reading needs of a record's header.
struct WARCHeader {
  enum Kind: Equatable {
    case response, resource, conversion, revisit
    /// Another, by its name.
    case other(String)
  }

  let kind: Kind
  /// Without the angle brackets that some writers put around it.
  let target: String?
  /// When it was fetched, as in 2024-05-01T12:00:00Z.
  let date: String?
  let contentType: String?
  /// Nil where it is missing or no number.
  let contentLength: Int?
  /// Why the crawler cut the record: `length`, `time`, `disconnect`.
  let truncated: String?
  /// What the crawler takes the page for, whatever the server said.
  let payloadType: String?

  /// - Parameter bytes: The header with its first line, `WARC/1.0`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let firstEnd = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    let fields = HeaderFields(UnsafeBufferPointer(rebasing: bytes[firstEnd...]))
    switch fields["warc-type"]?.lowercased() {
    case "response": kind = .response
    case "resource": kind = .resource
    case "conversion": kind = .conversion
    case "revisit": kind = .revisit
    case let other: kind = .other(other ?? "untyped")
    }
    target = fields["warc-target-uri"].map { uri in
      uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
    }
    date = fields["warc-date"]
    contentType = fields["content-type"].map(MediaType.essence)
    contentLength = fields["content-length"].flatMap { text in
      text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
    truncated = fields["warc-truncated"]
    payloadType = fields["warc-identified-payload-type"].map(MediaType.essence)
  }
}

enum MediaType {
  /// `text/html` of `Text/HTML; charset=utf-8`.
  static func essence(_ value: String) -> String {
    let bare = value.prefix { $0 != ";" && $0 != "," && $0 != " " && $0 != "\t" }
    return bare.lowercased()
  }

  static func isPage(_ essence: String) -> Bool { essence == "text/html" || essence == "application/xhtml+xml" }
}
