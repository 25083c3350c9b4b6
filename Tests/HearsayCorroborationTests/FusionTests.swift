import Testing

@testable import HearsayCorroboration

@Suite struct FusionTests {
  /// Three careful sources that err by themselves, and a feed with two that print it: the feed is wrong on every third object.
  private func table(objects: Int, seed: UInt64 = 1) -> (table: ReportTable, truth: [String: String]) {
    var numbers = SeededNumbers(seed)
    var rows: [ReportTable.Row] = []
    var truth: [String: String] = [:]
    for i in 0..<objects {
      let object = "boat-\(i)"
      truth[object] = "berth \(i)"
      for source in ["harbour", "pilot", "yard"] {
        let errs = Int.random(in: 0..<10, using: &numbers) == 0
        rows.append(.init(source: source, object: object, value: errs ? "\(source) guess \(i)" : "berth \(i)"))
      }
      for source in ["feed", "gazette", "radio"] {
        rows.append(.init(source: source, object: object, value: i % 3 == 0 ? "berth 999" : "berth \(i)"))
      }
    }
    return (ReportTable(rows.shuffled(using: &numbers)), truth)
  }

  private func right(_ method: Fusion, _ table: ReportTable, _ truth: [String: String], _ groups: SourceGroups) -> Int {
    zip(table.objects, method.values(table, groups: groups)).count { truth[$0] == table.values[$1] }
  }

  @Test func copiersAreFoundWithoutTheTruth() {
    let groups = SourceGroups(learnedFrom: [table(objects: 800).table])
    #expect(groups.shared == [["feed", "gazette", "radio"]])
    #expect(groups.group(of: "yard") == "yard")
    #expect(groups.group(of: "never seen") == "never seen")
  }

  /// Agreement on what everybody says is no sign, and neither are a few items.
  @Test func fewDisputedItemsSayNothing() {
    #expect(SourceGroups(learnedFrom: [table(objects: 60).table]).shared.isEmpty)
    let agreed = ReportTable(
      (0..<500).flatMap { i in ["a", "b"].map { .init(source: $0, object: "o\(i)", value: "same") } })
    #expect(SourceGroups(learnedFrom: [agreed]).shared.isEmpty)
  }

  @Test func oneVoteAGroupBeatsOneVoteASource() {
    let groups = SourceGroups(learnedFrom: [table(objects: 800).table])
    let (other, truth) = table(objects: 300, seed: 2)
    let (plain, grouped) = (right(.vote, other, truth, groups), right(.groups, other, truth, groups))
    #expect(grouped > plain + 20)
    #expect(grouped * 100 >= 300 * 95)
  }

  /// Sources that are often wrong outvote the good one until their groups are weighed.
  @Test func trustIsLearntFromTheGroupsAlone() {
    let rows = (0..<300).flatMap { i in
      ["pilot", "harbour", "rumour", "hearsay"].map { source -> ReportTable.Row in
        let errs =
          source == "rumour" ? i % 2 == 0 : source == "hearsay" ? i % 2 == 1 : i % 20 == (source == "pilot" ? 3 : 7)
        return .init(source: source, object: "boat-\(i)", value: errs ? "\(source) \(i % 4)" : "berth \(i)")
      }
    }
    let table = ReportTable(rows)
    let groups = SourceGroups(learnedFrom: [table])
    let values = Fusion.trusted.values(table, groups: groups, trust: GroupTrust(learnedFrom: [table], groups))
    let right = zip(table.objects, values).count { "berth \($0.dropFirst(5))" == table.values[$1] }
    #expect(right == 300)
  }

  @Test(arguments: Fusion.allCases) func orderOfTheRowsDoesNotMatter(method: Fusion) {
    let rows = (0..<200).flatMap { i in
      ["a", "b", "c", "d"].map {
        ReportTable.Row(source: $0, object: "o\(i)", value: "\((i + $0.count * i) % 7)\($0 == "d" ? "" : "x")")
      }
    }
    var numbers = SeededNumbers(3)
    let (straight, shuffled) = (ReportTable(rows), ReportTable(rows.shuffled(using: &numbers)))
    let groups = SourceGroups(learnedFrom: [straight])
    #expect(groups.shared == SourceGroups(learnedFrom: [shuffled]).shared)
    #expect(method.values(straight, groups: groups) == method.values(shuffled, groups: groups))
  }

  /// All methods give the only value there is, and the majority of sources that are alike.
  @Test(arguments: Fusion.allCases) func clearCasesAreClear(method: Fusion) {
    let table = ReportTable([
      .init(source: "a", object: "one", value: "x"), .init(source: "a", object: "two", value: "y"),
      .init(source: "b", object: "two", value: "y"), .init(source: "c", object: "two", value: "z"),
    ])
    let values = method.values(table, groups: SourceGroups(learnedFrom: []))
    #expect(values.map { table.values[$0] } == ["x", "y"])
  }

  @Test func nothingGivesNothing() {
    for method in Fusion.allCases {
      #expect(method.values(ReportTable([]), groups: SourceGroups(learnedFrom: [])).isEmpty)
    }
  }
}
