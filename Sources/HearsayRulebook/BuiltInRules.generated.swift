public let builtInRules: StaticString = ""
