import Synchronization
import Testing

@testable import HearsayIngest

/// Pages from a server that each test starts on this machine; nothing is fetched from anywhere else.
@Suite struct PageFetcherTests {
  private static let story = Array("The quay is shut, the mayor said on Monday.".utf8)

  private let server: LocalServer
  private var local = ReadingOptions(allowsLocalAddresses: true)

  init() throws {
    server = try LocalServer { path, port in
      switch path {
      case "/story": [(LocalServer.page(Self.story), 0)]
      case "/packed":
        [
          (
            LocalServer.page(
              ArchiveBuilder.gzip(Self.story), headers: ["Content-Encoding: gzip", "Content-Type: text/plain"]), 0
          )
        ]
      case "/bomb":
        [
          (
            LocalServer.page(
              ArchiveBuilder.gzip([UInt8](repeating: 0x20, count: 900_000)), headers: ["Content-Encoding: gzip"]), 0
          )
        ]
      case "/moved": [(LocalServer.redirect(to: "/story"), 0)]
      case "/loop": [(LocalServer.redirect(to: "/loop"), 0)]
      case "/file": [(LocalServer.redirect(to: "file:///etc/hostname"), 0)]
      case "/large": [(LocalServer.page([UInt8](repeating: 0x61, count: 200_000)), 0)]
      case "/slow": [(Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nThe ".utf8), 0), (Self.story, 3000)]
      case "/empty": [(LocalServer.page([]), 0)]
      default: [(LocalServer.page(Array("gone".utf8), status: "404 Not Found"), 0)]
      }
    }
  }

  private var limits: PageFetcher.Limits {
    PageFetcher.Limits(milliseconds: 1000, connectMilliseconds: 1000, redirects: 3, bytes: 100_000)
  }

  private func fetch(_ path: String, _ options: ReadingOptions? = nil) -> Result<PageFetcher.Page, InputProblem> {
    PageFetcher(options ?? local, limits: limits).fetch(server.address(path))
  }

  private func problem(_ path: String) throws -> InputProblem {
    switch fetch(path) {
    case .success(let page):
      Issue.record("fetched \(page.bytes.count) bytes")
      throw InputProblem(path: path, what: "fetched")
    case .failure(let problem): return problem
    }
  }

  @Test func aNamedPageIsRead() throws {
    let reading = Reading([server.address("/story")], options: local)
    let story = try #require(reading.stories.first)
    #expect(story.text.bytes == Self.story && story.url == server.address("/story") && reading.problems.isEmpty)
    #expect(story.path == server.address("/story"))
  }

  @Test func redirectsAndEncodingsAreFollowed() throws {
    let moved = try fetch("/moved").get()
    #expect(moved.bytes == Self.story && moved.address == server.address("/story"))
    #expect(moved.contentType == "text/plain")
    #expect(try fetch("/packed").get().bytes == Self.story)
  }

  @Test func thisMachineIsRefusedUnlessAllowed() throws {
    let reading = Reading([server.address("/story")])
    #expect(reading.stories.isEmpty)
    #expect(reading.problems.first?.what.contains("127.0.0.1, an address of this machine") == true)
    #expect(reading.problems.first?.help?.contains("--allow-local") == true)
  }

  @Test(arguments: ["localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1"])
  func namesAndSpellingsOfThisMachineAreRefusedToo(_ host: String) {
    let result = PageFetcher(ReadingOptions(), limits: limits).fetch("http://\(host):\(server.port)/story")
    guard case .failure = result else {
      Issue.record("\(host) was fetched")
      return
    }
  }

  @Test func aLoopOfRedirectsEnds() throws {
    #expect(try problem("/loop").what == "more than 3 redirects")
  }

  @Test func otherSchemesAreRefused() throws {
    #expect(try problem("/file").what == "it leads to something that is neither http nor https")
    let direct = Reading(["file:///etc/hostname", "ftp://quay.example/story"])
    #expect(direct.stories.isEmpty)
    #expect(direct.problems.map(\.what) == Array(repeating: "only http and https addresses are fetched", count: 2))
  }

  @Test func largeAndSlowPagesAreCutOff() throws {
    #expect(try problem("/large").what == "the page has more than 97 KiB")
    #expect(try problem("/bomb").what == "the page has more than 97 KiB")
    let start = ContinuousClock.now
    #expect(try problem("/slow").what == "the page did not come within 1 seconds")
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func whatIsNoPageIsSaid() throws {
    #expect(try problem("/nothing").what == "the server answers with status 404")
    #expect(try problem("/empty").what == "the server answers with an empty page")
    let nobody = PageFetcher(local, limits: limits).fetch("http://127.0.0.1:1/")
    guard case .failure(let problem) = nobody else {
      Issue.record("something answers on port 1")
      return
    }
    #expect(problem.what.hasPrefix("the server can't be reached") && problem.help != nil)
  }

  @Test func anAddressBehindARedirectIsLookedAtToo() throws {
    // The first connection is allowed, the second is not: each is asked about.
    let second = try LocalServer { _, _ in [(LocalServer.page(Self.story), 0)] }
    let place = second.address("/story")
    let first = try LocalServer { _, _ in [(LocalServer.redirect(to: place), 0)] }
    let connections = Mutex(0)
    let result = PageFetcher(limits: limits) { _ in
      connections.withLock {
        $0 += 1
        return $0 == 1
      }
    }.fetch(first.address("/"))
    guard case .failure(let problem) = result else {
      Issue.record("the redirect was followed")
      return
    }
    #expect(problem.what.contains("127.0.0.1, an address of this machine"))
    #expect((try? PageFetcher(local, limits: limits).fetch(first.address("/")).get())?.bytes == Self.story)
  }
}
