/// What `Package.swift` declares, read from its text.
struct Manifest {
  struct Target {
    let name: String
    let kind: String
    let dependencies: [String]
  }

  /// The targets in the order of the manifest.
  let targets: [Target]

  init(_ text: String) {
    let declaration = /\.(target|executableTarget|systemLibrary|testTarget)\(\s*name:\s*"(?<name>\w+)"(?<rest>[^\[\)]*)/
    targets = text.matches(of: declaration).map { match in
      let after = text[match.range.upperBound...]
      let listed = match.output.rest.contains("dependencies:") && after.first == "["
      let list = listed ? after.prefix { $0 != "]" } : ""
      let products = list.matches(of: /\.product\(name:\s*"(\w+)"[^)]*\)/).map { String($0.output.1) }
      let plain = list.replacing(/\.product\([^)]*\)/, with: "").matches(of: /"(\w+)"/).map { String($0.output.1) }
      return Target(name: String(match.output.name), kind: String(match.output.1), dependencies: plain + products)
    }
  }

  /// The targets of the program; `TestSupport` is what several test targets share.
  var modules: [Target] { targets.filter { $0.kind != "testTarget" && $0.name != "TestSupport" } }
}
