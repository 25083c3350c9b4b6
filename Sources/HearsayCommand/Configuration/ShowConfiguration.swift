import HearsayReport

/// `--show-config`: every value that a file may set, and where the one that holds comes from.
enum ShowConfiguration {
  static func write(_ arguments: Arguments, _ console: Console) throws {
    var paper = console.resultWriter(arguments.color)
    paper.line(arguments.loaded.path ?? "no configuration file", .strong)
    for option in Setting.options {
      let (value, place) = origin(option, arguments)
      paper.spaces(2)
      paper.write(option.name)
      paper.spaces(max(12 - option.name.count, 1))
      paper.write(value)
      paper.spaces(max(24 - value.count, 2))
      paper.line(place, .faint)
    }
    for item in arguments.loaded.levels {
      paper.line("  check \(item.check): \(item.level?.name ?? "off")  (\(item.place))")
    }
    for item in arguments.loaded.acceptances {
      paper.line("  accept \(item.check) “\(item.words)”: \(item.reason)  (\(item.place))")
    }
    try console.results.write(paper.out)
  }

  /// What holds where nobody says anything; options that are not here have no value then.
  private static let defaults = [
    Option.failOn.name: "error", Option.documentFormat.name: "text", Option.color.name: "auto",
    Option.jobs.name: "one a core", Option.score.name: "number", Option.owners.name: "together",
  ]

  private static func origin(_ option: Option, _ arguments: Arguments) -> (value: String, place: String) {
    if let value = arguments.given[option.name] { return (value, "command line") }
    if let setting = arguments.loaded.settings.last(where: { $0.key == option.name }) {
      return (setting.value, setting.place)
    }
    return (defaults[option.name] ?? "—", "default")
  }
}
