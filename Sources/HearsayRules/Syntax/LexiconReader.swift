import HearsayDiagnostics
import HearsayText

/// Reads the blocks of word lists. Nothing here makes an object a word: a class is two flat arrays of offsets.
struct LexiconReader {
  let reader: FieldReader

  func read(into sink: inout DiagnosticSink) -> LexiconDefinition {
    var lexicon = LexiconDefinition(
      name: reader.block.name, location: reader.location, why: "", classes: [])
    var names: Set<String> = []
    reader.forEachField(into: &sink) { field, sink in
      guard field.name == .wordClass else {
        lexicon.why = field.text
        return
      }
      let found = Self.wordClass(field, into: &sink)
      if names.insert(found.name).inserted, names.count == Limits.classesPerLexicon + 1 {
        sink.report(
          .limitExceeded, "a lexicon of more than \(Limits.classesPerLexicon) classes", at: field.keyLocation,
          "the limit is passed here")
      }
      if names.count <= Limits.classesPerLexicon { lexicon.classes.append(found) }
    }
    return lexicon
  }

  /// `lemma/form/form, several words, …`; a line end ends an entry as a comma does.
  private static func wordClass(_ field: FieldReader.Field, into sink: inout DiagnosticSink) -> LexiconClass {
    var found = LexiconClass(
      name: field.file.string(field.key), location: field.keyLocation, entries: [], forms: [])
    let bytes = field.file.bytes
    var scanner = ByteScanner(bytes, field.value)
    var firstForm = 0
    scanner.skipSpace()
    while !scanner.isAtEnd {
      let start = scanner.position
      var end = start
      scan: while scanner.position < scanner.end {
        switch bytes[scanner.position] {
        case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "\n"): break scan
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
        default: end = scanner.position + 1
        }
        scanner.position += 1
      }
      if end > start {
        found.forms.append(FormRange(start: UInt32(clamping: start), end: UInt32(clamping: end)))
      } else {
        let place = Span(scanner.position, min(scanner.position + 1, scanner.end))
        sink.report(
          .emptyEntry, "an entry without words in class `\(found.name)`", at: SourceLocation(field.file, place),
          "nothing stands before it",
          help: "a comma or line end stands between entries, `/` between the forms of one")
      }
      let isSlash = scanner.at("/")
      if !isSlash {
        if found.forms.count > firstForm {
          found.entries.append(
            LexiconEntry(firstForm: Int32(clamping: firstForm), endForm: Int32(clamping: found.forms.count)))
        }
        firstForm = found.forms.count
      }
      let isComma = scanner.at(",")
      if isSlash || isComma { scanner.position += 1 }
      scanner.skipSpace()
      if isSlash, scanner.isAtEnd { reportOpenSlash(scanner.position, field, into: &sink) }
    }
    if found.forms.count > firstForm {
      found.entries.append(
        LexiconEntry(firstForm: Int32(clamping: firstForm), endForm: Int32(clamping: found.forms.count)))
    }
    return found
  }

  private static func reportOpenSlash(_ end: Int, _ field: FieldReader.Field, into sink: inout DiagnosticSink) {
    sink.report(
      .emptyEntry, "`/` at the end of class `\(field.file.string(field.key))`",
      at: SourceLocation(field.file, Span(end - 1, end)), "a form must follow")
  }
}
