/// Patterns as text, in the language they are read from: parsing the text gives the same elements again.
extension Pattern: CustomStringConvertible {
  public var description: String { PatternElement.text(of: elements, typed: false) }
}

extension PatternElement: CustomStringConvertible {
  public var description: String { text(typed: false) }

  static func text(of elements: [PatternElement], typed: Bool) -> String {
    elements.map { $0.text(typed: typed) }.joined(separator: " ")
  }

  private static func text(of alternatives: [[PatternElement]], typed: Bool) -> String {
    alternatives.map { text(of: $0, typed: typed) }.joined(separator: " | ")
  }

  /// `typed`: inside `< >`, where a bare type name is the type.
  private func text(typed: Bool) -> String {
    switch self {
    case .word(let word): Self.escaped(word)
    case .lexicon(let name, let className): "@" + Self.path(name, className)
    case .verb(let name, let className, let form): form.keyword + " @" + Self.path(name, className)
    case .type(let type): typed ? type.name : "<\(type.name)>"
    case .capture(let name, let alternatives): "<\(name): \(Self.text(of: alternatives, typed: true))>"
    case .group(let alternatives): "( \(Self.text(of: alternatives, typed: typed)) )"
    case .optional(let element): element.text(typed: typed) + "?"
    case .gap(let count): "..\(count)"
    case .start: "^"
    case .end: "$"
    case .fragment(let name): "%" + name
    }
  }

  private static func path(_ name: String, _ className: String?) -> String {
    className.map { "\(name).\($0)" } ?? name
  }

  private static func escaped(_ word: String) -> String {
    if VerbForm(keyword: word) != nil || PhraseType(name: word) != nil { return "\\" + word }
    var text: [UInt8] = []
    for byte in word.utf8 {
      let isComment = byte == UInt8(ascii: "#") && text.isEmpty
      if PatternParser.special.contains(byte) || isComment { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
