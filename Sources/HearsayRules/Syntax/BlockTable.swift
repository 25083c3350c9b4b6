import HearsayDiagnostics
import HearsayText

/// A block with everything that packs have added to it.
struct MergedBlock {
  var kind: RuleBlockKind
  var name: String
  /// The block that declares it, then those that extend it; indices into the table's blocks.
  var parts: [Int]
}

/// All blocks of all files by kind and name: where duplicates are found and `extends` and `replaces` are carried out.
struct BlockTable {
  let files: [SourceFile]
  let raw: [RawBlock]
  let fields: [RawField]
  private(set) var blocks: [MergedBlock] = []
  private var places: [Key: Int] = [:]

  private struct Key: Hashable {
    var kind: RuleBlockKind
    var name: String
  }

  init(files: [SourceFile], raw: [RawBlock], fields: [RawField], into sink: inout DiagnosticSink) {
    self.files = files
    self.raw = raw
    self.fields = fields
    places.reserveCapacity(raw.count)
    blocks.reserveCapacity(raw.count)
    for index in raw.indices { enter(index, into: &sink) }
  }

  func location(of block: RawBlock) -> SourceLocation { SourceLocation(files[block.file], block.nameSpan) }
  func location(of block: MergedBlock) -> SourceLocation { location(of: raw[block.parts[0]]) }

  private mutating func enter(_ index: Int, into sink: inout DiagnosticSink) {
    let block = raw[index]
    let key = Key(kind: block.kind, name: block.name)
    switch (block.change, places[key]) {
    case (nil, nil):
      places[key] = blocks.count
      blocks.append(MergedBlock(kind: block.kind, name: block.name, parts: [index]))
    case (nil, let place?):
      let first = location(of: blocks[place])
      let extends = block.kind.canBeExtended ? "`\(block.kind.keyword) extends \(block.name)` adds to it, " : ""
      sink.report(
        .duplicateName, "`\(block.kind.keyword) \(block.name)` is declared twice", at: location(of: block),
        "declared here again", secondary: [Diagnostic.Label(first, "declared here for the first time")],
        help: "choose another name; \(extends)`\(block.kind.keyword) replaces \(block.name)` takes its place")
    case (.extends?, let place?): blocks[place].parts.append(index)
    case (.replaces?, let place?): blocks[place].parts = [index]
    case (.some, nil) where sink.isFull(files[block.file]): return
    case (let change?, nil):
      let names = blocks.lazy.filter { $0.kind == block.kind }.map(\.name)
      sink.report(
        .nothingToChange, "there is no `\(block.kind.keyword) \(block.name)` to \(change.verb)",
        at: location(of: block), "not declared before this block",
        help: nearestName(to: block.name, among: names).map { "did you mean `\($0)`?" }
          ?? "leave out `\(change.rawValue)` to declare it here")
    }
  }
}

extension RawBlock.Change {
  fileprivate var verb: String { self == .extends ? "extend" : "replace" }
}
