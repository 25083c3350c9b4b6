import HearsayAudit
import HearsayIngest
import HearsayReport
import HearsayRules

// Every option of the tool. A command names those that it takes.
extension Option {
  static let help = Option("help", short: "h", help: "print this help", sets: \.wantsHelp)

  static let version = Option("version", short: "V", help: "print the version", sets: \.wantsVersion)

  // MARK: Output

  static let format = Option(
    "format", value: "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
    help: "text for people (default), json: an array, jsonl: one story a line"
  ) { arguments, value in
    arguments.format = value
  }

  static let documentFormat = Option(
    "format", value: "FORMAT", choices: DocumentFormat.all.map(\.name),
    help: "one of those listed above; by the ending of -o FILE, else text"
  ) { arguments, value in
    arguments.format = value
  }

  static let excel = Option(
    "excel", help: "CSV for spreadsheets: a byte order mark, and an apostrophe before what looks like a formula"
  ) { arguments, _ in
    arguments.includesFormulas = false
    arguments.hasByteOrderMark = true
  }

  static let output = Option(
    "output", short: "o", value: "FILE", help: "write there, in the format that its name ends in", completing: .files,
    into: \.output)

  static let color = Option(
    "color", value: "WHEN", choices: ColorPolicy.allCases.map(\.rawValue),
    help: "auto (default; obeys NO_COLOR), always or never"
  ) { arguments, value in
    arguments.color = ColorPolicy(rawValue: value) ?? .auto
  }

  static let quiet = Option("quiet", short: "q", help: "no summary, no messages but errors", sets: \.isQuiet)

  static let verbose = Option(
    "verbose", short: "v", help: "contents in full, and the rule behind each line", sets: \.isVerbose)

  // MARK: Rules and work

  static let rules = Option(
    "rules", value: "DIR", help: "add a folder of rules to the built-in ones; also HEARSAY_RULES",
    completing: .folders, adding: \.rules)

  static let status = Option(
    "status", value: "STATUS", choices: Rule.Status.allCases.map(\.rawValue),
    help: "run rules of this status and above: draft, test, stable (default)"
  ) { arguments, value in
    let all = Rule.Status.allCases
    arguments.running = Set(all.drop { $0.rawValue != value })
  }

  static let jobs = Option("jobs", short: "j", value: "N", help: "threads; as many as there are cores by default") {
    arguments, value throws(UsageError) in
    guard let number = Int(value), (1...256).contains(number) else {
      throw UsageError("`--jobs` takes a number from 1 to 256, not `\(value)`")
    }
    arguments.jobs = number
  }

  // MARK: What a text lacks

  static let outlet = Option(
    "outlet", value: "NAME", help: "who published the story, where it doesn't say so", into: \.outlet)

  static let title = Option("title", value: "TEXT", help: "its headline", into: \.title)

  static let date = Option("date", value: "YYYY-MM-DD", help: "the day of its publication") {
    arguments, value throws(UsageError) in
    // A time behind the day does no harm.
    let parts = value.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard value.utf8.count >= 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else {
      throw UsageError("`--date` takes a day, not `\(value)`", help: "as in `--date 2031-04-12`")
    }
    arguments.date = value
  }

  static let url = Option("url", value: "URL", help: "where it was published", into: \.url)

  static let language = Option("lang", value: "CODE", help: "its language, as in en", into: \.language)

  // MARK: Where stories come from

  static let allowLocal = Option(
    "allow-local", help: "fetch pages from this machine and its network too", sets: \.allowsLocal)

  static let fromOffset = Option(
    "from-offset", value: "N", help: "begin at this byte of a web archive, as an earlier run has printed it"
  ) { arguments, value throws(UsageError) in
    guard let offset = ArchiveOffset(value) else {
      throw UsageError(
        "`--from-offset` takes a count of bytes, not `\(value)`", help: "as in `--from-offset 8412` or `0+490045`")
    }
    arguments.fromOffset = offset
  }

  // MARK: Audit

  static let select = checks(
    "select", help: "only these checks, by id or beginning: ANON,NUM-01", into: \.select)

  static let ignore = checks("ignore", help: "all but these checks", into: \.ignore)

  static let profile = Option(
    "profile", value: "NAME",
    help: "the checks and levels of a kind of desk: ap, reuters, bbc, osint, wikipedia, classroom",
    completing: .profiles, into: \.profile)

