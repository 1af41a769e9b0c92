/// The modules of the package in reading order, each with the arrows that its row of the design allows.
struct Module {
  let name: String
  /// The modules named in its row.
  let arrows: [String]

  static let all: [Module] = [
    Module(name: "CMPFR", arrows: []),
    Module(name: "Diagnostics", arrows: []),
    Module(name: "Multiprecision", arrows: ["CMPFR"]),
    Module(name: "Expressions", arrows: ["Multiprecision"]),
    Module(name: "Syntax", arrows: ["Diagnostics", "Expressions"]),
    Module(name: "Calculus", arrows: ["Expressions", "Syntax"]),
    Module(name: "Numerics", arrows: ["Expressions", "Multiprecision"]),
    Module(name: "Expectation", arrows: ["Calculus"]),
    Module(name: "FamilyCatalog", arrows: ["Syntax"]),
    Module(name: "FisherInformation", arrows: ["Expectation", "Numerics", "FamilyCatalog"]),
    Module(name: "Typesetting", arrows: ["Calculus"]),
    Module(name: "DeriveCommand", arrows: ["FisherInformation", "Typesetting"]),
    Module(name: "derive", arrows: ["DeriveCommand"]),
  ]

  static let names = all.map(\.name)

  /// Those that bring nothing of this package: the platform's C library, threads and clocks.
  static let platform: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]

  /// Foundation is slow to start and large; it stays out of the modules before this one.
  static let firstWithFoundation = "FamilyCatalog"

  static func named(_ name: String) -> Module? { all.first { $0.name == name } }

  /// Everything that a file of this module may import: what its arrows reach, except `CMPFR`, which has one importer.
  var mayImport: Set<String> {
    var reached: Set<String> = []
    var waiting = arrows
    while let next = waiting.popLast() {
      if reached.insert(next).inserted { waiting += Module.named(next)?.arrows ?? [] }
    }
    if name != "Multiprecision" { reached.remove("CMPFR") }
    return reached
  }

  /// The modules from outside the package that a file of this module may import.
  var mayImportFromOutside: Set<String> {
    var outside = Module.platform
    if Module.position(of: name) >= Module.position(of: Module.firstWithFoundation) {
      outside.formUnion(["Foundation", "FoundationEssentials"])
    }
    if name == "DeriveCommand" { outside.insert("ArgumentParser") }
    return outside
  }

  static func position(of name: String) -> Int { names.firstIndex(of: name) ?? names.count }
}
