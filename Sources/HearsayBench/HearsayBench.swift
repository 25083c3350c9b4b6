#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `make bench`: what a story, a page and a rule cost.
///
/// Read the ratios: absolute times are those of this machine at this moment.
@main
enum HearsayBench {
  private static let usage = """
    Measures what a story, a page and a rule cost, beside something known in the same run.

    usage: HearsayBench [command] [HEARSAY]              the built command, beside `wc -w` on the same bytes
           HearsayBench archive                          reading a web archive, beside inflating it
           HearsayBench pages                            reading HTML pages, beside libxml2's bare parse of them
           HearsayBench matcher [OPTION…] [FILE…]        the matcher alone, on generated news or on stories

    options of matcher:
      --rules 10,1000     numbers of synthetic rules (10,100,1000,10000)
      --tokens N          how much text (300000)
      --rounds N          the best of so many (7)
      --no-baselines      leave the naive matcher and the automaton out

    HEARSAY is the command to measure (.build/release/hearsay). Build with -c release; read the ratios, not the times.

    """

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    if words.contains(where: { $0 == "--help" || $0 == "-h" || $0 == "help" }) {
      print(usage, terminator: "")
      return
    }
    do {
      switch words.first {
      case "matcher":
        words.removeFirst()
        try MatcherBench(MatcherBench.Options(words)).run()
      case "archive": try ArchiveBench.run()
      case "pages": try PageBench.run()
      default:
        if words.first == "command" { words.removeFirst() }
        let command = words.first ?? ".build/release/hearsay"
        guard access(command, X_OK) == 0 else {
          fail("there is no benchmark and no command `\(command)`", help: "`HearsayBench --help` lists the benchmarks")
        }
        try CommandBench.run(command)
      }
    } catch {
      fail("\(error)", help: nil)
    }
  }

  private static func fail(_ what: String, help: String?) -> Never {
    let message = "error: \(what)\n" + (help.map { "  = help: \($0)\n" } ?? "")
    _ = write(STDERR_FILENO, message, message.utf8.count)
    exit(2)
  }
}
