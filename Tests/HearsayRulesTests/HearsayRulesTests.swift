import Testing

@testable import HearsayRules
