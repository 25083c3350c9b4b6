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
struct CheckOf<Material, Found>: Sendable {
  let id: String
  let look: @Sendable (Material) -> [Found]

  init(_ id: String, _ look: @escaping @Sendable (Material) -> [Found]) {
    self.id = id
    self.look = look
  }
}

/// A check of one story.
typealias Check = CheckOf<Galley, Remark>

/// A check that needs several.
typealias DossierCheck = CheckOf<DossierGalley, DossierRemark>
