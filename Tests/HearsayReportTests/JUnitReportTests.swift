import Testing

@testable import HearsayReport

struct JUnitReportTests {
  @Test func resultsAreGroupedByFileAndEscaped() {
    let text = JUnitReport().text([
      TestRecord(group: "said", name: "match “a” & <b>", file: "a.rules", line: 3),
      TestRecord(
        group: "told", name: "skip", file: "b.rules", line: 9,
        failure: .init(message: "it's \"wrong\"", detail: "0  1\n~~\u{1B}")),
      TestRecord(group: "said", name: "skip", file: "a.rules", line: 4),
    ])
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="hearsay rules" tests="3" failures="1">
          <testsuite name="a.rules" tests="2" failures="0">
            <testcase classname="said" name="match “a” &amp; &lt;b&gt;" file="a.rules" line="3"/>
            <testcase classname="said" name="skip" file="a.rules" line="4"/>
          </testsuite>
          <testsuite name="b.rules" tests="1" failures="1">
            <testcase classname="told" name="skip" file="b.rules" line="9">
              <failure message="it's &quot;wrong&quot;">0  1&#10;~~\u{FFFD}</failure>
            </testcase>
          </testsuite>
        </testsuites>

        """)
  }
}
