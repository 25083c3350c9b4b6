import Testing

@testable import HearsayIngest
