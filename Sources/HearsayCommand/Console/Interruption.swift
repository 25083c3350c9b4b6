import HearsayIngest
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Control-C while an archive is read: what is at work is finished and printed, and the place to go on from is told.
struct Interruption: Error {
  /// How far everything has been printed.
  var place: ReadingProgress

  private static let wanted = Atomic(false)
  private static let isWatched = Atomic(false)

  /// Takes the signal from now on. A second one ends the process at once, as it would have without this.
  static func watch() {
    guard !isWatched.exchange(true, ordering: .relaxed) else { return }
    signal(SIGINT) { _ in
      Interruption.wanted.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  static var isWanted: Bool { wanted.load(ordering: .relaxed) }
}

extension Message {
  /// Where an interrupted reading stands.
  init(_ interruption: Interruption) {
    let place = interruption.place
    self.init(
      kind: .note, what: "interrupted; everything before byte \(place.resume) was done",
      place: place.path == "-" ? "standard input" : place.path,
      help: "`--from-offset \(place.resume)` goes on from there")
  }
}
