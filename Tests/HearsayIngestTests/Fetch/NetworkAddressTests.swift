import Testing

@testable import HearsayIngest

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct NetworkAddressTests {
  private func address(_ text: String) throws -> NetworkAddress {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET6, text, &bytes) == 1 { return NetworkAddress(bytes) }
    try #require(inet_pton(AF_INET, text, &bytes) == 1)
    return NetworkAddress(Array(bytes.prefix(4)))
  }

  @Test(arguments: [
    "127.0.0.1", "127.255.0.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.2.7", "198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1", "255.255.255.255", "240.0.0.1",
    "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::127.0.0.1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1", "2001::1", "::127.0.0.1", "3fff::1",
  ])
  func isNotPublic(_ text: String) throws { #expect(try !address(text).isPublic) }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.167.255.255", "198.20.0.1", "223.255.255.254",
    "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1",
  ])
  func isPublic(_ text: String) throws { #expect(try address(text).isPublic) }

  @Test func anAddressOfAnotherFamilyIsNotPublic() {
    var other = sockaddr()
    other.sa_family = sa_family_t(AF_UNIX)
    #expect(!NetworkAddress(&other).isPublic)
  }

  @Test func aSocketAddressIsReadAndWritten() {
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let address = withUnsafePointer(to: &four) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { NetworkAddress($0) }
    }
    #expect(address.bytes == [127, 0, 0, 1] && address.text == "127.0.0.1")
    #expect(NetworkAddress([UInt8](repeating: 0, count: 15) + [1]).text == "::1")
  }
}
