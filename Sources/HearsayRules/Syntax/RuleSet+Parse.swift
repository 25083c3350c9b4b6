import HearsayDiagnostics
import HearsayText

extension RuleSet {
  /// Reads and checks files; the diagnostics stand in the order of files and places.
  ///
  /// The files are one set: a later one may use, extend and replace what an earlier one declares. Time is linear in the
  /// size of the files. Nothing that a file says can make this trap or take memory beyond a multiple of its size.
  public static func parse(files: [RuleFile]) -> (RuleSet, [Diagnostic]) {
    var sink = DiagnosticSink()
    let readable = admit(files, into: &sink)
    var raw: [RawBlock] = []
    var fields: [RawField] = []
    for (index, file) in readable.enumerated() {
      var reader = BlockReader(file: file, index: index, fields: fields)
      fields = []
      reader.read(into: &sink)
      raw += reader.blocks
      fields = reader.fields
    }
    let table = BlockTable(files: readable, raw: raw, fields: fields, into: &sink)
    var set = RuleSet()
    set.files = files
    for block in table.blocks { set.add(FieldReader(table: table, block: block), into: &sink) }
    var checker = Checker(set, sink: sink)
    checker.check()
    return (checker.set, checker.sink.sorted(files: files))
  }

  /// The files that are small enough; reports the others, and bytes that are no UTF-8.
  private static func admit(_ files: [RuleFile], into sink: inout DiagnosticSink) -> [RuleFile] {
    var total = 0
    return files.filter { file in
      let start = SourceLocation(file, Span(0, 0))
      guard file.bytes.count <= Limits.fileSize else {
        sink.report(
          .limitExceeded, "a rule file of more than \(Limits.fileSize >> 20) MiB", at: start, "the file is not read")
        return false
      }
      guard file.bytes.count <= Limits.totalSize - total else {
        sink.report(
          .limitExceeded, "rule files of more than \(Limits.totalSize >> 20) MiB in all", at: start,
          "this file is not read")
        return false
      }
      total += file.bytes.count
      if let offset = TextValidity.firstInvalidByte(in: file.bytes) {
        sink.report(
          .invalidText, "the file is not UTF-8", at: SourceLocation(file, Span(offset, offset + 1)),
          "this byte belongs to no character", help: "save the file as UTF-8")
      }
      return true
    }
  }

  private mutating func add(_ reader: FieldReader, into sink: inout DiagnosticSink) {
    let definitions = DefinitionReader(reader)
    switch reader.block.kind {
    case .rule: rules.append(RuleReader(reader: reader).read(into: &sink))
    case .fragment: fragments.append(definitions.fragment(into: &sink))
    case .lexicon: lexicons.append(LexiconReader(reader: reader).read(into: &sink))
    case .outlet: outlets.append(OutletReader(reader: reader).read(into: &sink))
    case .caveat: caveats.append(definitions.caveat(into: &sink))
    case .grade: grades.append(definitions.grade(into: &sink))
    case .weight: weights.append(definitions.weight(into: &sink))
    case .check: checks.append(definitions.check(into: &sink))
    case .profile: profiles.append(definitions.profile(into: &sink))
    case .language: languages.append(definitions.language(into: &sink))
    }
  }
}
