#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What running a command took.
struct Timing {
  /// Seconds on the clock.
  var wall: Double
  /// Seconds of processor time, of all its threads.
  var cpu: Double
  /// The most memory that it held, in bytes.
  var memory = 0
}

/// Runs other programs and times them, with their output thrown away.
enum ChildProcess {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The best of several runs, since a shared machine only ever makes a run slower.
  static func best(of runs: Int, _ command: [String]) throws -> Timing {
    var best = Timing(wall: .infinity, cpu: .infinity)
    for _ in 0..<runs {
      let timing = try run(command)
      best.wall = min(best.wall, timing.wall)
      best.cpu = min(best.cpu, timing.cpu)
      best.memory = max(best.memory, timing.memory)
    }
    return best
  }

  static func run(_ command: [String]) throws -> Timing {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    var process: pid_t = 0
    let start = ContinuousClock.now
    let code = posix_spawnp(&process, command[0], &actions, nil, arguments, environ)
    guard code == 0 else {
      throw Failure(description: "cannot run `\(command[0])`: \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = (ContinuousClock.now - start) / .seconds(1)
    // Findings make an audit exit with 1; anything above is a failure, and so is a signal.
    guard status & 0x7F == 0, status >> 8 & 0xFF <= 1 else {
      throw Failure(description: "`\(command.joined(separator: " "))` failed with status \(status)")
    }
    #if canImport(Darwin)
      let memory = Int(usage.ru_maxrss)
    #else
      let memory = Int(usage.ru_maxrss) * 1024
    #endif
    return Timing(wall: wall, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: memory)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
