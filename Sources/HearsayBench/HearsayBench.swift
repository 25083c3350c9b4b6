#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `make bench`: what a story and what a rule cost.
///
///     HearsayBench [command] [HEARSAY]              the built command, beside `wc -w` on the same bytes
///     HearsayBench archive                          reading a web archive, beside inflating it
///     HearsayBench pages                            reading HTML pages, beside libxml2's bare parse of them
///     HearsayBench matcher [OPTION…] [FILE…]        the matcher alone, on generated news or on stories
///       --rules 10,1000     numbers of synthetic rules (10,100,1000,10000)
///       --tokens N          how much text (300000)
///       --rounds N          the best of so many (7)
///       --no-baselines      leave the naive matcher and the automaton out
///
/// Read the ratios: absolute times are those of this machine at this moment.
@main
enum HearsayBench {
  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    do {
      if words.first == "matcher" {
        words.removeFirst()
        try MatcherBench(MatcherBench.Options(words)).run()
      } else if words.first == "archive" {
        try ArchiveBench.run()
      } else if words.first == "pages" {
        try PageBench.run()
      } else {
        if words.first == "command" { words.removeFirst() }
        try CommandBench.run(words.first ?? ".build/release/hearsay")
      }
    } catch {
      let message = "error: \(error)\n"
      _ = write(STDERR_FILENO, message, message.utf8.count)
      exit(2)
    }
  }
}
