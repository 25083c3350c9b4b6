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
      if field.name == .overlap {
        lexicon.overlap = field.text
        return
      }
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
      let end = formEnd(bytes, &scanner.position, scanner.end)
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

  /// Moves to the sign that ends a form, and returns where its last word ends.
  private static func formEnd(_ bytes: [UInt8], _ position: inout Int, _ limit: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var i = position
      var end = i
      while i < limit {
        let byte = buffer[i]
        // Letters stand behind all signs that matter here.
        if byte > UInt8(ascii: "/") {
          end = i + 1
        } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\n") {
          break
        } else if !byte.isBlank {
          end = i + 1
        }
        i += 1
      }
      position = i
      return end
    }
  }

  private static func reportOpenSlash(_ end: Int, _ field: FieldReader.Field, into sink: inout DiagnosticSink) {
    sink.report(
      .emptyEntry, "`/` at the end of class `\(field.file.string(field.key))`",
      at: SourceLocation(field.file, Span(end - 1, end)), "a form must follow")
  }
}
