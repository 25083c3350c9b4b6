extension Arguments {
  /// Fills in from the configuration what the command line leaves open, as far as the command takes it.
  ///
  /// What the command line gives wins; folders of rules and checks to leave out are added up.
  mutating func configure(for command: Command, _ console: Console) throws {
    loaded = try Configuration.load(self, console)
    for setting in loaded.settings {
      guard let option = command.options.first(where: { $0.name == setting.key }),
        given[setting.key] == nil || setting.key == Option.ignore.name || setting.key == Option.rules.name,
        option.choices.isEmpty || option.choices.contains(setting.value)
      else { continue }
      // A path in the file is meant from where the file is.
      let isPath = [Option.rules.name, Option.baselineFile.name].contains(setting.key)
      try option.set(isPath ? loaded.relative(setting.value) : setting.value, in: &self)
    }
  }
}

extension Configuration {
  /// A path as the file means it: from the folder that the file is in.
  func relative(_ path: String) -> String {
    guard !path.hasPrefix("/"), let file = self.path, let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
