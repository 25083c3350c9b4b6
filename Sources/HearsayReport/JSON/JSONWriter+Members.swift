// Shorthand for formats in which clarity counts for more than speed: a key with its value, brackets that can't go astray.
extension JSONWriter {
  mutating func member(_ key: StaticString, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Left out where there is nothing.
  mutating func member(_ key: StaticString, ifAny value: String?) {
    if let value { member(key, value) }
  }

  mutating func member(_ key: StaticString, _ value: Int) {
    self.key(key)
    int(value)
  }

  mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  mutating func member(_ key: StaticString, _ values: [String]) {
    self.key(key)
    strings(values)
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// An array with one element for each item.
  mutating func array<Item>(_ key: StaticString, _ items: [Item], _ body: (Item, inout JSONWriter) -> Void) {
    self.key(key)
    beginArray()
    for item in items { body(item, &self) }
    endArray()
  }

  /// A key that isn't known when the tool is built: an identifier.
  mutating func member(dynamic key: String, _ body: (inout JSONWriter) -> Void) {
    string(key)
    out.append(UInt8(ascii: ":"))
    endRecord()
    body(&self)
  }
}
