import Testing

@testable import Hearsay
