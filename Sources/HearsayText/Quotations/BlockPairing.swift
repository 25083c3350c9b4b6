/// The pairing of one block.
struct BlockPairing {
  private struct Open {
    let mark: Int
    let family: QuotationMark.Family
    /// Its place in `found`, reserved when it opened so that results stand in the order of opening marks.
    let slot: Int
  }

  private let marks: [QuotationMark]
  private let block: Range<Int>
  private var stack: [Open] = []
  private var found: [Quotation?] = []
  /// Single marks that proved to be none.
  private(set) var apostrophes: [QuotationMark] = []
  /// For each mark, how many marks further on the next surely closing double mark, and the next opening one, stand.
  private var doubles: [Int] = []
  private var doubleRank: [Int]
  /// From each mark on: is there a single mark that may close, before one that may open?
  private var closerAhead: [Bool]

  init(marks: [QuotationMark], block: Range<Int>) {
    self.marks = marks
    self.block = block
    doubleRank = [Int](repeating: 0, count: marks.count)
    for (i, mark) in marks.enumerated() where mark.family == .double {
      doubleRank[i] = doubles.count
      doubles.append(i)
    }
    closerAhead = [Bool](repeating: false, count: marks.count + 1)
    for i in marks.indices.reversed() {
      let mark = marks[i]
      if mark.family == .single, Self.mayClose(mark), !mark.followsS || mark.touchesPunctuation {
        closerAhead[i] = true
      } else if mark.family == .single, Self.mayOpen(mark) {
        closerAhead[i] = false
      } else {
        closerAhead[i] = closerAhead[i + 1]
      }
    }
  }

  mutating func run() -> [Quotation] {
    for i in marks.indices {
      switch marks[i].family {
      case .double: double(i)
      case .single: single(i)
      }
    }
    finish()
    return found.compactMap { $0 }
  }

  private static func mayOpen(_ mark: QuotationMark) -> Bool {
    mark.shape != .closes && mark.place == .opens
  }

  private static func mayClose(_ mark: QuotationMark) -> Bool {
    mark.place == .closes || (mark.place == .either && mark.shape == .closes)
  }

  private mutating func double(_ i: Int) {
    let mark = marks[i]
    let isOpen = stack.contains { $0.family == .double }
    if side(mark, isOpen: isOpen) == .opens {
      if isOpen, !isNested(i) { abandon(before: mark.token) }
      push(i)
    } else if isOpen {
      // Single marks above it were apostrophes.
      while let top = stack.last, top.family == .single { drop(top) }
      close(with: i)
    }
  }

  /// Which side a double mark stands on. Where shape and place disagree, what is open decides.
  private func side(_ mark: QuotationMark, isOpen: Bool) -> QuotationMark.Side {
    switch (mark.shape, mark.place) {
    case (.opens, .opens), (.either, .opens): return .opens
    case (.closes, .closes), (.either, .closes): return .closes
    case (.opens, .either): return isOpen && mark.touchesPunctuation ? .closes : .opens
    case (.closes, .either): return isOpen ? .closes : .opens
    default: return isOpen ? .closes : .opens
    }
  }

  /// Whether a mark that opens while a double quotation is open begins a nested one: two closing marks follow.
  private func isNested(_ i: Int) -> Bool {
    let rank = doubleRank[i]
    guard rank + 2 < doubles.count else { return false }
    return side(marks[doubles[rank + 1]], isOpen: true) == .closes
      && side(marks[doubles[rank + 2]], isOpen: true) == .closes
  }

  private mutating func single(_ i: Int) {
    let mark = marks[i]
    let top = stack.last
    if top?.family == .single, Self.mayClose(mark) {
      // The officials' claims: an apostrophe, if a better mark is to come.
      if mark.followsS, !mark.touchesPunctuation, closerAhead[i + 1] {
        apostrophes.append(mark)
      } else {
        close(with: i)
      }
    } else if top?.family != .single, Self.mayOpen(mark), !mark.followsNumber {
      push(i)
    } else {
      apostrophes.append(mark)
    }
  }

  private mutating func push(_ i: Int) {
    stack.append(Open(mark: i, family: marks[i].family, slot: found.count))
    found.append(nil)
  }

  private mutating func close(with i: Int) {
    guard let top = stack.popLast() else { return }
    let open = marks[top.mark].token
    let close = marks[i].token
    found[top.slot] = Quotation(open: open, close: close, inner: open + 1..<close, depth: stack.count)
  }

  /// A single mark that was never closed is no quotation; what was found inside it moves up by one.
  private mutating func drop(_ top: Open) {
    stack.removeLast()
    apostrophes.append(marks[top.mark])
    for slot in top.slot + 1..<max(found.count, top.slot + 1) where found[slot] != nil { found[slot]?.depth -= 1 }
  }

  /// Ends everything that is open, without closing marks.
  private mutating func abandon(before token: Int) {
    while let top = stack.last {
      let open = marks[top.mark].token
      if top.family == .single {
        drop(top)
      } else {
        stack.removeLast()
        let close = wrongCloser(behind: open)
        found[top.slot] = Quotation(
          open: open, close: close, inner: open + 1..<(close ?? max(open + 1, token)), depth: stack.count)
      }
    }
  }

  /// A single mark that closes a double quotation by mistake: “We go.’ The first one that stands behind punctuation, if no
  /// quotation was found in between.
  private mutating func wrongCloser(behind open: Int) -> Int? {
    var candidate: Int?
    var k = apostrophes.count - 1
    while k >= 0, apostrophes[k].token > open {
      if apostrophes[k].followsPunctuation, apostrophes[k].place == .closes { candidate = k }
      k -= 1
    }
    guard let candidate else { return nil }
    let close = apostrophes[candidate].token
    if let last = found.last, let last, last.open > open, last.open < close { return nil }
    apostrophes.remove(at: candidate)
    return close
  }

  private mutating func finish() { abandon(before: block.upperBound) }
}
