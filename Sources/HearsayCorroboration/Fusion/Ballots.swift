/// What groups of sources say: a group votes once on an object, for what most of its members say.
struct Ballots {
  struct Ballot {
    /// By place in `groups`.
    var group: Int
    var value: Int
  }

  /// The groups' names, in the order of their first source.
  let groups: [String]
  /// For each object of the table, by group.
  let reports: [[Ballot]]

  init(_ table: ReportTable, _ sourceGroups: SourceGroups) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    let group = table.sources.map { source -> Int in
      let name = sourceGroups.group(of: source)
      if let number = numbers[name] { return number }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
    groups = names
    reports = table.reports.map { reports in
      Dictionary(grouping: reports, by: { group[$0.source] })
        .map { Ballot(group: $0.key, value: Plurality.winner(of: $0.value.map(\.value))) }
        .sorted { $0.group < $1.group }
    }
  }
}
