import HearsayIngest
import Testing

@testable import HearsayCommand

/// Web archives and addresses on the command line.
struct ArchiveCommandTests {
  private static func record(_ number: Int) -> String {
    let page =
      "<html><body><p>The ferry number \(number) will stop, a harbour official told The Quay Times.</p></body></html>"
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page)"
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/\(number)\r\n"
      + "Content-Type: application/http\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
  }

  private let archive = (0..<40).map(record).joined()

  @Test(arguments: ["attribute", "audit", "ingest"])
  func pagesComeInTheOrderOfTheFileOnAnyNumberOfThreads(_ command: String) {
    let folder = TestFolder(["crawl.warc": archive])
    let file = "\(folder.path)/crawl.warc"
    let one = TestRun(command, "--format", "jsonl", "--jobs", "1", file)
    let places = one.results.split(separator: "\n").compactMap { line in
      line.split(separator: "crawl.warc#").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
    }
    #expect(places.count == 40 && places == places.sorted())
    #expect(TestRun(command, "--format", "jsonl", "--jobs", "4", file).results == one.results)
    #expect(one.messages.contains("note: 40 records: 40 pages"))
    #expect(TestRun(command, "-q", "--format", "jsonl", file).messages.isEmpty)
  }

  @Test func readingGoesOnFromAnOffset() {
    let folder = TestFolder(["crawl.warc": archive])
    let file = "\(folder.path)/crawl.warc"
    let offset = Self.record(0).utf8.count
    let all = TestRun("ingest", "--format", "jsonl", file).results.split(separator: "\n")
    let rest = TestRun("ingest", "--format", "jsonl", "--from-offset", "\(offset)", file)
    #expect(rest.results.split(separator: "\n") == Array(all.dropFirst()) && rest.code == .success)
  }

  @Test func anOffsetIsANumberInOneArchive() {
    let word = TestRun("ingest", "--from-offset", "later", "crawl.warc")
    #expect(word.code == .failure && word.messages.contains("`--from-offset` takes a count of bytes, not `later`"))
    let two = TestRun("ingest", "--from-offset", "10", "a.warc", "b.warc")
    #expect(two.code == .failure && two.messages.contains("but 2 inputs were named"))
  }

  @Test func whatIsBrokenIsAWarningWhatIsLostAnError() {
    let folder = TestFolder([
      "gap.warc": Self.record(1) + "noise" + Self.record(2), "cut.warc": String(archive.dropLast(30)),
    ])
    let gap = TestRun("ingest", "--format", "jsonl", "\(folder.path)/gap.warc")
    #expect(gap.code == .success && gap.messages.contains("warning: behind record 1, at byte "))
    let cut = TestRun("ingest", "--format", "jsonl", "\(folder.path)/cut.warc")
    #expect(cut.code == .failure && cut.messages.contains("error: record 40 at byte "))
    #expect(cut.results.split(separator: "\n").count == 40)
  }

  @Test func thisMachineIsNotFetchedFrom() {
    let run = TestRun("audit", "http://127.0.0.1:9/")
    #expect(run.code == .failure && run.messages.contains("127.0.0.1") && run.messages.contains("--allow-local"))
  }

  @Test func theProgressLineSaysWhereToGoOn() {
    let progress = ReadingProgress(
      path: "crawl.warc.gz", bytesRead: 12_440_000, size: 180_190_000, pages: 1520, resume: ArchiveOffset(12_388_120))
    #expect(
      ProgressLine.text(progress) == "crawl.warc.gz: 12.4 of 180.1 MB, 1520 pages; resumes at 12388120")
  }
}
