import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsayText

/// Compares the sourcing of two texts: two versions of one story, or a report and the one that relays it.
///
/// Statements are paired by the words of their contents, the likest first; quotations by the words between their marks. Only
/// what can be paired is said to have changed; the rest was added or removed.
public struct SourcingComparer {
  private let rulebook: Rulebook
  private let lexis: AuditLexis
  /// Words that make a statement a possibility or hide who says so.
  private let hedges: [Predicate]

  /// From here on, in thousandths, two contents are taken for one statement.
  private static let sameStatement = 550
  /// Quotations may be cut, so less is enough where one holds the other; below this they are two.
  private static let sameQuotation = 600
  /// Shorter quotations are scare quotes and titles.
  private static let quotedWords = 4
  /// A sentence of the other text that holds so much of a statement is the same statement in the outlet's own voice.
  private static let sameSentence = 800
  /// More statements than a page has; what lies behind is told in a note.
  private static let mostStatements = 1_000

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    lexis = AuditLexis(rulebook)
    hedges = ["modal-hedge", "hedge"].compactMap { rulebook.predicate($0) }
  }

  public func compare(_ old: AttributedStory, _ new: AttributedStory) -> SourcingComparison {
    let limits = AuditLimits()
    return compare(Galley(old, rulebook, lexis, limits), Galley(new, rulebook, lexis, limits))
  }

  func compare(_ before: Galley, _ after: Galley) -> SourcingComparison {
    var notes: [String] = []
    for (name, galley) in [("first", before), ("second", after)] where galley.statements.count > Self.mostStatements {
      notes.append("only the first \(Self.mostStatements) statements of the \(name) text were compared")
    }
    let oldRuns = runs(before)
    let newRuns = runs(after)
    let pairs = pair(oldRuns, newRuns, atLeast: Self.sameStatement)
    var changes = pairs.flatMap { compare(before.statements[$0.old], before, after.statements[$0.new], after) }
    // One speaker who got a name, once.
    var seen = Set<String>()
    changes.removeAll { change in
      [.sourceNamed, .sourceUnnamed, .descriptionThinned, .descriptionRicher, .countChanged].contains(change.kind)
        && !seen.insert(change.kind.rawValue + change.message).inserted
    }
    changes += lone(Set(pairs.map(\.old)), oldRuns, before, after, isOld: true)
    changes += lone(Set(pairs.map(\.new)), newRuns, after, before, isOld: false)
    changes += caveats(before, after)
    changes += quotations(before, after)
    changes.sort { a, b in
      (b.level, a.old?.start ?? a.new?.start ?? 0, a.kind.rawValue) < (
        a.level, b.old?.start ?? b.new?.start ?? 0, b.kind.rawValue
      )
    }
    return SourcingComparison(old: counts(before), new: counts(after), changes: changes, notes: notes)
  }

  // MARK: Pairs

  private func runs(_ galley: Galley) -> [WordRun] {
    galley.statements.prefix(Self.mostStatements).map { WordRun($0.content, in: galley) }
  }

  /// One to one, the likest first; among equals the earlier.
  private func pair(_ old: [WordRun], _ new: [WordRun], atLeast least: Int) -> [(old: Int, new: Int)] {
    var candidates: [(likeness: Int, old: Int, new: Int)] = []
    for (i, a) in old.enumerated() where a.count > 0 {
      for (k, b) in new.enumerated() where b.count > 0 {
        // Lengths alone bound the likeness.
        guard 2000 * min(a.count, b.count) >= least * (a.count + b.count) else { continue }
        let likeness = a.likeness(b)
        if likeness >= least { candidates.append((likeness, i, k)) }
      }
    }
    candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    var oldTaken = Set<Int>()
    var newTaken = Set<Int>()
    var pairs: [(old: Int, new: Int)] = []
    for candidate in candidates where !oldTaken.contains(candidate.old) && !newTaken.contains(candidate.new) {
      oldTaken.insert(candidate.old)
      newTaken.insert(candidate.new)
      pairs.append((candidate.old, candidate.new))
    }
    return pairs.sorted { $0.old < $1.old }
  }

  // MARK: A statement that both have

  private func compare(_ a: Statement, _ before: Galley, _ b: Statement, _ after: Galley) -> [SourcingChange] {
    let places = (old: a.attribution.content.first, new: b.attribution.content.first)
    func change(
      _ kind: SourcingChange.Kind, _ message: String, _ old: Span? = nil, _ new: Span? = nil
    ) -> SourcingChange {
      SourcingChange(kind: kind, message: message, old: old ?? places.old, new: new ?? places.new)
    }
    var changes: [SourcingChange] = []
    let oldSource = a.attribution.source.first
    let newSource = b.attribution.source.first
    switch (a.speaker, b.speaker) {
    case (let x?, let y?):
      if x.anonymous, !y.anonymous, y.grade == .named {
        changes.append(change(.sourceNamed, "“\(x.name)” is now \(y.name)", oldSource, newSource))
      } else if !x.anonymous, y.anonymous {
        changes.append(change(.sourceUnnamed, "\(x.name) is now “\(y.name)”", oldSource, newSource))
      } else if !x.anonymous, !y.anonymous, !isSame(x, y) {
        changes.append(change(.speakerChanged, "said by \(x.name) before, by \(y.name) now", oldSource, newSource))
      } else if x.anonymous, y.anonymous, x.grade != y.grade {
        let kind: SourcingChange.Kind = x.grade < y.grade ? .descriptionThinned : .descriptionRicher
        changes.append(
          change(kind, "“\(x.name)” (\(x.grade.code)) is now “\(y.name)” (\(y.grade.code))", oldSource, newSource))
      }
      if x.count != y.count, x.anonymous, y.anonymous {
        changes.append(
          change(
            .countChanged, "the number of sources was \(words(x.count)) and is \(words(y.count))", oldSource, newSource)
        )
      }
    case (let x?, nil):
      changes.append(change(.attributionDropped, "said by \(x.name) before, by nobody now", oldSource))
    case (nil, let y?):
      changes.append(change(.attributionAdded, "said by \(y.name) now, by nobody before", nil, newSource))
    case (nil, nil): break
    }
    changes += hedges(a, before, b, after, places)
    // Inside quotation marks every changed word is told.
    let isQuoted = a.attribution.kind == .direct && b.attribution.kind == .direct
    let figures = (old: figures(a, before), new: figures(b, after))
    if !isQuoted, figures.old.sorted() != figures.new.sorted(), figures.old.count == figures.new.count,
      !figures.old.isEmpty
    {
      changes.append(
        change(
          .figureChanged,
          "\(figures.old.joined(separator: ", ")) before, \(figures.new.joined(separator: ", ")) now"))
    }
    // What the story only implies hangs on the sentences around, and is nothing that an editor wrote or cut.
    let oldRelays = before.relays(a).filter(\.stated).map(\.name)
    let newRelays = after.relays(b).filter(\.stated).map(\.name)
    for name in oldRelays where !newRelays.contains(name) && name != after.publisher {
      changes.append(change(.relayDropped, "that \(name) had it is no longer said"))
    }
    for name in newRelays where !oldRelays.contains(name) && name != before.publisher {
      changes.append(change(.relayAdded, "that \(name) has it is said now"))
    }
    return changes
  }

  private func hedges(
    _ a: Statement, _ before: Galley, _ b: Statement, _ after: Galley, _ places: (old: Span?, new: Span?)
  ) -> [SourcingChange] {
    switch (hedge(a, before), hedge(b, after)) {
    case (let old?, nil):
      [
        SourcingChange(
          kind: .hedgeLost, message: "hedged before (“\(before.story.document.text.string(old))”), stated flatly now",
          old: places.old, new: places.new)
      ]
    case (nil, let new?):
      [
        SourcingChange(
          kind: .hedgeAdded, message: "stated flatly before, hedged now (“\(after.story.document.text.string(new))”)",
          old: places.old, new: places.new)
      ]
    default: []
    }
  }

  /// The figures of a statement in the order of the text, in digits or small number words.
  private func figures(_ statement: Statement, _ galley: Galley) -> [String] {
    statement.content.joined().filter { i in
      galley.scanned.tokens.kind[i] == .number || galley.scanned.has(i, lexis.numberWord)
    }.map { galley.number($0).map(String.init) ?? galley.string($0..<$0 + 1).lowercased() }
  }

  /// A caveat that makes less of the statement, or a word in it that does. Inside quotation marks it is the speaker's.
  private func hedge(_ statement: Statement, _ galley: Galley) -> Span? {
    let kinds = ["hedged", "reportedly", "speculation"]
    if let caveat = statement.attribution.caveats.first(where: { kinds.contains($0.caveat) }) {
      return caveat.cue.first
    }
    guard statement.attribution.kind != .direct else { return nil }
    for i in statement.content.joined() where !galley.scanned.isQuoted(i) {
      if hedges.contains(where: { galley.scanned.has(i, $0) }) { return galley.span(i..<i + 1) }
    }
    return nil
  }

  /// One name is part of the other: "Orla Quist", "Mayor Quist".
  private func isSame(_ a: Speaker, _ b: Speaker) -> Bool {
    let x = a.name.lowercased().split(separator: " ")
    let y = b.name.lowercased().split(separator: " ")
    return x.last == y.last || x == y || Set(x).isSubset(of: y) || Set(y).isSubset(of: x)
  }

  private func words(_ count: CountRange) -> String {
    guard let most = count.max else { return count.min > 1 ? "\(count.min) or more" : "not given" }
    return count.min == most ? "\(most)" : "\(count.min) to \(most)"
  }

  // MARK: A statement that only one has

  private func lone(
    _ paired: Set<Int>, _ runs: [WordRun], _ here: Galley, _ there: Galley, isOld: Bool
  ) -> [SourcingChange] {
    let sentences = there.sentences.map { WordRun([$0.tokens], in: there) }
    return runs.indices.compactMap { i in
      let statement = here.statements[i]
      guard !paired.contains(i), runs[i].count >= Self.quotedWords, !statement.isNested,
        let at = statement.attribution.content.first
      else { return nil }
      let found = sentences.indices.first { runs[i].containment(in: sentences[$0]) >= Self.sameSentence }
      if found == nil || statement.isHeadline, let headline = there.headline,
        !there.statements.contains(where: \.isHeadline),
        runs[i].containment(in: WordRun([headline], in: there)) >= Self.sameSentence
      {
        let who = statement.speaker?.name ?? "somebody"
        let place = there.span(headline)
        return isOld
          ? SourcingChange(
            kind: .attributionDropped, message: "said by \(who) before, the headline's own word now", old: at,
            new: place)
          : SourcingChange(
            kind: .attributionAdded, message: "the headline's own word before, said by \(who) now", old: place, new: at)
      }
      guard let found else {
        let who = statement.speaker?.name ?? "nobody in particular"
        return isOld
          ? SourcingChange(kind: .statementRemoved, message: "a statement by \(who) is gone", old: at, new: nil)
          : SourcingChange(kind: .statementAdded, message: "a statement by \(who) is new", old: nil, new: at)
      }
      // The same words inside another statement, which was paired with its likest.
      if there.statements.contains(where: { $0.sentence == found }) { return nil }
      let place = there.span(there.sentences[found].tokens)
      let who = statement.speaker?.name ?? "somebody"
      return isOld
        ? SourcingChange(
          kind: .attributionDropped, message: "said by \(who) before, the outlet's own word now", old: at, new: place)
        : SourcingChange(
          kind: .attributionAdded, message: "the outlet's own word before, said by \(who) now", old: place, new: at)
    }
  }

  // MARK: Caveats of the story

  private func caveats(_ before: Galley, _ after: Galley) -> [SourcingChange] {
    let kinds = ["unverified", "comment-sought", "no-comment", "retracted", "anonymous-reason"]
    return kinds.flatMap { kind -> [SourcingChange] in
      let old = before.story.caveats.filter { $0.caveat == kind }
      let new = after.story.caveats.filter { $0.caveat == kind }
      let name = rulebook.caveats.first { $0.id == kind }?.label ?? kind
      if new.count < old.count {
        return old[new.count...].map {
          SourcingChange(kind: .caveatDropped, message: "no longer said: \(name)", old: $0.cue.first, new: nil)
        }
      }
      return new[old.count...].map {
        SourcingChange(kind: .caveatAdded, message: "said now: \(name)", old: nil, new: $0.cue.first)
      }
    }
  }

  // MARK: Quotations

  private func quotations(_ before: Galley, _ after: Galley) -> [SourcingChange] {
    let old = quoted(before)
    let new = quoted(after)
    let pairs = pair(old.map(\.run), new.map(\.run), atLeast: Self.sameQuotation)
    var changes = pairs.compactMap { pair -> SourcingChange? in
      let a = old[pair.old]
      let b = new[pair.new]
      guard a.run.forms != b.run.forms else { return nil }
      let isCut = a.run.place(in: b.run) != nil || b.run.place(in: a.run) != nil
      return SourcingChange(
        kind: isCut ? .quotationCut : .quotationAltered,
        message: isCut ? "the quotation begins or ends elsewhere" : "the words in quotation marks are not the same",
        old: a.span, new: b.span, edits: WordEdits.edits(a.run, before, b.run, after))
    }
    let oldText = WordRun(before.sentences.map(\.tokens), in: before)
    let newText = WordRun(after.sentences.map(\.tokens), in: after)
    for (i, quotation) in old.enumerated() where !pairs.contains(where: { $0.old == i }) {
      guard let place = quotation.run.place(in: newText), !isInside(newText.tokens[place], new) else { continue }
      let span = after.span(newText.tokens[place]..<newText.tokens[place + quotation.run.count - 1] + 1)
      changes.append(
        SourcingChange(
          kind: .marksDropped, message: "quoted before, the same words without quotation marks now",
          old: quotation.span, new: span))
    }
    for (i, quotation) in new.enumerated() where !pairs.contains(where: { $0.new == i }) {
      guard let place = quotation.run.place(in: oldText), !isInside(oldText.tokens[place], old) else { continue }
      let span = before.span(oldText.tokens[place]..<oldText.tokens[place + quotation.run.count - 1] + 1)
      changes.append(
        SourcingChange(
          kind: .marksAdded, message: "the same words without quotation marks before, quoted now", old: span,
          new: quotation.span))
    }
    return changes
  }

  private typealias Quoted = (run: WordRun, span: Span, tokens: Range<Int>)

  private func quoted(_ galley: Galley) -> [Quoted] {
    galley.scanned.quotations.filter { $0.depth == 0 && galley.sentence(of: $0.open) != nil }.map {
      (WordRun([$0.inner], in: galley), galley.span($0.tokens), $0.tokens)
    }.filter { $0.run.count >= Self.quotedWords }
  }

  private func isInside(_ token: Int, _ quotations: [Quoted]) -> Bool {
    quotations.contains { $0.tokens.contains(token) }
  }

  // MARK: Counts

  private func counts(_ galley: Galley) -> SourcingCounts {
    var counts = SourcingCounts()
    counts.attributions = galley.statements.count
    var named = Set<Int>()
    var anonymous = Set<Int>()
    for case let speaker? in galley.statements.map(\.speaker) {
      if speaker.anonymous { anonymous.insert(speaker.id) } else if speaker.grade == .named { named.insert(speaker.id) }
    }
    counts.named = named.count
    counts.anonymous = anonymous.count
    counts.outlets = Set(galley.statements.flatMap { galley.relays($0).map(\.name) }).count
    counts.quotations = quoted(galley).count
    counts.caveats = galley.story.caveats.count
    return counts
  }
}
