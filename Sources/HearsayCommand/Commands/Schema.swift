import HearsayReport

extension Command {
  static let schema = Command(
    "schema", operands: "[NAME]", summary: "the JSON Schema of what the commands print",
    discussion: "schemas:\n" + JSONSchema.all.map { Help.row("  \($0.name)", $0.summary, column: 16) }.joined(),
    completing: .words(JSONSchema.all.map(\.name)),
    options: [.output, .color, .help]
  ) { arguments, console in
    guard let name = arguments.operands.first else {
      try console.results.write(JSONSchema.all.map { Help.row($0.name, $0.summary, column: 12) }.joined())
      return .success
    }
    guard let schema = JSONSchema.named(name) else {
      throw UsageError(
        "there is no schema `\(name)`",
        help: didYouMean(name, JSONSchema.all.map(\.name))
          ?? "the schemas are \(JSONSchema.all.map(\.name).joined(separator: ", "))")
    }
    let output = try arguments.output.map { path throws(Failure) in try Output.file(path) } ?? console.results
    try output.write(schema.text)
    try output.flush()
    return .success
  }
}
