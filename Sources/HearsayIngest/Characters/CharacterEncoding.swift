/// A character encoding as the web names it, and as the C library's iconv calls it.
///
/// Labels follow the WHATWG Encoding Standard: what calls itself `iso-8859-1` or `ascii` is read as windows-1252, because
/// that is what browsers do and what writers of pages have relied on ever since.
public struct CharacterEncoding: Hashable, Sendable {
  /// The standard's name in small letters: `windows-1251`.
  public let name: String
  /// What iconv calls it.
  let iconvName: String

  public static let utf8 = CharacterEncoding(name: "utf-8", iconvName: "UTF-8")
  public static let utf16LittleEndian = CharacterEncoding(name: "utf-16le", iconvName: "UTF-16LE")
  public static let utf16BigEndian = CharacterEncoding(name: "utf-16be", iconvName: "UTF-16BE")
  public static let windows1252 = CharacterEncoding(name: "windows-1252", iconvName: "CP1252")

  private init(name: String, iconvName: String) {
    self.name = name
    self.iconvName = iconvName
  }

  /// The encoding of a label, as headers and meta elements give it; nil for what nobody knows.
  public init?(label: String) {
    let label = label.lowercased().filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
    guard let found = Self.byLabel[label] ?? Self.numbered(label) else { return nil }
    self = found
  }

  /// Whether a text in it may hold NUL bytes, and its markup can't be searched as ASCII.
  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// `iso-8859-7`, `cp1250`, `windows-1250`, `ibm866`: whole families with one pattern.
  private static func numbered(_ label: String) -> CharacterEncoding? {
    let digits = label.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    guard let number = Int(String(digits)) else { return nil }
    let family = label.dropLast(digits.count).filter { $0 != "-" && $0 != "_" && $0 != ":" }
    switch (family, number) {
    case ("iso8859", 1), ("latin", 1): return .windows1252
    // Turkish: the web's label stands for Microsoft's superset.
    case ("iso8859", 9), ("latin", 5): return CharacterEncoding(name: "windows-1254", iconvName: "CP1254")
    case ("iso8859", 2...16) where number != 12:
      return CharacterEncoding(name: "iso-8859-\(number)", iconvName: "ISO-8859-\(number)")
    case ("latin", 2): return CharacterEncoding(name: "iso-8859-2", iconvName: "ISO-8859-2")
    case ("windows", 1250...1258), ("cp", 1250...1258), ("xcp", 1250...1258), ("", 1250...1258):
      return number == 1252 ? .windows1252 : CharacterEncoding(name: "windows-\(number)", iconvName: "CP\(number)")
    case ("windows", 874), ("tis", 620): return CharacterEncoding(name: "windows-874", iconvName: "CP874")
    case ("ibm", 866), ("cp", 866), ("", 866): return CharacterEncoding(name: "ibm866", iconvName: "IBM866")
    default: return nil
    }
  }

  private static let byLabel: [String: CharacterEncoding] = {
    let families: [(name: String, iconv: String, labels: [String])] = [
      ("utf-8", "UTF-8", ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"]),
      // Without a mark for the order of bytes the web takes the first to be the lower one.
      ("utf-16le", "UTF-16LE", ["utf-16", "utf-16le", "utf16", "ucs-2", "unicode", "iso-10646-ucs-2"]),
      ("utf-16be", "UTF-16BE", ["utf-16be", "unicodefffe"]),
      ("windows-1252", "CP1252", ["ascii", "us-ascii", "ansi_x3.4-1968", "l1", "cp819", "ibm819"]),
      ("koi8-r", "KOI8-R", ["koi8-r", "koi8", "koi", "koi8_r", "cskoi8r"]),
      ("koi8-u", "KOI8-U", ["koi8-u", "koi8-ru"]),
      ("macintosh", "MACINTOSH", ["macintosh", "mac", "x-mac-roman", "csmacintosh"]),
      ("x-mac-cyrillic", "MAC-CYRILLIC", ["x-mac-cyrillic", "x-mac-ukrainian", "mac-cyrillic"]),
      ("gb18030", "GB18030", ["gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "chinese", "csgb2312", "iso-ir-58"]),
      ("big5", "BIG5-HKSCS", ["big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5"]),
      ("euc-jp", "EUC-JP", ["euc-jp", "x-euc-jp", "cseucpkdfmtjapanese"]),
      ("shift_jis", "CP932", ["shift_jis", "shift-jis", "sjis", "x-sjis", "ms932", "windows-31j", "ms_kanji"]),
      ("iso-2022-jp", "ISO-2022-JP", ["iso-2022-jp", "csiso2022jp"]),
      ("euc-kr", "UHC", ["euc-kr", "ks_c_5601-1987", "ksc5601", "windows-949", "korean", "ks_c_5601-1989"]),
    ]
    var found: [String: CharacterEncoding] = [:]
    for family in families {
      for label in family.labels {
        found[label] = CharacterEncoding(name: family.name, iconvName: family.iconv)
      }
    }
    return found
  }()
}
