import Testing

@testable import HearsayDiagnostics
