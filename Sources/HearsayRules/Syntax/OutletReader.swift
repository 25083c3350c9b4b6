import HearsayDiagnostics
import HearsayText

/// Reads `outlet` blocks.
struct OutletReader {
  let reader: FieldReader

  func read(into sink: inout DiagnosticSink) -> OutletDefinition {
    var found = OutletDefinition(
      id: reader.block.name, location: reader.location, name: "", aliases: [], domains: [], country: nil, kind: nil,
      control: nil, owner: nil, note: nil, source: nil)
    var name: OutletDefinition.Alias?
    reader.forEachField(into: &sink) { field, sink in
      switch field.name {
      case .name:
        found.name = field.text
        name = OutletDefinition.Alias(text: found.name, location: field.location)
      case .aliases:
        for span in field.list { found.aliases.append(alias(span, field.file)) }
      case .domains: found.domains += field.list.map(field.file.string)
      case .country: found.country = field.text
      case .kind: found.kind = field.text
      case .control: found.control = control(field, into: &sink)
      case .owner: found.owner = field.text
      case .note: found.note = field.text
      default: found.source = found.source.map { $0 + "; " + field.text } ?? field.text
      }
    }
    if let name, !found.aliases.contains(where: { $0.text == name.text }) { found.aliases.insert(name, at: 0) }
    return found
  }

  private func alias(_ span: Span, _ file: SourceFile) -> OutletDefinition.Alias {
    OutletDefinition.Alias(text: file.string(span), location: SourceLocation(file, span))
  }

  /// `state RU`
  private func control(_ field: FieldReader.Field, into sink: inout DiagnosticSink) -> OutletDefinition.Control? {
    let words = field.words.map(field.file.string)
    guard let kind = words.first, words.count <= 2 else {
      sink.report(
        .unknownChoice, "`control` is a word and a country", at: field.location, "more than two words",
        help: "write who decides, then the country: `state RU`")
      return nil
    }
    return OutletDefinition.Control(kind: kind, country: words.count > 1 ? words[1] : nil)
  }
}
