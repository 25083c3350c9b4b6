import HearsayDiagnostics

/// Reads a command line by the table of its options.
///
/// Options may stand anywhere, as `--name value`, `--name=value`, `-o value` or `-ovalue`; switches of one letter may be
/// joined (`-qv`); `--` ends the options; `-` alone is an operand, standard input.
struct ArgumentParser {
  let options: [Option]

  func parse(_ words: some Sequence<String>) throws(UsageError) -> Arguments {
    var arguments = Arguments()
    var rest = words.makeIterator()
    while let word = rest.next() {
      if word == "--" {
        while let operand = rest.next() { arguments.operands.append(operand) }
      } else if word.hasPrefix("--") {
        try long(word, &rest, &arguments)
      } else if word.hasPrefix("-"), word != "-" {
        try short(word, &rest, &arguments)
      } else {
        arguments.operands.append(word)
      }
    }
    return arguments
  }

  private func long(
    _ word: String, _ rest: inout some IteratorProtocol<String>, _ arguments: inout Arguments
  ) throws(UsageError) {
    let body = word.dropFirst(2)
    let equals = body.firstIndex(of: "=")
    let name = String(body[..<(equals ?? body.endIndex)])
    guard let option = options.first(where: { $0.name == name }) else { throw unknown("--" + name) }
    let given = equals.map { String(body[body.index(after: $0)...]) }
    if option.value == nil, let given {
      throw UsageError("`--\(name)` takes no value, but got `\(given)`")
    }
    try apply(option, given, &rest, &arguments)
  }

  private func short(
    _ word: String, _ rest: inout some IteratorProtocol<String>, _ arguments: inout Arguments
  ) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else { throw unknown("-\(letter)") }
      if option.value == nil {
        try option.apply(&arguments, "")
      } else {
        // What follows the letter is its value; `-o=x` is read as people mean it.
        let given = letters.isEmpty ? nil : String(letters.first == "=" ? letters.dropFirst() : letters)
        return try apply(option, given, &rest, &arguments)
      }
    }
  }

  private func apply(
    _ option: Option, _ given: String?, _ rest: inout some IteratorProtocol<String>, _ arguments: inout Arguments
  ) throws(UsageError) {
    guard let placeholder = option.value else { return try option.apply(&arguments, "") }
    guard let value = given ?? rest.next() else {
      throw UsageError("`--\(option.name)` needs a value", help: "write `--\(option.name) \(placeholder)`")
    }
    arguments.given[option.name] = value
    try option.set(value, in: &arguments)
  }

  private func unknown(_ typed: String) -> UsageError {
    // Any letter is near any other: nobody meant `-h` by `-x`.
    let names = typed.hasPrefix("--") ? options.map { "--" + $0.name } : []
    return UsageError(
      "there is no option `\(typed)` here",
      help: didYouMean(typed, names) ?? "`--help` lists the options; `--` before a name that begins with a dash")
  }
}

/// "did you mean `--format`?", where one of the candidates is near enough.
func didYouMean(_ typed: String, _ candidates: [String]) -> String? {
  nearestName(to: typed, among: candidates).map { "did you mean `\($0)`?" }
}
