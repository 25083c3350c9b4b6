import HearsayText

/// What a check has to say, before the rulebook adds the check's level.
struct Remark: Sendable {
  var message: String
  var at: Span
  var related: [Related] = []
  var elsewhere: [Elsewhere] = []
  var rewrite: String?
  var attribution: Int?
  var rule: String?
  /// Where the case is milder or graver than the check in general.
  var level: Level?
}

/// One check: its id in the rulebook, and the code that looks.
struct Check: Sendable {
  let id: String
  let look: @Sendable (Galley) -> [Remark]

  init(_ id: String, _ look: @escaping @Sendable (Galley) -> [Remark]) {
    self.id = id
    self.look = look
  }
}