  static let baselineFile = Option(
    "baseline", value: "FILE", help: "findings that were there before don't count; see hearsay baseline",
    completing: .files, into: \.baseline)

  static let watch = Option("watch", help: "do it again whenever an input changes", sets: \.watches)

  // MARK: Configuration

  static let configuration = Option(
    "config", value: "FILE", help: "this configuration, not the nearest hearsay.conf; also HEARSAY_CONFIG",
    completing: .files, into: \.configuration)

  static let noConfiguration = Option("no-config", help: "no configuration file", sets: \.ignoresConfiguration)

  static let showConfiguration = Option(
    "show-config", help: "print every setting and where it comes from", sets: \.showsConfiguration)

  static let failOn = Option(
    "fail-on", value: "LEVEL", choices: ["error", "warning", "note", "never"],
    help: "exit with 1 when something is found at this level or above (error)"
  ) { arguments, value in
    arguments.failOn = Level.allCases.first { $0.name == value }
    arguments.failOnIsGiven = true
  }

  static let exitZero = Option("exit-zero", help: "exit with 0 whatever is found", sets: \.exitZero)

  // MARK: Corroboration

  static let unverified = Option(
    "unverified", help: "only claims that are not verified, each with the sentence to add", sets: \.listsUnverified)

  static let owners = Option(
    "owners", value: "HOW", choices: ["together", "separate"],
    help: "whether outlets of one owner count as one origin (together)"
  ) { arguments, value in
    arguments.ownersTogether = value == "together"
  }

  static let score = Option(
    "score", value: "HOW", choices: ScoreStyle.allCases.map(\.rawValue),
    help: "the score as a number (default), in words, or not at all: none"
  ) { arguments, value in
    arguments.score = ScoreStyle(rawValue: value) ?? .number
  }

  // MARK: Contents of the JSON

  static let text = Option("text", help: "put each story's text into the JSON", sets: \.includesText)

  static let sentences = Option("sentences", help: "list the sentences too", sets: \.includesSentences)

  // MARK: Actions of `rules`

  static let reportFormat = Option(
    "format", value: "FORMAT", choices: ReportFormat.allCases.map(\.rawValue),
    help: "text for people (default), json, or junit (test) for continuous integration"
  ) { arguments, value in
    arguments.reportFormat = ReportFormat(rawValue: value) ?? .text
  }

  static let time = Option(
    "time", help: "with profile: measure the time too, which is never the same twice", sets: \.showsTime)

  static let check = Option(
    "check", help: "with embed: only say whether the generated files are current", sets: \.checksOnly)

  // MARK: Evaluation

  static let predictions = Option(
    "predictions", value: "FILE", help: "write what was predicted there, as JSON lines", completing: .files,
    into: \.predictions)

  static let errors = Option(
    "errors", help: "group the misses and the false finds by their mechanism", sets: \.listsErrors)

  static let direct = Option("direct", help: "count only attributions with a quotation", sets: \.directOnly)

  static let learn = Option(
    "learn", value: "FILE", help: "with fusion: learn who copies whom from these reports; may be repeated",
    completing: .files, adding: \.learn)

  // MARK: Groups that several commands take

  static let common = [format] + streams
  /// Like `common`, for commands that write reports.
  static let reporting = [documentFormat, excel] + streams
  static let streams = [output, color, quiet, verbose, help]
  static let reading = [outlet, title, date, url, language, allowLocal, fromOffset]
  static let analysis = [rules, status, jobs, configuration, noConfiguration, showConfiguration]

  private static func checks(
    _ name: String, help: String, into place: WritableKeyPath<Arguments, [String]> & Sendable
  ) -> Option {
    Option(name, value: "CHECKS", help: help, completing: .checks) { arguments, value throws(UsageError) in
      let prefixes = value.split(separator: ",").map { CheckID.normalized($0.filter { $0 != " " }) }.filter {
        !$0.isEmpty
      }
      guard !prefixes.isEmpty else {
        throw UsageError(
          "`--\(name)` takes checks, as in `--\(name) ANON,NUM-01`", help: "`hearsay explain` lists all checks")
      }
      arguments[keyPath: place] += prefixes
    }
  }
}
