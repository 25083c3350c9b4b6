import Hearsay
import HearsayRules

extension RulesAction {
  /// For whoever works on the tool: writes what is built in. `make embed` calls it, `make check` calls it with --check.
  static let embed = RulesAction(
    name: "embed", operands: "[--check]", summary: "write a checkout's rules into its generated Swift files"
  ) { arguments, console in
    guard let rules = RuleLocation.besideExecutable(), rules.hasSuffix("/Rules"),
      RuleFolder.isFolder(String(rules.dropLast("Rules".count)) + "Sources")
    else {
      throw Failure("there is no checkout of Hearsay around this executable", help: "run `make embed` in one")
    }
    let top = String(rules.dropLast("/Rules".count))
    var isCurrent = true
    for part in EmbeddedPart.all {
      let source = try part.source(top)
      let path = top + "/" + part.output
      if let old = try? RuleFolder.read(path), old.first?.bytes.elementsEqual(source.utf8) == true { continue }
      isCurrent = false
      if arguments.checksOnly {
        console.report(
          Message(what: "the generated file is not current", place: part.output, help: "run `make embed`"),
          color: arguments.color)
      } else {
        let file = try Output.file(path)
        try file.write(source)
        try file.flush()
        try console.results.write("wrote \(part.output)\n")
      }
    }
    return isCurrent || !arguments.checksOnly ? .success : .failure
  }
}

/// Files of a checkout that are built in, and the Swift file that holds them. All paths start at the checkout.
struct EmbeddedPart {
  let constant: String
  let origin: String
  let inputs: [String]
  let output: String

  static let all = [
    EmbeddedPart(
      constant: "builtInRules", origin: "Rules/", inputs: ["Rules"],
      output: "Sources/HearsayRulebook/BuiltInRules.generated.swift"),
    EmbeddedPart(
      constant: "sampleDossier", origin: "Fixtures/", inputs: ["Fixtures/demo", "Fixtures/outlets.rules"],
      output: "Sources/HearsayRulebook/SampleDossier.generated.swift"),
  ]

  /// What the generated file should hold.
  func source(_ top: String) throws(Failure) -> String {
    var files: [RuleFolder.File] = []
    do {
      for input in inputs {
        for file in try RuleFolder.read(top + "/" + input, endings: [".rules", ".txt"]) {
          files.append((String(file.path.dropFirst(top.count + 1)), file.bytes))
        }
      }
    } catch {
      throw Failure("\(error.path): \(error.what)")
    }
    return RulebookEmbedding.source(files: files, as: constant, from: origin)
  }
}
