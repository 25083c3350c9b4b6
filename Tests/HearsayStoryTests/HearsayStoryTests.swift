import Testing

@testable import HearsayStory
