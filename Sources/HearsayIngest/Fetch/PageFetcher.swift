import CLoadable
import HearsayStory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the user names when it is a page on the web.
enum PageAddress {
  static func isAddress(_ text: String) -> Bool {
    let head = text.prefix(8).lowercased()
    return head.hasPrefix("http://") || head.hasPrefix("https://")
  }
}

/// Fetches a page that the user has named.
///
/// Nothing else is ever fetched: no picture, no script, no link. The address that is connected to is looked at itself, for
/// the page and for each redirect, and refused where it is one of this machine or its network.
struct PageFetcher: Sendable {
  struct Limits: Sendable {
    var milliseconds = 30_000
    var connectMilliseconds = 10_000
    var redirects = 5
    var bytes = BodyDecoder.longestPage
  }

  struct Page: Sendable {
    var bytes: [UInt8]
    /// Behind all redirects.
    var address: String
    var contentType: String?
  }

  private let limits: Limits
  /// Asked before each connection.
  private let allows: @Sendable (NetworkAddress) -> Bool

  init(limits: Limits = Limits(), allows: @escaping @Sendable (NetworkAddress) -> Bool) {
    self.limits = limits
    self.allows = allows
  }

  init(_ options: ReadingOptions, limits: Limits = Limits()) {
    let allowsLocal = options.allowsLocalAddresses
    self.init(limits: limits) { allowsLocal || $0.isPublic }
  }

  func fetch(_ address: String) -> Result<Page, InputProblem> {
    let transfer = Transfer(limit: limits.bytes, allows: allows)
    var result = hearsay_fetch_result()
    address.withCString { url in
      "hearsay (news source analysis; one page for one reader)".withCString { agent in
        var request = hearsay_fetch_request(
          url: url, user_agent: agent, timeout_milliseconds: limits.milliseconds,
          connect_timeout_milliseconds: limits.connectMilliseconds, most_redirects: limits.redirects,
          context: Unmanaged.passUnretained(transfer).toOpaque(),
          allows: { context, address in
            guard let context, let address else { return 0 }
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().allows(address) ? 1 : 0
          },
          receive: { context, bytes, count in
            guard let context else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.receive(UnsafeBufferPointer(start: bytes, count: count)) ? 1 : 0
          })
        hearsay_fetch(&request, &result)
      }
    }
    if let problem = problem(address, result, transfer) { return .failure(problem) }
    let type = Self.text(&result.content_type)
    return .success(
      Page(bytes: transfer.bytes, address: Self.text(&result.url), contentType: type.isEmpty ? nil : type))
  }

  private func problem(
    _ address: String, _ result: hearsay_fetch_result, _ transfer: Transfer
  ) -> InputProblem? {
    var result = result
    let save = "save the page, name the file, and give its address with --url"
    func problem(_ what: String, _ help: String = save) -> InputProblem {
      InputProblem(path: address, what: what, help: help)
    }
    let libraryMessage = Self.text(&result.message)
    switch result.outcome {
    case HEARSAY_FETCH_DONE:
      guard (200..<300).contains(result.status) else {
        return problem("the server answers with status \(result.status)", "is the address right? else " + save)
      }
      return transfer.bytes.isEmpty ? problem("the server answers with an empty page") : nil
    case HEARSAY_FETCH_NO_LIBRARY:
      return problem(
        "pages can't be fetched here: libcurl is missing", "install it (Debian: apt install libcurl4), or " + save)
    case HEARSAY_FETCH_BAD_URL: return problem("this is no address that can be fetched", "is it spelt right?")
    case HEARSAY_FETCH_OTHER_SCHEME:
      return problem("it leads to something that is neither http nor https", "name the page itself")
    case HEARSAY_FETCH_NO_HOST:
      return problem("there is no such host", "is the address spelt right, and is there a network?")
    case HEARSAY_FETCH_NO_CONNECTION:
      if let refused = transfer.refused {
        return problem(
          "it leads to \(refused.text), an address of this machine or its network, and was not fetched",
          "if you mean to read it, add --allow-local")
      }
      return problem("the server can't be reached; proxies are not used", "is there a network? else " + save)
    case HEARSAY_FETCH_TIMEOUT:
      return problem(
        "the page did not come within \(limits.milliseconds / 1000) seconds", "try again later, or " + save)
    case HEARSAY_FETCH_REDIRECTS:
      return problem("more than \(limits.redirects) redirects", "name the address at which they end, or " + save)
    case HEARSAY_FETCH_STOPPED where transfer.isTooLarge:
      return problem("the page has more than \(limits.bytes >> 10) KiB", "is it a story? else " + save)
    case HEARSAY_FETCH_TLS: return problem("no safe connection to the server: \(libraryMessage)")
    default: return problem("the page can't be fetched: \(libraryMessage)")
    }
  }

  /// The text of a C array of characters.
  private static func text<Array>(_ array: inout Array) -> String {
    withUnsafeBytes(of: &array) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

/// What libcurl's callbacks see. One thread has it while one page is fetched.
private final class Transfer {
  private let limit: Int
  private let isAllowed: (NetworkAddress) -> Bool
  private(set) var bytes: [UInt8] = []
  private(set) var isTooLarge = false
  /// The last address that was not connected to.
  private(set) var refused: NetworkAddress?

  init(limit: Int, allows: @escaping (NetworkAddress) -> Bool) {
    self.limit = limit
    isAllowed = allows
  }

  func allows(_ address: UnsafePointer<sockaddr>) -> Bool {
    let address = NetworkAddress(address)
    if isAllowed(address) { return true }
    refused = address
    return false
  }

  func receive(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count + piece.count <= limit else {
      isTooLarge = true
      return false
    }
    bytes.append(contentsOf: piece)
    return true
  }
}
