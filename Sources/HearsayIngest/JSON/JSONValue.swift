/// A JSON value as a tree: for rows whose fields a program asks for one by one, such as gold sets.
///
/// Stories are not read this way: `StoryObject` keeps only what it needs of a line.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// In the order of the text; a key that stands twice is kept twice, and the last one counts.
  case object([Member])

  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue
  }

  /// The value of a key; nil for other values than objects.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The text of a string, or of a whole number: ids are written both ways.
  public var string: String? {
    switch self {
    case .string(let text): text
    case .number(let number): Int(exactly: number).map { "\($0)" }
    default: nil
    }
  }

  public var int: Int? {
    guard case .number(let number) = self else { return nil }
    return Int(exactly: number)
  }

  public var array: [JSONValue]? {
    guard case .array(let values) = self else { return nil }
    return values
  }

  /// Whether there is something: not null, false, an empty string or an empty list.
  public var isPresent: Bool {
    switch self {
    case .null, .bool(false), .string(""), .array([]), .object([]): false
    default: true
    }
  }
}

extension JSONScanner {
  /// Reads the value that comes next. Containers that nest deeper than `deepest` are a fault, so the stack is bounded.
  mutating func value(depth: Int = 0) throws(JSONFault) -> JSONValue {
    guard depth < JSONScanner.deepest else { throw JSONFault(.tooDeep, at: position) }
    skipSpace()
    let start = position
    switch byte {
    case Mark.quote.rawValue: return .string(decodeString(try string()))
    case Mark.openBrace.rawValue: return .object(try members(depth: depth))
    case Mark.openBracket.rawValue: return .array(try elements(depth: depth))
    default:
      try skipValue()
      let text = String(decoding: bytes(start..<position), as: UTF8.self)
      switch text {
      case "null": return .null
      case "true", "false": return .bool(text == "true")
      default:
        guard let number = Double(text) else { throw JSONFault(.badNumber, at: start) }
        return .number(number)
      }
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    position += 1
    var members: [JSONValue.Member] = []
    if take(.closeBrace) { return members }
    repeat {
      skipSpace()
      guard byte == Mark.quote.rawValue else { throw JSONFault(.expectedKey, at: position) }
      let key = decodeString(try string())
      guard take(.colon) else { throw JSONFault(.expectedColon, at: position) }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
    } while take(.comma)
    guard take(.closeBrace) else { throw JSONFault(.expectedCommaOrBrace, at: position) }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONValue] {
    position += 1
    var elements: [JSONValue] = []
    if take(.closeBracket) { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(.comma)
    guard take(.closeBracket) else { throw JSONFault(.expectedCommaOrBracket, at: position) }
    return elements
  }
}
