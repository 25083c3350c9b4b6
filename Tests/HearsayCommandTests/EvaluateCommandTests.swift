import Testing

@testable import HearsayCommand

/// `hearsay evaluate`, from the command line to the printed bytes.
struct EvaluateCommandTests {
  private static let flood = """
    The harbour wall at Tarnmouth gave way shortly before dawn, and sea water ran down Anchor Street into some forty cellars. \
    Firefighters from three districts pumped until noon, and the coast road stayed closed as far as the old lighthouse.
    """
  private static let choir = """
    The Merrow choir won the festival at Holm with a setting of three fishing songs, the jury said. Its conductor had joined \
    only in the spring, after a winter in which rehearsals were held in the ferry's waiting room.
    """

  private static func row(_ id: String, _ text: String, _ more: String = "") -> String {
    "{\"id\": \"\(id)\", \"text\": \"\(text)\"\(more)}\n"
  }

  @Test func attributionIsMeasuredAgainstTheGold() {
    let text = "“Rain is coming,” Ida Marl said."
    let gold =
      #", "attributions": [{"content": [[0, 17]], "cue": [[27, 31]], "source": [[18, 26]], "speaker_name": "Marl"}]"#
    let folder = TestFolder(["gold.jsonl": Self.row("a", text, gold)])
    let run = TestRun(
      "evaluate", "attribution", "\(folder.path)/gold.jsonl", "--errors", "--predictions", "\(folder.path)/out.jsonl")
    #expect(run.code == .success, "\(run.messages)")
    #expect(run.results.contains("token content    P 100.0  R 100.0  F1 100.0"))
    #expect(run.results.contains("speaker name     accuracy 100.0  (n=1)"))
    #expect(run.results.contains("kind of cue"))
    #expect(folder.read("out.jsonl")?.hasPrefix(#"{"schema":"hearsay.story/1","id":"a""#) == true)
  }

  @Test func rowsWithoutGoldAreTaken() {
    let folder = TestFolder(["rows.jsonl": "{\"text\": \"Nobody said so.\"}\n"])
    #expect(TestRun("evaluate", "attribution", "\(folder.path)/rows.jsonl").code == .success)
    let clusters = TestRun("evaluate", "clusters", "\(folder.path)/rows.jsonl")
    #expect(clusters.results == "1 stories, 1 clusters\nno gold clusters to compare with\n")
  }

  /// The labels in the rows are the opposite of what the stories say, and change nothing but the figures.
  @Test func goldLabelsDoNotDecide() {
    let rows = Self.row("a", Self.flood) + Self.row("b", Self.flood) + Self.row("c", Self.choir)
    let labelled =
      Self.row("a", Self.flood, #", "cluster": "x", "origin": "1""#)
      + Self.row("b", Self.flood, #", "cluster": "y", "origin": "2""#)
      + Self.row("c", Self.choir, #", "cluster": "x", "origin": "1""#)
    let folder = TestFolder(["plain.jsonl": rows, "labelled.jsonl": labelled])
    for task in ["clusters", "copies"] {
      for name in ["plain", "labelled"] {
        _ = TestRun(
          "evaluate", task, "\(folder.path)/\(name).jsonl", "--predictions", "\(folder.path)/\(task)-\(name).jsonl")
      }
      #expect(folder.read("\(task)-plain.jsonl") == folder.read("\(task)-labelled.jsonl"))
    }
    #expect(folder.read("clusters-plain.jsonl")?.contains(#"{"id":"c","cluster":1}"#) == true)
    #expect(folder.read("copies-plain.jsonl") == #"{"a":"a","b":"b","predicted":"derived","share":1.0}"# + "\n")
  }

  @Test func copiesDoNotDependOnTheNumberOfThreads() {
    let rows = (0..<40).map { Self.row("s\($0)", $0 % 3 == 0 ? Self.choir : Self.flood) }.joined()
    let folder = TestFolder(["rows.jsonl": rows])
    for jobs in ["1", "4"] {
      _ = TestRun(
        "evaluate", "copies", "\(folder.path)/rows.jsonl", "--jobs", jobs, "--predictions",
        "\(folder.path)/out-\(jobs).jsonl")
    }
    let one = folder.read("out-1.jsonl")
    #expect(one?.isEmpty == false && one == folder.read("out-4.jsonl"))
  }

  @Test func fusionPrintsAllMethodsAndWritesTheGroupsAnswers() {
    let reports = (0..<120).flatMap { i in
      ["crew", "harbour", "pilot", "yard", "feed", "gazette", "radio"].enumerated().map { place, source in
        #"{"source": "\#(source)", "object": "boat \#(i)", "value": "\#(place < 4 ? "berth \(i)" : "quay")"}"#
      }
    }
    let truth = (0..<120).map { #"{"object": "boat \#($0)", "value": "berth \#($0)"}"# }
    let folder = TestFolder(["rows.jsonl": (reports + truth).joined(separator: "\n")])
    let run = TestRun(
      "evaluate", "fusion", "\(folder.path)/rows.jsonl", "--predictions", "\(folder.path)/out.jsonl")
    #expect(run.code == .success, "\(run.messages)")
    for method in ["vote, one a source", "vote, one a group", "TruthFinder", "ACCU"] {
      #expect(run.results.contains(method))
    }
    #expect(run.results.contains("feed, gazette, radio"))
    #expect(folder.read("out.jsonl")?.split(separator: "\n").count == 120)
  }

  @Test func claimsKeepTheirRowsAndGetAVerdict() {
    let rows =
      #"{"a": "The harbour wall at Tarnmouth collapsed on Monday.", "b": "The harbour wall at Tarnmouth collapsed on Monday.", "#
      + #""note": ["kept", 1.5], "label": "same"}"# + "\n" + #"{"a": "The harbour wall at Tarnmouth collapsed.", "b": "#
      + #""A choir from Merrow won at Holm.", "label": "same"}"#
    let folder = TestFolder(["pairs.jsonl": rows])
    let run = TestRun("evaluate", "claims", "\(folder.path)/pairs.jsonl", "--predictions", "\(folder.path)/out.jsonl")
    #expect(run.code == .success, "\(run.messages)")
    #expect(run.results.contains("same claim    P 100.0  R  50.0"))
    let lines = folder.read("out.jsonl")?.split(separator: "\n") ?? []
    #expect(lines.count == 2)
    #expect(lines.first?.contains(#""note":["kept",1.5],"label":"same","predicted":"same","score":"#) == true)
    #expect(lines.last?.contains(#""predicted":"different""#) == true)
  }

  @Test func mistakesAreSaid() {
    #expect(TestRun("evaluate").messages.contains("no task was named"))
    #expect(TestRun("evaluate", "copeis", "x").messages.contains("copies"))
    #expect(TestRun("evaluate", "copies").messages.contains("no gold set was named"))
    let missing = TestRun("evaluate", "clusters", "/nowhere/gold.jsonl")
    #expect(missing.code == .failure && missing.messages.contains("/nowhere/gold.jsonl"))
    let folder = TestFolder(["empty.jsonl": "{\"object\": \"a\", \"value\": \"b\"}\n"])
    #expect(TestRun("evaluate", "fusion", "\(folder.path)/empty.jsonl").messages.contains("no reports"))
  }
}
