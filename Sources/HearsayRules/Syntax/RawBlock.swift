import HearsayText

/// A block as its lines say it, before anybody has looked at the values.
struct RawBlock {
  enum Change: String { case extends, replaces }

  var kind: RuleBlockKind
  var change: Change?
  /// Index of the file.
  var file: Int
  var name: String
  var nameSpan: Span
  /// Its fields in the list of all fields.
  var fields: Range<Int>
  /// What unknown fields of the block were probably meant to be: nobody needs to hear that these are missing as well.
  var misspelt: [FieldName] = []
}

/// A field line with its continuation lines; 20 bytes, because a rulebook has tens of thousands.
struct RawField {
  var name: FieldName
  var keyStart: UInt32
  var keyEnd: UInt32
  var valueStart: UInt32
  var valueEnd: UInt32

  var key: Span { Span(Int(keyStart), Int(keyEnd)) }
  /// Without the space at its ends; line breaks and comment lines inside it count as space.
  var value: Span { Span(Int(valueStart), Int(valueEnd)) }
}
