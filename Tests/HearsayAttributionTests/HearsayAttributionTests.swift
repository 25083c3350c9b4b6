import Testing

@testable import HearsayAttribution
