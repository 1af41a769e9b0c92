// swift-tools-version: 6.1
import PackageDescription

/// What is compared with other programs holds the standard library, as `derive` does.
let staticLibrary = ["-static-stdlib"]
let staticPlatforms = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

/// Measurements, kept apart so that those who only build `derive` don't pay for them; `run.sh` runs them all.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "derive", path: "..")],
  targets: [
    .executableTarget(
      name: "network-hessian",
      dependencies: [.product(name: "DeriveEngine", package: "derive")],
      path: "Sources/NetworkHessian"),
    .executableTarget(
      name: "polynomial-divisors",
      dependencies: [.product(name: "DeriveEngine", package: "derive")],
      path: "Sources/PolynomialDivisors"),
    .executableTarget(
      name: "parsing",
      dependencies: [.product(name: "DeriveLanguage", package: "derive")],
      path: "Sources/Parsing"),
    .executableTarget(
      name: "matrices",
      dependencies: [.product(name: "DeriveEngine", package: "derive")],
      path: "Sources/Matrices", swiftSettings: [.unsafeFlags(staticLibrary, staticPlatforms)],
      linkerSettings: [.unsafeFlags(staticLibrary + ["-use-ld=lld"], staticPlatforms)]),
    .executableTarget(name: "reports", path: "Sources/Reports"),
  ],
  swiftLanguageModes: [.v6]
)
