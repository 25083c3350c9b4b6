import HearsayDiagnostics
import HearsayText

/// Collects the diagnostics of a run, at most `Limits.errorsPerFile` a file and `Limits.errors` in all: a pack is data
/// from a stranger, and nonsense by the megabyte must not fill the memory with complaints about it.
struct DiagnosticSink {
  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [ObjectIdentifier: Int] = [:]

  /// Nothing more is listed for the file: whoever would look for a suggestion need not bother.
  func isFull(_ file: SourceFile) -> Bool {
    diagnostics.count > Limits.errors || counts[ObjectIdentifier(file), default: 0] > Limits.errorsPerFile
  }

  mutating func report(
    _ code: RuleCode, _ message: String, at location: SourceLocation, _ label: String = "",
    secondary: [Diagnostic.Label] = [], help: String? = nil, severity: Severity = .error
  ) {
    guard !isFull(location.file) else { return }
    let count = counts[ObjectIdentifier(location.file), default: 0]
    counts[ObjectIdentifier(location.file)] = count + 1
    if count < Limits.errorsPerFile {
      diagnostics.append(
        Diagnostic(
          code: code.rawValue, severity: severity, message: message,
          primary: Diagnostic.Label(location, label), secondary: secondary, help: help))
    } else {
      diagnostics.append(
        Diagnostic(
          code: RuleCode.tooManyErrors.rawValue, severity: .error,
          message: "more than \(Limits.errorsPerFile) problems in one file",
          primary: Diagnostic.Label(location, "the rest is not listed"),
          help: "mend the first ones and run again"))
    }
  }

  /// In the order of files, then of places; problems of one place in the order in which they were found.
  func sorted(files: [SourceFile]) -> [Diagnostic] {
    var order: [ObjectIdentifier: Int] = [:]
    for (index, file) in files.enumerated() { order[ObjectIdentifier(file)] = index }
    func key(_ index: Int) -> (Int, Int, Int) {
      let location = diagnostics[index].primary.location
      let last = diagnostics[index].code == RuleCode.tooManyErrors.rawValue
      return (order[ObjectIdentifier(location.file)] ?? 0, last ? Int.max : location.span.start, index)
    }
    return diagnostics.indices.sorted { key($0) < key($1) }.map { diagnostics[$0] }
  }
}
