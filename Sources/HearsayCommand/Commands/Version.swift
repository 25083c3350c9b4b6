extension Command {
  static let version = Command("version", summary: "print the version", completing: .nothing) { _, console in
    try console.results.write("hearsay \(hearsayVersion)\n")
    return .success
  }
}

/// The version of the tool and of its library; the tag of a release is the same with a `v` before it.
let hearsayVersion = "0.1.0"
