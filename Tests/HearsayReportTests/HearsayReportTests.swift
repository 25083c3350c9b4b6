import Testing

@testable import HearsayReport
