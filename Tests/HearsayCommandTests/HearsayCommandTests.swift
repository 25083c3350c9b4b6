import Testing

@testable import HearsayCommand
