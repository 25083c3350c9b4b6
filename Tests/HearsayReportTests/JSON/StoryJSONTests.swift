import HearsayAttribution
import HearsayText
import Testing

@testable import HearsayReport

struct StoryJSONTests {
  private let printer = StoryJSON(rulebook: RulebookStamp(name: "en", sha256: "abcd"))

  private var printed: String {
    var json = JSONWriter()
    printer.write(SampleStory.attributed, to: &json)
    return json.out.string
  }

  @Test func theStoryComesFirstInTheOrderOfTheSchema() {
    let head =
      #"{"schema":"hearsay.story/1","id":"port","path":"stories/port.txt","sha256":"00ff","#
      + #""outlet":{"id":"harbour-ledger","name":"The Harbour Ledger","how":"inferred"},"#
      + #""headline":{"start":0,"end":25,"text":"Port closes, media report"},"byline":["Ada Quill"],"#
      + #""published":"2031-05-02","language":"en","rulebook":{"name":"en","sha256":"abcd"},"attributions":["#
    #expect(printed.hasPrefix(head))
  }

  @Test func anAttributionWithoutASpeakerSaysSo() {
    #expect(
      printed.contains(
        #"{"id":"a1","kind":"headline","content":[{"start":0,"end":11,"text":"Port closes"}],"#
          + #""cue":[{"start":19,"end":25,"text":"report"}],"source":[{"start":13,"end":18,"text":"media"}],"#
          + #""speaker":null,"stance":"neutral","chain":[],"caveats":[],"rule":"headline-outlet-reports"}"#))
  }

  /// The curly marks before the quotation take three bytes each and count as one.
  @Test func offsetsCountCodePoints() {
    let scalars = Array(SampleStory.words.unicodeScalars)
    let quotation = Array("“We shut at six.”".unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: quotation) } ?? 0
    #expect(printed.contains(#"{"start":\#(start),"end":\#(start + quotation.count),"text":"“We shut at six.”"}"#))
  }

  @Test func speakerChainAndCaveatAreWhole() {
    #expect(
      printed.contains(
        #"""
        "speaker":{"id":"s1","name":"harbour official","kind":"person","anonymous":true,"grade":"G2",\#
        "role":"official","count":{"min":1,"max":null}},"stance":"claim","within":"a1","chain":[\#
        {"name":"harbour official","kind":"person","stated":true},\#
        {"name":"The Quay Times","kind":"outlet","outlet":"quay-times","stated":false,\#
        "why":"the story opens with it"},\#
        {"name":"The Harbour Ledger","kind":"outlet","outlet":"harbour-ledger","stated":true}],\#
        "caveats":[{"caveat":"unverified","certainty":"certain","by":"The Harbour Ledger","cue":[
        """#))
    #expect(
      printed.hasSuffix(
        #"""
        "covers":["a2"],"rule":"could-not-verify"}],\#
        "notes":["1 byte was mended","who “it” is was not settled"]}
        """#))
  }

  @Test func theTextStandsInTheOutputWhereItIsAskedFor() {
    var withText = printer
    withText.includesText = true
    var json = JSONWriter()
    withText.write(SampleStory.attributed, to: &json)
    #expect(json.out.string.contains(#""text":"Port closes, media report\n\nThe Quay Times said"#))
    #expect(!printed.contains(#"report\n\n"#))
  }

  @Test func aSpanBeyondTheTextIsCutAndDoesNotTrap() {
    var story = SampleStory.attributed
    story.attributions = [story.attributions[0]]
    story.attributions[0].content = [Span(5, 1 << 40)]
    var json = JSONWriter()
    printer.write(story, to: &json)
    #expect(json.out.string.contains(#""content":[{"start":5,"#))
  }
}
