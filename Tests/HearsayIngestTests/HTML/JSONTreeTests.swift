import Testing

@testable import HearsayIngest

@Suite struct JSONTreeTests {
  private func tree(_ text: String) -> JSONTree { JSONTree(Array(text.utf8)) }

  @Test func findsMembersAndElements() {
    let tree = tree(#"{"a": [1, "x\u00e9\n", {"b": null}], "c": "d"}"#)
    let list = tree.member(0, "a")
    #expect(list.map { tree.elements($0).count } == 3)
    #expect(tree.string(list.map { tree.elements($0)[1] }) == "xé\n")
    #expect(tree.string(0, "c") == "d")
    #expect(tree.member(0, "b") == nil)
  }

  @Test(arguments: [
    "{\"c\": \"d\",}", "{\"c\": \"d\"", "/* x */ {\"c\": \"d\"}", "<!-- {\"c\": \"d\"} -->",
    "//<![CDATA[\n{\"c\": \"d\"}//]]>",
    "{\"x\": \"line\nbreak\", \"c\": \"d\"}", "{\"c\": \"a\", \"c\": \"d\"}",
  ])
  func putsUpWithWhatPagesHold(_ text: String) { #expect(tree(text).string(0, "c") == "d") }

  @Test func depthIsBounded() {
    let deep = tree(String(repeating: "[", count: 100_000) + "\"x\"" + String(repeating: "]", count: 100_000))
    #expect(deep.nodes.count <= JSONTree.deepest)
    #expect(tree("{\"a\":" + String(repeating: "{\"b\":", count: 1000)).isMended)
  }
}
