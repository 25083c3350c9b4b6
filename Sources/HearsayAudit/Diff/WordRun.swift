import HearsayText

/// The words of a range of tokens by their folded forms, without signs: what versions of a text are compared by.
struct WordRun {
  /// Tokens that are words or numbers.
  let tokens: [Int]
  let forms: [Form]

  init(_ ranges: [Range<Int>], in galley: Galley) {
    tokens = ranges.flatMap { range in
      range.filter { i in
        let kind = galley.scanned.tokens.kind[i]
        return kind == .word || kind == .number || kind == .handle || kind == .url || kind == .possessive
      }
    }
    forms = tokens.map { galley.scanned.tokens.form[$0] }
  }

  var count: Int { forms.count }

  /// How much two runs have in common, order left aside: 2 × shared ÷ all, in thousandths (Dice's coefficient).
  func likeness(_ other: WordRun) -> Int {
    guard count + other.count > 0 else { return 0 }
    return 2000 * shared(other) / (count + other.count)
  }

  /// How much of this run stands in the other, in thousandths.
  func containment(in other: WordRun) -> Int { count == 0 ? 0 : 1000 * shared(other) / count }

  private func shared(_ other: WordRun) -> Int {
    var counts: [Form: Int] = [:]
    for form in forms { counts[form, default: 0] += 1 }
    var shared = 0
    for form in other.forms where counts[form, default: 0] > 0 {
      counts[form, default: 0] -= 1
      shared += 1
    }
    return shared
  }

  /// Whether the run stands in the other word for word; where it begins there.
  func place(in other: WordRun) -> Int? {
    guard count > 0, count <= other.count else { return nil }
    return (0...(other.count - count)).first { start in
      forms.indices.allSatisfy { forms[$0] == other.forms[start + $0] }
    }
  }
}

/// The longest common subsequence of two quotations as edits.
enum WordEdits {
  /// Longer quotations are compared as wholes: the table grows with the product of the lengths.
  static let limit = 600

  static func edits(_ old: WordRun, _ oldGalley: Galley, _ new: WordRun, _ newGalley: Galley) -> [SourcingChange.Edit] {
    let oldWords = old.tokens.map { oldGalley.string($0..<$0 + 1) }
    let newWords = new.tokens.map { newGalley.string($0..<$0 + 1) }
    guard old.count <= limit, new.count <= limit else {
      return [
        .init(operation: .deleted, text: oldWords.joined(separator: " ")),
        .init(operation: .inserted, text: newWords.joined(separator: " ")),
      ]
    }
    var table = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in stride(from: old.count - 1, through: 0, by: -1) {
      for k in stride(from: new.count - 1, through: 0, by: -1) {
        table[i][k] = old.forms[i] == new.forms[k] ? table[i + 1][k + 1] + 1 : max(table[i + 1][k], table[i][k + 1])
      }
    }
    var edits: [SourcingChange.Edit] = []
    func add(_ operation: SourcingChange.Edit.Operation, _ word: String) {
      if edits.last?.operation == operation {
        edits[edits.count - 1].text += " " + word
      } else {
        edits.append(.init(operation: operation, text: word))
      }
    }
    var i = 0
    var k = 0
    while i < old.count || k < new.count {
      if i < old.count, k < new.count, old.forms[i] == new.forms[k] {
        add(.same, newWords[k])
        i += 1
        k += 1
      } else if k == new.count || i < old.count && table[i + 1][k] >= table[i][k + 1] {
        add(.deleted, oldWords[i])
        i += 1
      } else {
        add(.inserted, newWords[k])
        k += 1
      }
    }
    return edits
  }
}
