import Testing

@testable import HearsayIngest

/// What libxml2 tells of a page, put together as a tree.
@Suite struct HTMLParserTests {
  /// Elements by name with what is in them, text as it stands.
  private func outline(_ page: String) -> String {
    let tree = HTMLParser.parse(Array(page.utf8))
    var out = ""
    var open: [Int32] = []
    for i in 0..<tree.count {
      while let end = open.last, end <= i {
        out += ")"
        open.removeLast()
      }
      if tree.tag(i) == .text {
        out += tree.string(Int(tree.nodes[i].from)..<Int(tree.nodes[i].to))
      } else {
        out += "(\(tree.tag(i)) "
        open.append(tree.nodes[i].end)
      }
    }
    return out + String(repeating: ")", count: open.count)
  }

  private func body(_ page: String) -> String {
    let whole = outline(page)
    let start = whole.firstRange(of: "(body ")?.upperBound ?? whole.startIndex
    return String(whole[start...].dropLast(2))
  }

  @Test(arguments: [
    ("<p>One<p>Two<div>Three</div>", "(p One)(p Two)(div Three)"),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "(ul (li a)(li b(ul (li c))))d"),
    ("<table><tr><td>1<td>2<tr><td>3</table>x", "(table (tr (td 1)(td 2))(tr (td 3)))x"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "(dl (dt a)(dd b)(dt c))"),
    ("<o:p/>x<x-card>y</x-card>z", "(other )x(other y)z"),
    ("<div><td>x</div>y", "(div (td xy))"),
  ]) func elementsCloseEachOther(_ page: String, _ expected: String) { #expect(body(page) == expected) }

  @Test(arguments: [
    ("a &amp; b &lt;c&gt; &quot;", "a & b <c> \""), ("&#8217;&#x2019;", "’’"), ("&nbsp;", "\u{A0}"),
  ]) func referencesAreResolved(_ page: String, _ expected: String) { #expect(body("<p>" + page) == "(p \(expected))") }

  @Test func whatNobodySeesIsLeftOut() {
    let page =
      "<title>T &amp; U</title><style>p{}</style><body><script>if(a</p>){}</script>x<svg><svg>s</svg>t</svg>y"
      + "<noscript><p>n</noscript><iframe>f</iframe><textarea><p>t</textarea>z<script>w"
    #expect(outline(page) == "(html (head (title T & U))(body xyz))")
  }

  @Test func attributesAreKeptAsTheyAreMeant() {
    let page = "<A HREF=/a/b/ Class='x > y' id=\"q&amp;r\" data-x=1 rel = next title>t</A>"
    let tree = HTMLParser.parse(Array(page.utf8))
    let link = (0..<tree.count).first { tree.tag($0) == .a } ?? 0
    #expect(tree.value(.href, of: link) == "/a/b/" && tree.value(.class, of: link) == "x > y")
    #expect(tree.value(.id, of: link) == "q&r" && tree.value(.rel, of: link) == "next")
    #expect(tree.value(.title, of: link) == "")
  }

  @Test func nestingWithoutEndIsLeftBehind() {
    let deep = String(repeating: "<div>", count: HTMLParser.deepest * 8)
    let page = Array(("<p>One</p>" + deep + "x").utf8)
    let cut = HTMLParser.parse(page, mostReread: page.count * 3)
    #expect(cut.isTooDeep && cut.isEndless && !cut.isCut)
    #expect(!HTMLParser.parse(page).isEndless)
    #expect(outline("<p>One</p>" + deep + "x").contains("x"))
  }

  @Test func dataInScriptsAreKept() {
    let page = "<script type='application/ld+json'>{\"a\":\"</p>\"}</script><script>var b</script><p>x"
    let tree = HTMLParser.parse(Array(page.utf8))
    #expect(tree.dataScripts.map { tree.string($0) } == ["{\"a\":\"</p>\"}"])
    #expect(tree.scriptBytes > 0)
  }
}
