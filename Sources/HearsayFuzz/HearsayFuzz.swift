#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `make fuzz`: gives bad input to everything that reads a stranger's bytes.
///
///     HearsayFuzz [--seconds N | --cases N] [--seed N] [--target NAME]… [--list]
///     HearsayFuzz --target NAME --seed N --case N [--save FILE]
///
/// Cases are numbered and each depends on its number and the seed alone, so that a failure is run again without the cases
/// before it. The time is shared equally between the targets. Exits with 1 when something that must hold didn't, with
/// 128 and the signal when a case killed the process.
@main
enum HearsayFuzz {
  static func main() {
    do {
      exit(try run(FuzzOptions(Array(CommandLine.arguments.dropFirst()))) ? 0 : 1)
    } catch {
      say("error: \(error)\n")
      exit(2)
    }
  }

  private static func run(_ options: FuzzOptions) throws -> Bool {
    if options.wantsList {
      for target in FuzzTarget.all { print(target.name) }
      return true
    }
    CrashNote.install()
    var isFine = true
    for target in options.targets {
      let campaign = FuzzCampaign(target, seed: options.seed)
      if let number = options.single {
        if let path = options.save { try save(target.input(case: number, seed: options.seed), path) }
        isFine = try campaign.report(campaign.run(cases: number..<number + 1)) && isFine
      } else if let cases = options.cases {
        isFine = try campaign.report(campaign.run(cases: 0..<cases)) && isFine
      } else {
        let share = options.seconds / Double(options.targets.count)
        isFine = try campaign.report(campaign.run(seconds: share)) && isFine
      }
    }
    return isFine
  }

  private static func save(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw Violation("cannot write `\(path)`") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Violation("cannot write all of `\(path)`") }
  }

  static func say(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// What the command line asks for.
struct FuzzOptions {
  var targets = FuzzTarget.all
  var seconds = 120.0
  var cases: Int?
  var seed: UInt64 = 1
  var single: Int?
  var save: String?
  var wantsList = false

  init(_ words: [String]) throws {
    var words = words[...]
    var names: [String] = []
    while let word = words.popFirst() {
      if word == "--list" {
        wantsList = true
        continue
      }
      guard ["--seconds", "--cases", "--seed", "--case", "--target", "--save"].contains(word) else {
        throw Violation("there is no option `\(word)`")
      }
      guard let value = words.popFirst() else { throw Violation("`\(word)` takes a value") }
      switch word {
      case "--target": names.append(value)
      case "--save": save = value
      case "--seconds": seconds = try Self.number(Double.init, value, word)
      case "--seed": seed = try Self.number(UInt64.init, value, word)
      case "--cases": cases = try Self.number(Int.init, value, word)
      default: single = try Self.number(Int.init, value, word)
      }
    }
    guard !names.isEmpty else { return }
    targets = try names.map { name in
      guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        throw Violation("there is no target `\(name)`; --list lists them")
      }
      return target
    }
  }

  private static func number<T: Comparable & ExpressibleByIntegerLiteral>(
    _ read: (String) -> T?, _ text: String, _ option: String
  ) throws -> T {
    guard let value = read(text), value >= 0 else { throw Violation("`\(option)` takes a number, not `\(text)`") }
    return value
  }
}
