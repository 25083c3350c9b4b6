import HearsayCorroboration
import HearsayTestSupport
import Testing

@Suite struct ClaimMatcherTests {
  private let matcher: ClaimMatcher

  init() throws { matcher = ClaimMatcher(try TestRulebook.get()) }

  private func verdict(_ a: String, _ b: String) -> ClaimVerdict {
    matcher.compare(matcher.statement(a), matcher.statement(b)).verdict
  }

  @Test(arguments: [
    ("Norrvik Foods is exploring an acquisition of Pellworth", "Norrvik wants to buy Pellworth, the biscuit maker"),
    ("Nineteen people died when the ferry Sula sank", "The sinking of the Sula ferry killed 19 people"),
    ("the bid values Pellworth at about $3.1 billion", "a price of $3.12bn for Pellworth"),
    ("Fourteen percent of voters are undecided", "14% of voters have not made up their minds"),
  ])
  func sameInOtherWords(_ a: String, _ b: String) {
    #expect(verdict(a, b) == .same)
    #expect(verdict(b, a) == .same)
  }

  @Test(arguments: [
    ("Nineteen people died when the ferry Sula sank", "Thirty-one people died when the ferry Sula sank"),
    ("The council will close the Tarn Bridge on Monday", "The council will not close the Tarn Bridge on Monday"),
    ("The council approved the Tarn Bridge toll", "The council rejected the Tarn Bridge toll"),
  ])
  func aFlipIsAConflict(_ a: String, _ b: String) {
    #expect(verdict(a, b) == .conflict)
    #expect(verdict(b, a) == .conflict)
  }

  @Test(arguments: [
    ("Cholera infected 37 people in Almering in 2011", "37 people are infected with measles in Almering"),
    ("Elena Marrow has 46 percent in the race", "Edwin Marrow has 46 percent in the race"),
    ("The mayor opened a school in Tarn", "Shares of Pellworth rose 9 percent"),
  ])
  func otherThingsStayApart(_ a: String, _ b: String) {
    #expect(verdict(a, b) == .different)
  }
}
