import HearsayDiagnostics
import HearsayText

/// What stops the reading of one value: a pattern, a constraint, an action or an example.
///
/// The rest of the value is not read, because what follows an open bracket is anybody's guess; the next field is.
struct SyntaxError: Error {
  var code: RuleCode
  var message: String
  var span: Span
  var label = ""
  var help: String?

  func report(in file: SourceFile, into sink: inout DiagnosticSink) {
    sink.report(code, message, at: SourceLocation(file, span), label, help: help)
  }
}
