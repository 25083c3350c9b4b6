/// Something that is wrong with an archive, and what came of it.
enum ArchiveFault: Equatable {
  /// Bytes that belong to no gzip member, stepped over.
  case strayBytes(count: Int)
  /// Inflated or plain bytes that belong to no record, stepped over.
  case noRecord(count: Int)
  /// A gzip member whose data break off into nonsense.
  case damagedMember
  /// A gzip member whose checksum says that some byte of it is wrong.
  case wrongChecksum
  /// The file ends inside a gzip member.
  case cutMember
  /// The file ends inside a record: `has` of `claimed` bytes are there.
  case cutRecord(claimed: Int, has: Int)
  /// A record's header without an end, or too long for one.
  case endlessHeader
  /// `Content-Length` is missing or no number; the record was read up to the next one.
  case noLength(has: Int)
  /// `Content-Length` is wrong; the record was read up to its end, which the next one or the empty lines tell.
  case wrongLength(claimed: Int, has: Int)

  /// Whether something may be lost; else it was mended.
  var losesData: Bool {
    switch self {
    case .strayBytes, .noRecord, .noLength, .wrongLength: false
    case .damagedMember, .wrongChecksum, .cutMember, .cutRecord, .endlessHeader: true
    }
  }

  var what: String {
    switch self {
    case .strayBytes(let count): "\(bytes(count)) between gzip members were stepped over"
    case .noRecord(let count): "\(bytes(count)) outside any record were stepped over"
    case .damagedMember: "the compressed data are damaged; what came before was read, then the next record"
    case .wrongChecksum: "the checksum of the compressed data is wrong; some of the record may be too"
    case .cutMember: "the file ends inside the compressed data; what came before was read"
    case .cutRecord(let claimed, let has):
      "the file ends inside the record, with \(has) of \(bytes(claimed)); what came before was read"
    case .endlessHeader: "the record's header has no end; it was left out"
    case .noLength(let has): "the record states no length; it was read up to the next one, \(bytes(has))"
    case .wrongLength(let claimed, let has):
      "Content-Length says \(claimed), but the record ends after \(bytes(has)); those were read"
    }
  }

  var help: String? {
    switch self {
    case .damagedMember, .wrongChecksum: "fetch the archive again if you can: its bytes have changed"
    case .cutMember, .cutRecord: "was the download broken off? fetch the rest of the archive"
    default: nil
    }
  }

  private func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
}
