import Testing

@testable import Hearsay

struct RuleLocationTests {
  private func found(_ executable: String, folders: Set<String>, files: Set<String> = []) -> String? {
    RuleLocation.folder(
      forExecutable: executable, isFolder: { folders.contains($0) }, isFile: { files.contains($0) })
  }

  @Test func anInstalledToolReadsItsPrefix() {
    #expect(
      found("/opt/hearsay/bin/hearsay", folders: ["/opt/hearsay/share/hearsay/Rules"])
        == "/opt/hearsay/share/hearsay/Rules")
  }

  @Test func aBuildInACheckoutReadsTheCheckout() {
    #expect(
      found(
        "/home/ada/hearsay/.build/x86_64-unknown-linux-gnu/debug/hearsay", folders: ["/home/ada/hearsay/Rules"],
        files: ["/home/ada/hearsay/Package.swift"]) == "/home/ada/hearsay/Rules")
  }

  /// Somebody else's folder of that name is none of ours.
  @Test func aFolderOfThatNameAloneIsNoCheckout() {
    #expect(found("/home/ada/bin/hearsay", folders: ["/home/ada/Rules", "/Rules"]) == nil)
    #expect(found("hearsay", folders: []) == nil)
  }
}

struct RuleFolderTests {
  @Test func aFolderThatIsMissingIsSaidSo() {
    let problem = #expect(throws: RuleFolder.Problem.self) { try RuleFolder.read("/no/such/folder") }
    #expect(problem?.path == "/no/such/folder")
    #expect(problem?.what == "cannot be read: no such file or directory")
  }

  @Test func aFileIsReadWhateverItIsCalled() throws {
    let files = try RuleFolder.read(#filePath)
    #expect(files.count == 1 && files[0].path == #filePath)
    #expect(files[0].bytes.starts(with: "import Testing".utf8))
  }

  @Test func theRulesOfTheCheckoutComeInTheOrderOfTheirPaths() throws {
    let folder = try #require(RuleLocation.besideExecutable())
    let paths = try RuleFolder.read(folder).map(\.path)
    #expect(paths.count > 10)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(paths.allSatisfy { $0.hasSuffix(".rules") })
  }
}
