import Testing

@testable import HearsayReport

struct AuditJSONTests {
  @Test func findingsFollowTheStory() {
    var json = JSONWriter()
    AuditJSON(StoryJSON(rulebook: RulebookStamp(name: "en", sha256: ""))).write(
      SampleStory.attributed, findings: SampleStory.findings, notAssessed: SampleStory.notAssessed, to: &json)
    let printed = json.out.string
    #expect(printed.hasPrefix(#"{"schema":"hearsay.story/1","id":"port""#))
    #expect(
      printed.contains(
        #""findings":[{"check":"VAGUE-01","level":"error","message":"the headline names no outlet","#
          + #""at":{"start":13,"end":25,"text":"media report"},"line":1,"column":14,"related":["#
          + #"{"message":"named below","at":{"start":27,"end":41,"text":"The Quay Times"}}],"#
          + #""rewrite":"“Port closes, The Quay Times says”","attribution":"a1","rule":"headline-outlet-reports"}"#))
    #expect(printed.contains(#""line":3,"column":21,"related":[]}],"#))
    #expect(printed.hasSuffix(#""notAssessed":[{"check":"CHAIN-03","why":"plain text has no links"}]}"#))
  }
}

struct IngestJSONTests {
  @Test func blocksAndSentencesCarryTheirOffsets() {
    var json = JSONWriter()
    IngestJSON().write(SampleStory.document, sentences: [SampleStory.span("Port closes")], to: &json)
    let printed = json.out.string
    #expect(printed.hasPrefix(#"{"path":"stories/port.txt","id":"port","text":"Port closes, media report\n\n"#))
    #expect(printed.contains(#""outlet":"The Harbour Ledger","url":null,"fetched":null,"language":"en","#))
    #expect(printed.contains(#""blocks":[{"kind":"headline","start":0,"end":25},{"kind":"paragraph","start":27,"#))
    #expect(printed.contains(#""sentences":[{"start":0,"end":11,"text":"Port closes"}]"#))
  }

  @Test func sentencesAreLeftOutUnlessAskedFor() {
    var json = JSONWriter()
    IngestJSON().write(SampleStory.document, to: &json)
    #expect(!json.out.string.contains("sentences"))
  }
}
