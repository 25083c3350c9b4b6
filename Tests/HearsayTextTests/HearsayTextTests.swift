import Testing

@testable import HearsayText
