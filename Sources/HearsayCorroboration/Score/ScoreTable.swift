import HearsayAttribution
import HearsayRules

/// The weights that scores are made of, as the rulebook gives them.
///
/// Names that a rulebook leaves out weigh nothing where they would support, and lessen nothing where they would lessen.
public struct ScoreTable: Sendable {
  private let weights: [String: WeightDefinition]

  public init(_ rulebook: Rulebook) {
    var weights: [String: WeightDefinition] = [:]
    for weight in rulebook.weights { weights[weight.name] = weight }
    self.weights = weights
  }

  func factor(_ name: String) -> ScoreFactor? {
    weights[name].map { ScoreFactor(name: name, label: $0.label, millionths: $0.millionths) }
  }

  func value(_ name: String, default missing: Int) -> Int { weights[name]?.millionths ?? missing }

  /// The factor for a grade of sourcing.
  func grade(_ grade: Grade, isPlural: Bool) -> ScoreFactor {
    let name: String
    switch grade {
    case .named: name = "grade-g0"
    case .institution: name = "grade-g1"
    case .anonymousWithAccess: name = isPlural ? "grade-g2-several" : "grade-g2"
    case .anonymousWithRole: name = "grade-g3"
    case .anonymous: name = isPlural ? "grade-g4-several" : "grade-g4"
    case .collective, .none: name = "grade-g5"
    }
    return factor(name) ?? ScoreFactor(name: name, label: name, millionths: 0)
  }
}
