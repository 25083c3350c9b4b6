/// Where and why bytes are not JSON.
struct JSONFault: Error, Equatable {
  enum Kind: Equatable {
    case expectedValue, expectedKey, expectedColon, expectedCommaOrBrace, expectedCommaOrBracket
    case expectedObject, expectedEnd
    case unfinishedString, controlCharacter, badEscape, badNumber, tooDeep
    case wrongType(key: String, wanted: String)
    case noText
  }

  var kind: Kind
  /// The byte at which it shows.
  var offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  var what: String {
    switch kind {
    case .expectedValue: "expected a JSON value"
    case .expectedKey: "expected a key in double quotation marks"
    case .expectedColon: "expected `:` after the key"
    case .expectedCommaOrBrace: "expected `,` or `}` after the value"
    case .expectedCommaOrBracket: "expected `,` or `]` after the value"
    case .expectedObject: "expected a story object, `{\"text\": …}`"
    case .expectedEnd: "something stands behind the end of the JSON value"
    case .unfinishedString: "the string has no closing quotation mark"
    case .controlCharacter: "a control character stands unescaped in a string"
    case .badEscape: "this escape is not one that JSON knows"
    case .badNumber: "this number is not written as JSON writes numbers"
    case .tooDeep: "values are nested more than \(JSONScanner.deepest) deep"
    case .wrongType(let key, let wanted): "`\(key)` is not \(wanted)"
    case .noText: "the story has no `text`"
    }
  }

  var help: String {
    switch kind {
    case .expectedEnd: "put one story on each line, or all of them in one array"
    case .controlCharacter: "write line breaks as \\n and tabs as \\t; does the line break in the middle of a string?"
    case .badEscape: "a backslash is written \\\\"
    case .unfinishedString: "the line may have been cut off"
    case .tooDeep: "leave the nested fields out; hearsay reads only those of its own"
    case .noText, .wrongType, .expectedObject:
      "a story is {\"id\": …, \"text\": …, \"title\": …, \"outlet\": …, \"url\": …, \"date\": …, "
        + "\"byline\": […], \"lang\": …}, of which only `text` is needed"
    default: "write the line with a JSON library"
    }
  }
}
