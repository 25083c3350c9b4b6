import Hearsay
import HearsayDiagnostics
import HearsayIngest
import HearsayReport
import HearsayRulebook
import HearsayRules

/// The rules of a run: the base rulebook, and what the user adds to it.
struct LoadedRules {
  /// Those of the main language, or of the one that was asked for.
  let rulebook: Rulebook
  /// The files that `rulebook` was made from.
  let files: [RuleFolder.File]
  /// The rulebooks of all languages, `rulebook` as the main one.
  let shelf: RuleShelf
  /// All files, of all languages.
  private let allFiles: [RuleFolder.File]

  /// Prints what is wrong with the rules; fails when they can't be used.
  init(
    _ arguments: Arguments, _ console: Console, additional: [RuleFolder.File] = [],
    running: Set<Rule.Status>? = nil
  ) throws {
    try self.init(
      whole: LoadedRules.files(arguments, console) + additional, arguments, console, running: running)
  }

  /// A rulebook of these files and no others.
  init(
    whole allFiles: [RuleFolder.File], _ arguments: Arguments, _ console: Console, running: Set<Rule.Status>? = nil,
    language: String? = nil
  ) throws {
    self.allFiles = allFiles
    let packs = RulePacks(allFiles)
    files = packs.files(for: language ?? packs.main)
    rulebook = try LoadedRules.rulebook(files, arguments, console, running: running)
    shelf = RuleShelf(main: rulebook, packs: packs)
  }

  private static func rulebook(
    _ files: [RuleFolder.File], _ arguments: Arguments, _ console: Console, running: Set<Rule.Status>?
  ) throws(Failure) -> Rulebook {
    let running = running ?? arguments.running ?? [.stable]
    let (rulebook, diagnostics) =
      RuleCache(environment: console.environment)?.load(files: files, running: running)
      ?? Rulebook.load(files: files, running: running)
    var shown = arguments.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
    // A folder that is itself a copy of the rules declares each of them twice; a few of those errors tell it.
    let twice = diagnostics.count { $0.code == LoadedRules.declaredTwice }
    let isCopy = twice > LoadedRules.mostTwice
    if isCopy { shown = Array(shown.filter { $0.code == LoadedRules.declaredTwice }.prefix(1)) }
    console.report(shown, color: arguments.color)
    if let rulebook { return rulebook }
    let errors = diagnostics.count { $0.severity == .error }
    if isCopy {
      throw Failure(
        "the rules can't be used: \(twice) of them stand in the rulebook already",
        help: "`--rules` adds a folder to the rules that are built in; name one that holds your own only")
    }
    throw Failure(
      "the rules can't be used: \(errors == 1 ? "1 error" : "\(errors) errors")",
      help: "`hearsay rules lint DIR` checks a folder of rules")
  }

  /// The code of a block whose name another one has.
  private static let declaredTwice = "R023"
  /// Whoever takes over a few rules by mistake wants to see which.
  private static let mostTwice = 20

  /// The base rulebook's files, then those of `--rules` or, without it, of HEARSAY_RULES.
  static func files(_ arguments: Arguments, _ console: Console) throws(Failure) -> [RuleFolder.File] {
    var files = try base()
    var added = arguments.rules
    if added.isEmpty, let folder = console.environment("HEARSAY_RULES"), !folder.isEmpty { added = [folder] }
    for folder in added { files += try read(folder) }
    return files
  }

  /// The rules beside the executable, else the ones that are built in.
  static func base() throws(Failure) -> [RuleFolder.File] {
    guard let folder = RuleLocation.besideExecutable() else { return Rulebook.files(builtIn: builtInRules) }
    return try read(RuleLocation.shortened(folder))
  }

  static func read(_ folder: String) throws(Failure) -> [RuleFolder.File] {
    do {
      return try RuleFolder.read(folder)
    } catch {
      throw Failure("\(error.path): \(error.what)", help: "a rulebook is a folder of .rules files")
    }
  }

  /// The rulebook's name and the digest of all its files' bytes, as they stand in the output.
  var stamp: RulebookStamp {
    RulebookStamp(name: rulebook.name, sha256: SHA256.hexadecimal(allFiles.flatMap(\.bytes)))
  }
}
