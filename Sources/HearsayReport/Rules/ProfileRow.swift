/// What one rule costs and yields on a set of stories.
public struct ProfileRow: Sendable {
  public var rule: String
  /// `Rules/en/attribution.rules:12`
  public var place: String
  /// Tokens at which it was tried.
  public var candidates: Int
  /// Steps that the matcher took for it: the measure of work that is the same on every machine.
  public var steps: Int
  /// Matches, and those of them that no other rule beat.
  public var hits: Int
  public var kept: Int
  /// Seconds of matching; nil unless it was asked for.
  public var seconds: Double?

  public init(rule: String, place: String, candidates: Int, steps: Int, hits: Int, kept: Int, seconds: Double? = nil) {
    self.rule = rule
    self.place = place
    self.candidates = candidates
    self.steps = steps
    self.hits = hits
    self.kept = kept
    self.seconds = seconds
  }
}

/// Prints a profile: the rules that cost most first.
public struct ProfileText: Sendable {
  public init() {}

  public func write(_ rows: [ProfileRow], stories: Int, tokens: Int, to paper: inout TerminalWriter) {
    let hasTime = rows.contains { $0.seconds != nil }
    let width = max(rows.map { columns($0.rule) }.max() ?? 0, 4) + 2
    var heading = "rule" + String(repeating: " ", count: width - 4)
    for title in ["candidates", "steps", "hits", "kept"] { heading += right(title, 12) }
    if hasTime { heading += right("time, µs", 12) }
    paper.line(heading, .strong)
    for row in rows {
      var line = row.rule + String(repeating: " ", count: max(width - columns(row.rule), 1))
      for figure in [row.candidates, row.steps, row.hits, row.kept] { line += right(String(figure), 12) }
      if let seconds = row.seconds { line += right(String(Int((seconds * 1e6).rounded())), 12) }
      paper.write(line)
      paper.line("  " + row.place, .faint)
    }
    paper.newline()
    paper.line(
      "\(stories) \(stories == 1 ? "story" : "stories"), \(tokens) tokens, \(rows.reduce(0) { $0 + $1.steps }) steps"
        + (hasTime ? "; times are those of this machine at this moment" : ""))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - columns(text), 1)) + text
  }
}

/// Writes a profile as one JSON object, `hearsay.rules-profile/1`.
public struct ProfileJSON: Sendable {
  public init() {}

  public func write(_ rows: [ProfileRow], stories: Int, tokens: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "hearsay.rules-profile/1")
      json.member("stories", stories)
      json.member("tokens", tokens)
      json.objects("rules", rows) { row, json in
        json.member("rule", row.rule)
        json.member("place", row.place)
        json.member("candidates", row.candidates)
        json.member("steps", row.steps)
        json.member("hits", row.hits)
        json.member("kept", row.kept)
        if let seconds = row.seconds {
          json.member("microseconds", Int((seconds * 1e6).rounded()))
        }
      }
    }
    json.endLine()
  }
}
