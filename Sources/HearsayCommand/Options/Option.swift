/// One option, defined once: the parser, the help, the suggestions and whatever documents the command read it from here.
struct Option: Sendable {
  /// `format`, without its dashes.
  let name: String
  /// `o` for `-o`.
  let short: Character?
  /// What stands for the value in the help; nil for a switch.
  let value: String?
  /// The only values that it takes; empty for any.
  let choices: [String]
  let help: String
  /// What a shell may complete its value with, where there are no choices.
  let completing: Completing
  /// Puts the value (empty for a switch) where the command finds it; throws what is wrong with it.
  let apply: @Sendable (inout Arguments, String) throws(UsageError) -> Void

  init(
    _ name: String, short: Character? = nil, value: String? = nil, choices: [String] = [], help: String,
    completing: Completing = .nothing,
    apply: @escaping @Sendable (inout Arguments, String) throws(UsageError) -> Void
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.choices = choices
    self.help = help
    self.completing = completing
    self.apply = apply
  }

  /// A switch.
  init(
    _ name: String, short: Character? = nil, help: String, sets switch: WritableKeyPath<Arguments, Bool> & Sendable
  ) {
    self.init(name, short: short, help: help) { arguments, _ in arguments[keyPath: `switch`] = true }
  }

  /// An option whose value is taken as it is.
  init(
    _ name: String, short: Character? = nil, value: String, help: String, completing: Completing = .nothing,
    into place: WritableKeyPath<Arguments, String?> & Sendable
  ) {
    self.init(name, short: short, value: value, help: help, completing: completing) { arguments, value in
      arguments[keyPath: place] = value
    }
  }

  /// An option that may be repeated.
  init(
    _ name: String, value: String, help: String, completing: Completing = .nothing,
    adding place: WritableKeyPath<Arguments, [String]> & Sendable
  ) {
    self.init(name, value: value, help: help, completing: completing) { arguments, value in
      arguments[keyPath: place].append(value)
    }
  }

  /// Puts a value where the command finds it, if it is one of the choices.
  func set(_ value: String, in arguments: inout Arguments) throws(UsageError) {
    if !choices.isEmpty, !choices.contains(value) {
      let takes = choices.dropLast().joined(separator: ", ") + " or " + (choices.last ?? "")
      throw UsageError("`--\(name)` takes \(takes), not `\(value)`", help: didYouMean(value, choices))
    }
    try apply(&arguments, value)
  }

  /// `-o, --output FILE`
  var synopsis: String {
    let dashes = short.map { "-\($0), " } ?? "    "
    return dashes + "--\(name)" + (value.map { " \($0)" } ?? "")
  }
}

/// What the words of a command line can be completed with.
enum Completing: Sendable, Equatable {
  case nothing, files, folders
  /// Ids of checks, and the beginnings that they share.
  case checks
  case profiles, commands
  case words([String])
}

/// Something that the user typed and that can't be done.
struct UsageError: Error, Equatable {
  /// What is wrong: lower case, no full stop, the user's words in backticks.
  let message: String
  /// What to do.
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
