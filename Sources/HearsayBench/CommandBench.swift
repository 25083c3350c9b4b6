import HearsayReport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Times the built command on generated stories, beside `wc -w` on the same bytes in the same run.
enum CommandBench {
  static func run(_ hearsay: String) throws {
    let folder = try temporaryFolder()
    let many = folder + "/stories.jsonl"
    let one = folder + "/story.txt"
    let events = folder + "/events.jsonl"
    defer {
      unlink(many)
      unlink(events)
      unlink(one)
      rmdir(folder)
    }
    let count = 6000
    let size = try saveStories(count, to: many, first: one)
    print("\(count) generated stories, \(Table.fixed(Double(size) / 1e6, 1)) MB; best of 3 runs\n")

    let words = try ChildProcess.best(of: 3, ["env", "LC_ALL=C.UTF-8", "wc", "-w", many])
    row("wc -w", words, size)
    let single = try ChildProcess.best(of: 3, [hearsay, "attribute", "--jobs", "1", "--format", "jsonl", many])
    row("attribute --jobs 1", single, size)
    let double = try ChildProcess.best(of: 3, [hearsay, "attribute", "--jobs", "2", "--format", "jsonl", many])
    row("attribute --jobs 2", double, size)
    print("")
    Table.goal("processor time of one worker, times that of wc -w", single.cpu / words.cpu, 10, atMost: true)
    Table.goal("two workers, times as fast as one", single.wall / double.wall, 1.8, atMost: false)

    try measureEvents(hearsay, events)

    Table.goal("JSON writer, GB/s of story text", writerSpeed(), 1, atMost: false)

    let help = try ChildProcess.best(of: 20, [hearsay, "--help"])
    Table.goal("hearsay --help, milliseconds", help.wall * 1000, 30, atMost: true)
    let audit = try ChildProcess.best(of: 20, [hearsay, "audit", one])
    Table.goal("hearsay audit of one story, milliseconds", audit.wall * 1000, 50, atMost: true)
  }

  /// Ten thousand stories on some two thousand events: clustered, and their copies found; then read, and their claims brought
  /// together.
  private static func measureEvents(_ hearsay: String, _ path: String) throws {
    let count = 10_000
    var generator = EventGenerator()
    var json = JSONWriter(capacity: 1 << 20)
    for i in 0..<count {
      json.beginObject()
      json.key("id")
      json.string("story-\(i)")
      json.key("text")
      json.string(generator.next())
      json.endObject()
      json.endLine()
    }
    try json.out.withBytes { try save($0, path) }
    let timing = try ChildProcess.run([hearsay, "evaluate", "copies", "--jobs", "1", path])
    row("10,000 stories: events, copies", timing, json.out.count)
    Table.goal("the same, seconds of processor time", timing.cpu, 60, atMost: true)
    Table.goal("the same, memory in KB a story", Double(timing.memory) / Double(count) / 1000, 50, atMost: true)
    let claims = try ChildProcess.run([hearsay, "corroborate", "--jobs", "1", "--format", "json", path])
    row("10,000 stories: claims", claims, json.out.count)
    Table.goal("the same, seconds of processor time", claims.cpu, 60, atMost: true)
    Table.goal("the same, memory in KB a story", Double(claims.memory) / Double(count) / 1000, 250, atMost: true)
  }

  /// In this process, since it is one loop.
  private static func writerSpeed() -> Double {
    var generator = StoryGenerator()
    let text = Array((0..<50).map { _ in generator.next().text }.joined().utf8)
    var json = JSONWriter(capacity: 1 << 20)
    var best = 0.0
    for _ in 0..<20 {
      json.removeAll()
      let start = ContinuousClock.now
      text.withUnsafeBufferPointer { json.string(utf8: $0) }
      best = max(best, Double(text.count) / 1e9 / ((ContinuousClock.now - start) / .seconds(1)))
    }
    return best
  }

  private static func saveStories(_ count: Int, to path: String, first: String) throws -> Int {
    var generator = StoryGenerator()
    var json = JSONWriter(capacity: 1 << 20)
    for i in 0..<count {
      let story = generator.next()
      if i == 0 { try save(story.text, first) }
      json.beginObject()
      json.key("id")
      json.string("story-\(i)")
      json.key("title")
      json.string(story.title)
      json.key("text")
      json.string(story.text)
      json.endObject()
      json.endLine()
    }
    try json.out.withBytes { try save($0, path) }
    return json.out.count
  }

  private static func save(_ text: String, _ path: String) throws {
    var text = text
    try text.withUTF8 { try save($0, path) }
  }

  private static func save(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String) throws {
    guard let file = fopen(path, "w") else { throw ChildProcess.Failure(description: "cannot write `\(path)`") }
    defer { fclose(file) }
    guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
      throw ChildProcess.Failure(description: "cannot write all of `\(path)`")
    }
  }

  private static func temporaryFolder() throws -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/hearsay-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ChildProcess.Failure(description: "cannot make a folder in `\(parent)`")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func row(_ name: String, _ timing: Timing, _ size: Int) {
    let rate = Double(size) / 1e6 / timing.cpu
    print(
      Table.pad(name, 22) + "\(Table.fixed(timing.cpu, 3)) s processor   \(Table.fixed(timing.wall, 3)) s clock   "
        + "\(Table.fixed(rate, 1)) MB/s a core")
  }
}
