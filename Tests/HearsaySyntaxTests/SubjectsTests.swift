import HearsayRulebook
import HearsayRules
import HearsayText
import Testing

@testable import HearsaySyntax

/// The subject of a verb, with the relative clauses that describe it; `*` stands before the verb, `|` before the subject.
@Suite struct SubjectsTests {
  @Test(arguments: [
    "|A harbour officer who has seen the files *said the bills were false.",
    "|An aide who was told of the memo *said the bills were false.",
    "|Officials who had been briefed on the memo *said the bills were false.",
    "|An officer who has seen the files but is not authorised to speak *said the bills were false.",
    "|A man whose son was killed in the attack *said the bills were false.",
    "|The man who fled *said the bills were false.",
    "|The family *said the bills were false.",
    "|A person who knows the family *said the bills were false.",
    "|A clerk who asked not to be named for safety *said the bills were false.",
    "|The captain of a ferry that ran aground with forty people *said the bills were false.",
    "|Imagery from 1 June *shows the bills were false.",
    "Giving evidence to the inquiry, |Captain Orr *said the bills were false.",
    "|The long report by the auditors *says the bills were false.",
    "The minister believes |critics *said the bills were false.",
    "|US Navy officers *said the bills were false.",
    "|US officials *said the bills were false.",
    "When the storm had passed, |the crew *said the mast was gone.",
    "The crew had left and |the owner *said the mast was gone.",
  ])
  func subjectsBegin(_ marked: String) throws {
    let verb = try #require(marked.split(separator: "*").first).utf8.count
    let start = marked.hasPrefix("|") ? 0 : try #require(marked.split(separator: "|").first).utf8.count
    let rulebook = try #require(Rulebook.load(files: Rulebook.mainFiles(builtIn: builtInRules)).0)
    let scanned = rulebook.scan(SourceText(marked.filter { $0 != "*" && $0 != "|" }))
    let syntax = LightSyntax(scanned, [], LightSyntax.Context(rulebook))
    // The marker of the subject stands before that of the verb.
    let end = try #require((0..<scanned.tokens.count).first { scanned.tokens.span($0).start == verb - 1 })
    var starts: [Int] = []
    syntax.starts(of: .source, to: end, scope: 0..<scanned.count, into: &starts)
    #expect(starts.map { scanned.tokens.span($0).start } == [start])
  }
}
