/// How much a word says about which claim a statement makes, in thousandths.
///
/// What nearly every sentence of a story has ("Halden" in a story on Halden) says little; what one sentence has says much,
/// however many stories have that one. So a word's weight comes from how dense it is inside the stories that use it, not
/// from how many use it: a claim that everybody repeats keeps its weight, and adding a story on something else changes
/// nothing.
public struct TermWeights: Sendable {
  private var counts: [UInt64: (statements: Int, all: Int)] = [:]
  /// A story of three sentences tells little of what is rare in it: each counts as that many sentences longer.
  private static let prior = 8
  /// For a word that no story has shown.
  private static let unknown = 2000

  /// No word weighs more.
  private var most = 3500
  /// The statements of a pool.
  private var pooled = 0

  public init() {}

  /// For sentences without their stories, which are one pool: what few of them have weighs most.
  public init(pool statements: some Collection<Statement>) {
    most = 8000
    pooled = statements.count
    add(story: statements)
  }

  /// Adds the statements of one story.
  public mutating func add(story statements: some Collection<Statement>) {
    var seen: [UInt64: Int] = [:]
    for statement in statements {
      for term in statement.terms { seen[term.key, default: 0] += 1 }
    }
    let all = statements.count + TermWeights.prior
    for (key, n) in seen {
      var count = counts[key] ?? (0, 0)
      count.statements += n
      count.all += all
      counts[key] = count
    }
  }

  /// What a word weighs that one statement of the pool has.
  public var rarest: Int { max(300, min(most, TermWeights.log2(pooled + TermWeights.prior + 1, 1) - 1200)) }

  /// Between 300 and 3,500: the logarithm to base 2 of one in how many statements has it, less what a word of every
  /// second statement would get.
  func weight(_ key: UInt64) -> Int {
    guard let count = counts[key], count.statements > 0 else { return TermWeights.unknown }
    return max(300, min(most, TermWeights.log2(count.all + count.statements, count.statements) - 1200))
  }

  /// 1,000 · log₂(a/b), by integers alone, so that every machine agrees: the mantissa between two powers is taken as linear.
  static func log2(_ a: Int, _ b: Int) -> Int {
    guard a > b, b > 0 else { return 0 }
    let (scaled, overflow) = a.multipliedReportingOverflow(by: 1024)
    guard !overflow else { return 4700 }
    let ratio = scaled / b
    let power = Int.bitWidth - 1 - ratio.leadingZeroBitCount
    let base = 1 << power
    return (power - 10) * 1000 + (ratio - base) * 1000 / base
  }
}
