import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A web server on this machine that lives as long as its test and answers each path with given bytes.
final class LocalServer: Sendable {
  let port: UInt16
  private let listener: Int32

  /// - Parameter answer: The pieces of the answer to a path, each sent after a pause of so many milliseconds.
  init(_ answer: @escaping @Sendable (String, UInt16) -> [(bytes: [UInt8], pause: Int)]) throws {
    #if canImport(Darwin)
      let listener = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, pointer, &length) == 0
      }
    }
    guard code else { throw POSIXError(.EADDRNOTAVAIL) }
    let port = UInt16(bigEndian: address.sin_port)
    self.listener = listener
    self.port = port
    signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { Self.serve(connection, port, answer) }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private static func serve(
    _ connection: Int32, _ port: UInt16, _ answer: (String, UInt16) -> [(bytes: [UInt8], pause: Int)]
  ) {
    defer { close(connection) }
    var request = [UInt8](repeating: 0, count: 4096)
    let count = read(connection, &request, request.count)
    let words = String(decoding: request.prefix(max(count, 0)), as: UTF8.self).split(separator: " ")
    guard words.count > 1 else { return }
    for piece in answer(String(words[1]), port) {
      usleep(UInt32(piece.pause) * 1000)
      guard write(connection, piece.bytes, piece.bytes.count) == piece.bytes.count else { return }
    }
  }

  static func page(
    _ body: [UInt8], status: String = "200 OK", headers: [String] = ["Content-Type: text/plain"]
  ) -> [UInt8] {
    let head = (["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + headers).joined(
      separator: "\r\n")
    return Array((head + "\r\n\r\n").utf8) + body
  }

  static func redirect(to place: String) -> [UInt8] {
    page([], status: "302 Found", headers: ["Location: \(place)"])
  }
}
