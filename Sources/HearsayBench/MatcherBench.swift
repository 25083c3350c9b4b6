import HearsayRulebook
import HearsayRules
import HearsaySyntax
import HearsayText

/// What matching costs a token: the shipped rulebook, the same with synthetic rules added, and two other ways of matching
/// in the same run.
struct MatcherBench {
  struct Options {
    var files: [String] = []
    var sizes = [10, 100, 1_000, 10_000]
    var tokens = 300_000
    var rounds = 7
    var hasBaselines = true

    init(_ words: [String]) throws {
      var words = words[...]
      func number(_ name: String) throws -> Int {
        guard let text = words.popFirst(), let value = Int(text), value > 0 else {
          throw ChildProcess.Failure(description: "`\(name)` takes a number")
        }
        return value
      }
      while let word = words.popFirst() {
        switch word {
        case "--tokens": tokens = try number(word)
        case "--rounds": rounds = try number(word)
        case "--no-baselines": hasBaselines = false
        case "--rules":
          sizes = words.popFirst().map { $0.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 } } ?? []
        default:
          guard !word.hasPrefix("-") else { throw ChildProcess.Failure(description: "there is no option `\(word)`") }
          files.append(word)
        }
      }
    }
  }

  let options: Options

  init(_ options: Options) { self.options = options }

  func run() throws {
    let texts =
      options.files.isEmpty
      ? BenchTexts(generating: options.tokens) : try BenchTexts(files: options.files, tokens: options.tokens)
    let base = Rulebook.mainFiles(builtIn: builtInRules)
    let anchors = texts.rareAnchors(options.sizes.max() ?? 0)
    var subjects = [try BenchSubject("shipped", files: base, texts: texts.texts)]
    for size in options.sizes {
      let file = (path: "synthetic.rules", bytes: SyntheticRules.file(Array(anchors.prefix(size))))
      subjects.append(try BenchSubject("+ \(Table.grouped(size))", files: base + [file], texts: texts.texts))
    }
    let shipped = subjects[0]
    print(
      "\(texts.name): \(texts.texts.count) stories, \(Table.grouped(shipped.tokens)) tokens; "
        + "nanoseconds of processor time a token, best of \(options.rounds) rounds\n")
    // Round by round, so that a disturbance hits all of them alike.
    for _ in 0..<options.rounds { for subject in subjects { subject.measure() } }
    print(
      Table.pad("rules", 12)
        + ["scan", "syntax", "match", "added", "steps", "matches/1k", "read ms", "compile ms"]
        .map { Table.right($0, 11) }.joined())
    for subject in subjects { row(subject, shipped) }
    if options.hasBaselines {
      print("")
      try Baselines(shipped).run()
    }
    print("")
    goal("the shipped rulebook, ns a token for matching", perToken(shipped.matching, shipped), 60)
    for (size, bound) in [(1_000, 5.0), (10_000, 50)] {
      guard let place = options.sizes.firstIndex(of: size) else { continue }
      let added = perToken(subjects[place + 1].matching, shipped) - perToken(shipped.matching, shipped)
      goal("\(Table.grouped(size)) added rules with rare anchors, ns a token", added, bound)
    }
    goal("reading and compiling the shipped rulebook, ms", (shipped.parsing + shipped.compiling) * 1e3, 20)
    goal("the same from the cache, as in every run but the first, ms", shipped.opening * 1e3, 20)
  }

  private func goal(_ name: String, _ value: Double, _ bound: Double) {
    Table.goal(name, value, bound, atMost: true)
  }

  private func perToken(_ seconds: Double, _ subject: BenchSubject) -> Double {
    seconds * 1e9 / Double(max(subject.tokens, 1))
  }

  private func row(_ subject: BenchSubject, _ shipped: BenchSubject) {
    let tokens = Double(max(subject.tokens, 1))
    let figures: [String] = [
      Table.fixed(perToken(subject.scanning, subject), 1), Table.fixed(perToken(subject.reading, subject), 1),
      Table.fixed(perToken(subject.matching, subject), 1),
      subject === shipped
        ? "" : Table.fixed(perToken(subject.matching, subject) - perToken(shipped.matching, shipped), 1),
      Table.fixed(Double(subject.steps) / tokens, 2), Table.fixed(Double(subject.matchCount) * 1e3 / tokens, 1),
      Table.fixed(subject.parsing * 1e3, 1), Table.fixed(subject.compiling * 1e3, 1),
    ]
    print(Table.pad(subject.name, 12) + figures.map { Table.right($0, 11) }.joined())
  }
}
