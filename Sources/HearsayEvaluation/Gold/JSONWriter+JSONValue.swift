import HearsayIngest
import HearsayReport

extension JSONWriter {
  /// Writes a value as it was read. Values nest as deep as the reader allows, so the recursion is bounded.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let number):
      if let whole = Int(exactly: number) { int(whole) } else { double(number) }
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(escaping: member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}
