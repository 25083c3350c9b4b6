import HearsayReport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where results go: a descriptor behind a large buffer, or memory in tests.
final class Output {
  private let descriptor: Int32?
  private let ownsDescriptor: Bool
  private var buffer: [UInt8] = []
  private static let flushSize = 1 << 16

  private init(descriptor: Int32?, ownsDescriptor: Bool) {
    self.descriptor = descriptor
    self.ownsDescriptor = ownsDescriptor
  }

  deinit {
    if ownsDescriptor, let descriptor { close(descriptor) }
  }

  static func standardOutput() -> Output { Output(descriptor: STDOUT_FILENO, ownsDescriptor: false) }
  static func standardError() -> Output { Output(descriptor: STDERR_FILENO, ownsDescriptor: false) }
  /// Keeps everything; `written` has it.
  static func memory() -> Output { Output(descriptor: nil, ownsDescriptor: false) }

  static func file(_ path: String) throws(Failure) -> Output {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw Failure("cannot write `\(path)`: \(systemMessage())", help: "is there such a folder, and is it yours?")
    }
    return Output(descriptor: descriptor, ownsDescriptor: true)
  }

  /// Like `file`, for what a person is going to write on: a file that is there already is left alone.
  static func newFile(_ path: String) throws(Failure) -> Output {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw Failure("`\(path)` is there already", help: "choose another name for the file") }
      throw Failure("cannot write `\(path)`: \(systemMessage())", help: "is there such a folder, and is it yours?")
    }
    return Output(descriptor: descriptor, ownsDescriptor: true)
  }

  var isTerminal: Bool { descriptor.map { isatty($0) == 1 } ?? false }

  /// What a memory output has been given.
  var written: String { String(decoding: buffer, as: UTF8.self) }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    if descriptor != nil, bytes.count >= Output.flushSize {
      try flush()
      return try send(bytes)
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Output.flushSize { try flush() }
  }

  func write(_ text: String) throws(Failure) {
    var text = text
    let result = text.withUTF8 { bytes in Result { () throws(Failure) in try write(bytes) } }
    try result.get()
  }

  func write(_ bytes: borrowing ByteBuffer) throws(Failure) {
    let result = bytes.withBytes { bytes in Result { () throws(Failure) in try write(bytes) } }
    try result.get()
  }

  func flush() throws(Failure) {
    guard descriptor != nil, !buffer.isEmpty else { return }
    let result = buffer.withUnsafeBufferPointer { bytes in Result { () throws(Failure) in try send(bytes) } }
    buffer.removeAll(keepingCapacity: true)
    try result.get()
  }

  private func send(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
    guard let descriptor, let base = bytes.baseAddress else { return }
    var sent = 0
    while sent < bytes.count {
      let count = Output.systemWrite(descriptor, base + sent, bytes.count - sent)
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        throw Failure.readerGone
      } else if errno != EINTR {
        throw Failure("cannot write the results: \(systemMessage())", help: "is the disk full?")
      }
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ from: UnsafePointer<UInt8>, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, from, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, from, count)
    #else
      Glibc.write(descriptor, from, count)
    #endif
  }
}

/// Something outside the tool that kept it from doing what it was asked.
struct Failure: Error, Equatable {
  let message: String
  let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// Whoever read the results has stopped reading (`| head`): nothing is wrong, and nothing is left to do.
  static let readerGone = Failure("the reader of the results has gone")
}

/// What `errno` says, in lower case as all messages.
func systemMessage() -> String {
  let text = String(cString: strerror(errno))
  return text.prefix(1).lowercased() + text.dropFirst()
}
