#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An address on the network, and whether it is one of the public internet.
///
/// A story's address can be anybody's text. Fetching what it names must not let that somebody look into the network of
/// whoever reads it. The ranges are those of the IANA special-purpose address registries (RFC 6890).
struct NetworkAddress: Equatable {
  /// 4 or 16, in network order; empty for a family that is neither.
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(_ address: UnsafePointer<sockaddr>) {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
      }
    case AF_INET6:
      bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
      }
    default: bytes = []
    }
  }

  /// Whether it is neither of this machine, nor of its network, nor reserved.
  var isPublic: Bool {
    switch bytes.count {
    case 4: Self.isPublic4(bytes)
    case 16: isPublic6
    default: false
    }
  }

  private static func isPublic4(_ b: [UInt8]) -> Bool {
    switch (b[0], b[1], b[2]) {
    case (0, _, _), (10, _, _), (127, _, _): false
    case (100, 64...127, _): false
    case (169, 254, _): false
    case (172, 16...31, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (192, 168, _): false
    case (198, 18...19, _), (198, 51, 100), (203, 0, 113): false
    case (224..., _, _): false
    default: true
    }
  }

  private var isPublic6: Bool {
    // Addresses of version 4 in another dress are judged as what they are.
    if begins([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) || begins([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return Self.isPublic4(Array(bytes[12...]))
    }
    if begins([0x20, 0x02]) { return Self.isPublic4(Array(bytes[2..<6])) }
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    let isReserved =
      begins([0x20, 0x01, 0x0D, 0xB8]) || begins([0x20, 0x01]) && bytes[2] < 2
      || begins([0x3F, 0xFF]) && bytes[2] < 0x10
    return !isReserved
  }

  private func begins(_ prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

  /// `127.0.0.1` or `[::1]`-style groups without the brackets.
  var text: String {
    if bytes.count == 4 { return bytes.map { "\($0)" }.joined(separator: ".") }
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    guard bytes.count == 16, inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else {
      return "an unknown kind of address"
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
