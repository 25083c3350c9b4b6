// swift-tools-version: 6.2
import PackageDescription

// No package dependencies. The targets stand in the order of the flow; each depends on those before it only.
let package = Package(
  name: "hearsay",
  products: [
    .library(name: "Hearsay", targets: ["Hearsay"]),
    .executable(name: "hearsay", targets: ["HearsayCommand"]),
  ],
  targets: [
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CLoadable"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "HearsayText"),
    .target(name: "HearsayDiagnostics", dependencies: ["HearsayText"]),
    .target(name: "HearsayRules", dependencies: ["HearsayText", "HearsayDiagnostics"]),
    .target(name: "HearsayRulebook"),
    .target(name: "HearsaySyntax", dependencies: ["HearsayText", "HearsayRules"]),
    .target(name: "HearsayStory", dependencies: ["HearsayText", "HearsayRules", "HearsaySyntax"]),
    .target(
      name: "HearsayIngest",
      dependencies: [
        "HearsayStory", "HearsayRules", "HearsayDiagnostics", "CNettle", "CZlib", "CLibXML2", "CLoadable",
      ]),
    .target(name: "HearsayAttribution", dependencies: ["HearsayStory", "HearsaySyntax", "HearsayRules"]),
    .target(name: "HearsayCorroboration", dependencies: ["HearsayAttribution", "HearsaySyntax"]),
    .target(name: "HearsayAudit", dependencies: ["HearsayAttribution", "HearsayCorroboration"]),
    .target(
      name: "HearsayReport",
      dependencies: ["HearsayAttribution", "HearsayAudit", "HearsayCorroboration", "HearsayDiagnostics"]),
    .target(
      name: "HearsayEvaluation",
      dependencies: ["HearsayIngest", "HearsayAttribution", "HearsayCorroboration", "HearsayReport"]),
    .target(
      name: "Hearsay",
      dependencies: [
        "HearsayIngest", "HearsayAttribution", "HearsayAudit", "HearsayCorroboration", "HearsayReport",
        "HearsayEvaluation", "HearsayRulebook",
      ]),
    .executableTarget(name: "HearsayCommand", dependencies: ["Hearsay"]),
    .executableTarget(
      name: "HearsayBench",
      dependencies: ["HearsayReport", "HearsayIngest", "HearsayRulebook", "CZlib", "CLibXML2"]),
    .executableTarget(name: "HearsayFuzz", dependencies: ["Hearsay"]),
    .target(
      name: "HearsayTestSupport", dependencies: ["HearsayAttribution", "HearsayRulebook"],
      path: "Tests/HearsayTestSupport"),
    .testTarget(name: "HearsayTextTests", dependencies: ["HearsayText", "HearsayTestSupport"]),
    .testTarget(name: "HearsayDiagnosticsTests", dependencies: ["HearsayDiagnostics"]),
    .testTarget(
      name: "HearsayRulesTests", dependencies: ["HearsayRules", "HearsayRulebook", "HearsayTestSupport"]),
    .testTarget(name: "HearsaySyntaxTests", dependencies: ["HearsaySyntax", "HearsayRulebook"]),
    .testTarget(name: "HearsayStoryTests", dependencies: ["HearsayStory", "HearsayRulebook"]),
    .testTarget(
      name: "HearsayIngestTests", dependencies: ["HearsayIngest", "HearsayRulebook", "HearsayTestSupport", "CZlib"]),
    .testTarget(name: "HearsayAttributionTests", dependencies: ["HearsayAttribution", "HearsayTestSupport"]),
    .testTarget(name: "HearsayAuditTests", dependencies: ["HearsayAudit", "HearsayRulebook"]),
    .testTarget(
      name: "HearsayCorroborationTests", dependencies: ["HearsayCorroboration", "HearsayTestSupport", "Hearsay"]),
    .testTarget(name: "HearsayReportTests", dependencies: ["HearsayReport", "HearsayRulebook"]),
    .testTarget(name: "HearsayEvaluationTests", dependencies: ["HearsayEvaluation", "HearsayTestSupport"]),
    .testTarget(name: "HearsayTests", dependencies: ["Hearsay", "HearsayTestSupport"]),
    .testTarget(name: "HearsayCommandTests", dependencies: ["HearsayCommand"]),
    .testTarget(name: "HearsayFuzzTests", dependencies: ["HearsayFuzz"]),
  ],
  swiftLanguageModes: [.v6]
)
