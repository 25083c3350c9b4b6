import HearsayReport
import HearsayRules

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension RulesAction {
  static let doc = RulesAction(
    name: "doc", operands: "-o DIR", summary: "the rulebook as HTML pages: rules, words, checks, outlets"
  ) { arguments, console in
    guard let folder = arguments.output, !folder.isEmpty else {
      throw UsageError("no folder was named", help: "hearsay rules doc -o handbook")
    }
    let loaded = try LoadedRules(arguments, console)
    let (set, _) = RuleSet.parse(files: loaded.files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw Failure("cannot make the folder `\(folder)`: \(systemMessage())", help: "is the folder above it there?")
    }
    for page in HandbookPages(loaded.rulebook, fragments: set.fragments).pages {
      let file = try Output.file(folder + "/" + page.name)
      try file.write(page.text)
      try file.flush()
    }
    if !arguments.isQuiet { try console.results.write("wrote the handbook; it begins at \(folder)/index.html\n") }
    return .success
  }
}
