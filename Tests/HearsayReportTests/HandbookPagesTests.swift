import HearsayRules
import Testing

@testable import HearsayReport

/// The HTML handbook: nothing of a rule file becomes markup.
struct HandbookPagesTests {
  private static let rules = """
    language en
      quotes  “ ”

    lexicon say
      why      Verbs <b>that</b> "say" & tell.
      plain    say/says/said

    rule said
      why      A <script>alert(1)</script> & more.
      guide    "Quoted" guide
      status   test
      pattern  <source: source> <cue: @say> <content: clause>
      then     attribute content to source
      match    {source: Oda <3} {cue: said} {content: it rained & stopped}.
      skip     It rained.

    outlet quay
      name     The Quay & Sons <Times>
      control  state XB

    weight grade-g0
      label  a named person
      value  0.80
      why    One <origin> alone.

    profile desk
      why     What a desk & its editor want.
      select  NUM
      error   NUM-01

    check NUM-01
      level  warning
      title  A figure without a source
      why    Readers ask.
      bad    It rose by 3 %.
      good   It rose by 3 %, Oda said.
    """

  private func pages() throws -> [String: String] {
    let file = (path: "x/said.rules", bytes: Array(Self.rules.utf8))
    let rulebook = try #require(Rulebook.load(files: [file]).0)
    let pages = HandbookPages(rulebook, fragments: []).pages
    #expect(pages.map(\.name) == ["index.html", "rules.html", "words.html", "checks.html", "outlets.html"])
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0.text) })
  }

  @Test func textIsEscaped() throws {
    let pages = try pages()
    let rules = try #require(pages["rules.html"])
    #expect(rules.contains("A &lt;script&gt;alert(1)&lt;/script&gt; &amp; more."))
    #expect(rules.contains("<code>&lt;source: source&gt; &lt;cue: @say&gt; &lt;content: clause&gt;</code>"))
    #expect(rules.contains("<mark>Oda &lt;3<small> source</small></mark> <mark>said<small> cue</small></mark>"))
    #expect(rules.contains("&quot;Quoted&quot; guide") && rules.contains("<small> test</small>"))
    #expect(pages["words.html"]?.contains("Verbs &lt;b&gt;that&lt;/b&gt;") == true)
    #expect(pages["outlets.html"]?.contains("The Quay &amp; Sons &lt;Times&gt;</th>") == true)
  }

  @Test func weightsAndProfilesStandBesideTheChecks() throws {
    let checks = try #require(try pages()["checks.html"])
    #expect(checks.contains("<dt>grade-g0: a named person, 0.80</dt>"))
    #expect(checks.contains("One &lt;origin&gt; alone."))
    #expect(checks.contains("What a desk &amp; its editor want."))
    #expect(checks.contains("Levels: NUM-01 error"))
  }

  @Test func pagesStandAloneAndCanBeFoundTheirWayAround() throws {
    for (name, text) in try pages() {
      #expect(!text.contains("<script") && !text.contains("<link") && !text.contains("src="), "\(name)")
      #expect(text.contains("<html lang=\"en\">") && text.contains("prefers-color-scheme: dark"))
      #expect(text.contains("<a class=\"skip\" href=\"#content\">") && text.contains("<main id=\"content\">"))
      #expect(text.contains("aria-current=\"page\""))
      #expect(Self.isBalanced(text), "\(name)")
    }
  }

  @Test func attributesCannotBeLeft() {
    var html = HTMLText()
    html.element("p", [("title", "\"><b>'")]) { $0.text("\u{0}\u{1B}[1m") }
    #expect(html.out == "<p title=\"&quot;&gt;&lt;b&gt;&#39;\">\u{FFFD}\u{FFFD}[1m</p>\n")
  }

  /// Whether every element that is opened is closed, in order.
  private static func isBalanced(_ text: String) -> Bool {
    var open: [Substring] = []
    for piece in text.split(separator: "<").dropFirst() {
      guard let name = piece.split(whereSeparator: { $0 == ">" || $0 == " " || $0 == "\n" }).first else { continue }
      if name.hasPrefix("!") || name == "meta" { continue }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
