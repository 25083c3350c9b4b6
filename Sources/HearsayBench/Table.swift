/// Lines of figures, without Foundation.
enum Table {
  static func goal(_ name: String, _ value: Double, _ bound: Double, atMost: Bool) {
    let met = atMost ? value <= bound : value >= bound
    let wanted = "goal: \(atMost ? "at most" : "at least") \(fixed(bound, 1)), \(met ? "met" : "missed")"
    print(pad(name, 54) + pad(fixed(value, 2), 8) + wanted)
  }

  /// Fills up behind the text.
  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  /// Fills up before the figure.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 1)) + text
  }

  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "-" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value.magnitude * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let digits = String(scaled % Int(scale))
    return "\(sign)\(scaled / Int(scale))." + String(repeating: "0", count: decimals - digits.count) + digits
  }

  /// `12,345`
  static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }
}
