#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The C library's functions. They may differ in the last bit from machine to machine, so only the fusion of reports uses them,
/// and nothing that a claim's score rests on.
enum Exponential {
  static func ln(_ x: Double) -> Double { log(x) }
  static func exp(_ x: Double) -> Double {
    #if canImport(Darwin)
      Darwin.exp(x)
    #elseif canImport(Musl)
      Musl.exp(x)
    #else
      Glibc.exp(x)
    #endif
  }
}
