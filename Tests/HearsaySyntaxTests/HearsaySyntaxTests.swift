import Testing

@testable import HearsaySyntax
