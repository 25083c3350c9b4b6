import HearsayDiagnostics
import HearsayText

/// A rulebook's compiled form as bytes, so that the next run need not compile it again.
///
/// Only what takes long to work out is in it: tables of plain values, as they lie in memory. Rules, outlets and all that
/// people read come from the files each time. An image is for the program that made it, and for the files it was made from;
/// whoever keeps one sees to that.
extension Rulebook {
  /// The compiled form, with a checksum.
  public func image() -> [UInt8] {
    var writer = ImageWriter()
    index.write(to: &writer)
    engine.write(to: &writer)
    var image = writer.bytes
    withUnsafeBytes(of: FormHash.digest(writer.bytes, count: writer.bytes.count)) { image.append(contentsOf: $0) }
    return image
  }

  /// Reads and checks rule files, and takes their compiled form from an image of them, or compiles it where the image is
  /// damaged. The errors are those of `load(files:running:)`.
  public static func load(
    files: [(path: String, bytes: [UInt8])], running: Set<Rule.Status> = [.stable], image: [UInt8]
  ) -> (Rulebook?, [Diagnostic]) {
    let (set, diagnostics) = RuleSet.parse(files: files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    let language = LanguageSettings(set.languages.first)
    if let output = RuleCompiler.Output(image: image, of: set, language) {
      return (Rulebook(set, language, running, output), diagnostics)
    }
    let (rulebook, more) = compile(set, running: running)
    return (rulebook, diagnostics + more)
  }
}

extension RuleCompiler.Output {
  init?(image: [UInt8], of set: RuleSet, _ language: LanguageSettings) {
    let count = image.count - 8
    guard count >= 0 else { return nil }
    let digest = image.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: count, as: UInt64.self) }
    guard digest == FormHash.digest(image, count: count) else { return nil }
    var reader = ImageReader(image, count: count)
    guard let lexicons = try? LexiconIndex(&reader, PredicateNames(set.lexicons), language),
      let engine = try? Engine(&reader, of: set, lexicons.predicates), reader.isAtEnd
    else { return nil }
    self.init(engine: engine, lexicons: lexicons, plans: nil, diagnostics: [])
  }
}

extension LexiconIndex {
  fileprivate func write(to writer: inout ImageWriter) {
    writer.write(vocabulary.slots)
    writer.write(vocabulary.bytes)
    writer.write(vocabulary.offsets)
    writer.write(vocabulary.heads)
    writer.write(rows)
    writer.write(sets.bits)
    writer.write(count: sets.stride)
    automaton.write(to: &writer)
    writer.write(lemmas)
  }

  fileprivate init(
    _ reader: inout ImageReader, _ predicates: PredicateNames, _ language: LanguageSettings
  ) throws(ImageReader.Damage) {
    let vocabulary = Vocabulary(
      slots: try reader.read(), bytes: try reader.read(), offsets: try reader.read(), heads: try reader.read())
    self.init(
      vocabulary, language, rows: try reader.read(),
      sets: PredicateSets(bits: try reader.read(), stride: try reader.readCount()),
      automaton: try PhraseAutomaton(&reader), predicates: predicates, lemmas: try reader.readLists())
    guard lemmas.count == predicates.all.count else { throw ImageReader.Damage() }
  }
}

extension Engine {
  fileprivate func write(to writer: inout ImageWriter) {
    writer.write(code)
    writer.write(forms)
    writer.write(programs)
    writer.write(needsOfPrograms)
    writer.write(rules.map(\.exceptions))
    for table in dispatch {
      writer.write(table.starts)
      writer.write(table.entries)
      writer.write(table.edges)
      writer.write(table.everywhere)
    }
    writer.write(count: sideCount)
    writer.write(needs.rows)
    writer.write([needs.quote])
    writer.write(stops)
  }

  fileprivate init(
    _ reader: inout ImageReader, of set: RuleSet, _ predicates: PredicateNames
  ) throws(ImageReader.Damage) {
    code = try reader.read()
    forms = try reader.read()
    programs = try reader.read()
    needsOfPrograms = try reader.read()
    let exceptions = try reader.readLists(Program.self)
    guard exceptions.count == set.rules.count else { throw ImageReader.Damage() }
    let conditions = RuleConditions(set, set.patternsOfFragments, predicates)
    rules = zip(set.rules, exceptions).map { rule, exceptions in
      conditions.make(rule, exceptions: exceptions) { _ in }
    }
    for _ in Rule.Scope.allCases {
      var table = DispatchTable()
      table.starts = try reader.read()
      table.entries = try reader.read()
      table.edges = try reader.read()
      table.everywhere = try reader.read()
      dispatch.append(table)
    }
    sideCount = try reader.readCount()
    let rows = try reader.read(UInt64.self)
    guard let quote = try reader.read(UInt64.self).first else { throw ImageReader.Damage() }
    needs = NeedTable(rows: rows, quote: quote)
    stops = try reader.read()
  }
}
