// What all printers are written with: a key with its value, brackets that can't go astray. The closures are inlined, so that
// they cost nothing over the calls that they stand for.
extension JSONWriter {
  @inline(__always)
  mutating func member(_ key: StaticString, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Null where there is nothing.
  @inline(__always)
  mutating func member(_ key: StaticString, _ value: String?) {
    self.key(key)
    string(value)
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ value: Double) {
    self.key(key)
    double(value)
  }

  /// Left out where there is nothing.
  @inline(__always)
  mutating func member(_ key: StaticString, ifAny value: String?) {
    if let value { member(key, value) }
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ value: Int) {
    self.key(key)
    int(value)
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  @inline(__always)
  mutating func member(_ key: StaticString, _ values: [String]) {
    self.key(key)
    strings(values)
  }

  @inline(__always)
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  @inline(__always)
  mutating func object(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// An array with one element for each item.
  @inline(__always)
  mutating func array<Items: Sequence>(
    _ key: StaticString, _ items: Items, _ body: (Items.Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    beginArray()
    for item in items { body(item, &self) }
    endArray()
  }

  /// An array with an object for each item.
  @inline(__always)
  mutating func objects<Items: Sequence>(
    _ key: StaticString, _ items: Items, _ body: (Items.Element, inout JSONWriter) -> Void
  ) {
    array(key, items) { item, json in json.object { body(item, &$0) } }
  }

  /// A key that isn't known when the tool is built: an identifier.
  mutating func member(dynamic key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(escaping: key)
    body(&self)
  }
}
