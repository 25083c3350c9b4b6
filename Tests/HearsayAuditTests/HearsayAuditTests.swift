import Testing

@testable import HearsayAudit
