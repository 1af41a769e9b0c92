// swift-tools-version: 6.1
import PackageDescription

/// The coverage-guided fuzzer of the language, kept apart because it only builds with `-sanitize=fuzzer`; run it through
/// `Scripts/fuzz.sh`.
let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "derive", path: "..")],
  targets: [
    .systemLibrary(name: "LibFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["LibFuzzer", .product(name: "DeriveLanguage", package: "derive")],
      path: "Sources/Fuzz",
      // libFuzzer is written in C++; the linker that Linux has by default does not take its archive.
      linkerSettings: [
        .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
        .linkedLibrary("stdc++", .when(platforms: [.linux])), .linkedLibrary("c++", .when(platforms: [.macOS])),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
