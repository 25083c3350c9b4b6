/// The elements that reading a page makes a difference between; all others are `other`.
enum HTMLTag: UInt8, CaseIterable, Sendable {
  /// A piece of text, no element.
  case text
  case other
  case html, head, body, title, meta, link, base, script, style, noscript, template
  case article, main, section, div, header, footer, nav, aside, hgroup
  case p, h1, h2, h3, h4, h5, h6, blockquote, q, pre, hr, br
  case ul, ol, li, dl, dt, dd, menu
  case figure, figcaption, picture, img, video, audio, source, iframe, object, embed, svg, canvas, math
  case table, caption, thead, tbody, tfoot, tr, th, td
  case a, span, b, strong, i, em, u, small, sub, sup, font, cite, abbr, code, mark, s, del, ins, label, time, address
  case form, input, button, select, option, textarea, fieldset, legend, datalist
  case details, summary, dialog, center, map, wbr

  /// Elements that begin a new line of the page, whatever stands before them.
  var isBlock: Bool { Self.facts[Int(rawValue)] & 1 != 0 }
  /// Elements whose content no reader of the page sees as text.
  var isSkipped: Bool { Self.facts[Int(rawValue)] & 2 != 0 }
  /// Controls of the page.
  var isControl: Bool { Self.facts[Int(rawValue)] & 4 != 0 }
  var headingLevel: Int { self >= .h1 && self <= .h6 ? Int(rawValue - HTMLTag.h1.rawValue) + 1 : 0 }

  /// As it is written in a page.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { "\($0)" }

  private static let facts: [UInt8] = {
    let blocks: Set<HTMLTag> = [
      .html, .head, .body, .title, .article, .main, .section, .div, .header, .footer, .nav, .aside, .hgroup, .p, .h1,
      .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu, .figure, .figcaption,
      .video, .audio, .iframe, .table, .caption, .thead, .tbody, .tfoot, .tr, .th, .td, .address, .form, .button,
      .select, .option, .textarea, .fieldset, .legend, .details, .summary, .dialog, .center,
    ]
    let skipped: Set<HTMLTag> = [
      .script, .style, .noscript, .template, .iframe, .object, .svg, .canvas, .math, .video, .audio, .datalist, .select,
      .textarea, .map,
    ]
    let controls: Set<HTMLTag> = [.form, .input, .button, .select, .option, .textarea, .fieldset, .legend, .dialog]
    return allCases.map {
      (blocks.contains($0) ? 1 : 0) | (skipped.contains($0) ? 2 : 0) | (controls.contains($0) ? 4 : 0)
    }
  }()
}

extension HTMLTag: Comparable {
  static func < (a: HTMLTag, b: HTMLTag) -> Bool { a.rawValue < b.rawValue }
}

/// The attributes that are kept; all others are dropped while parsing.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
  case `class`, id, href, rel, name, content, property, itemprop, itemtype, itemscope, datetime, type, lang, role
  case hidden, style, src, alt, title
  case ariaHidden, ariaLabel, dataTestid, dataComponent, dataType, dataName, dataQa, dataModule, typeof
  case pubdate, dir, dataPublished

  /// As it is written in a page.
  var written: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .dataTestid: "data-testid"
    case .dataComponent: "data-component"
    case .dataType: "data-type"
    case .dataName: "data-name"
    case .dataQa: "data-qa"
    case .dataModule: "data-module"
    case .dataPublished: "data-published"
    default: "\(self)"
    }
  }
}

/// Finds small numbers by short names without making a String of them: open addressing over a hash of the bytes.
struct NameTable: Sendable {
  private var slots: [(hash: UInt64, value: UInt8)]
  private static let mask = 511

  init(_ names: [(String, UInt8)]) {
    slots = Array(repeating: (0, 0), count: Self.mask + 1)
    for (name, value) in names {
      var hash = NameHash.empty
      for byte in name.utf8 { hash = NameHash.add(byte, to: hash) }
      var i = Int(truncatingIfNeeded: hash) & Self.mask
      while slots[i].hash != 0 { i = (i + 1) & Self.mask }
      slots[i] = (hash, value)
    }
  }

  /// The number of a name that ends in a zero byte.
  @inline(__always)
  func find(_ name: UnsafePointer<UInt8>) -> UInt8? {
    var hash = NameHash.empty
    var p = name
    while p.pointee != 0 {
      hash = NameHash.add(p.pointee, to: hash)
      p += 1
    }
    return slots.withUnsafeBufferPointer { slots in
      var i = Int(truncatingIfNeeded: hash) & Self.mask
      while slots[i].hash != 0 {
        if slots[i].hash == hash { return slots[i].value }
        i = (i + 1) & Self.mask
      }
      return nil
    }
  }

  static let tags = NameTable(HTMLTag.allCases.filter { $0 > .other }.map { ("\($0)", $0.rawValue) })
  static let attributes = NameTable(HTMLAttribute.allCases.map { ($0.written, $0.rawValue) })
}

/// FNV-1a over 64 bits: the same on every machine, and long enough that no two names of a page share one.
enum NameHash {
  static let empty: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  static func of(_ text: String) -> UInt64 { text.utf8.reduce(empty) { add($1, to: $0) } }
}
