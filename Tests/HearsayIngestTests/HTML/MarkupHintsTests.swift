import Testing

@testable import HearsayIngest

@Suite struct MarkupHintsTests {
  private func hints(_ value: String) -> MarkupHints {
    let bytes = Array(value.utf8)
    return bytes.withUnsafeBufferPointer { MarkupHintTable(PageRules.rulebook).hints($0, 0..<bytes.count) }
  }

  @Test(arguments: [
    ("article-body", MarkupHints.body), ("articleBody", .body), ("article__body", .body), ("topAd", .ad),
    ("sr-only", .hidden), ("hidden", .hidden), ("cookie-layer", .consent), ("x related-stories", .related),
  ])
  func wordsAreFound(_ value: String, _ expected: MarkupHints) { #expect(hints(value).contains(expected)) }

  @Test(arguments: [
    ("overflow-hidden hide-ordinal", MarkupHints.hidden), ("section--with-image", .figure), ("has-sidebar", .sidebar),
    ("old-id-PFk9dDFpTo0q", .ad), ("kt-adv-heading", .ad), ("field--label-hidden", .tags), ("header icon", .ad),
  ])
  func whatOnlyLooksLikeThemIsNone(_ value: String, _ other: MarkupHints) { #expect(!hints(value).contains(other)) }
}
