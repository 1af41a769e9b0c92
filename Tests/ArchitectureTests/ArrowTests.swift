import Testing

/// Arrows between the modules run one way only, and the manifest says the same as the `import` lines.
@Suite struct ArrowTests {
  @Test(arguments: Module.names)
  func everyImportIsAnAllowedArrow(module name: String) throws {
    let module = try #require(Module.named(name))
    let allowed = module.mayImport.union(module.mayImportFromOutside)
    for file in try Repository.swiftFiles(under: "Sources/\(name)") {
      for imported in file.imports {
        #expect(allowed.contains(imported), "\(file.path) imports \(imported)")
      }
    }
  }

  @Test func everySourceFileBelongsToAModuleOfTheTable() throws {
    let files = try Repository.swiftFiles(under: "Sources")
    #expect(!files.isEmpty)
    for file in files {
      #expect(Module.names.contains(file.target), "\(file.path) is in no module of the table")
    }
  }

  @Test func noModuleHandsItsImportsOn() throws {
    for file in try Repository.swiftFiles(under: "Sources") {
      let exported = ImportDeclaration.all(in: SwiftText(file.text).code).filter(\.isExported)
      #expect(exported.isEmpty, "\(file.path) re-exports \(exported.map(\.module)), which hides an arrow")
    }
  }

  @Test func theManifestListsTheModulesInReadingOrder() throws {
    let manifest = Manifest(try Repository.text("Package.swift"))
    #expect(manifest.modules.map(\.name) == Module.names)
  }

  @Test(arguments: Module.names)
  func theManifestDeclaresNoOtherArrow(module name: String) throws {
    let manifest = Manifest(try Repository.text("Package.swift"))
    let target = try #require(manifest.modules.first { $0.name == name })
    let module = try #require(Module.named(name))
    let declared = Set(target.dependencies)
    #expect(declared.isSubset(of: module.mayImport.union(module.mayImportFromOutside)))

    // An import that the manifest does not declare works only as long as the build happens to go in the right order.
    let imported = Set(try Repository.swiftFiles(under: "Sources/\(name)").flatMap(\.imports))
    let undeclared = imported.intersection(Module.names).subtracting(declared).sorted()
    #expect(undeclared.isEmpty, "\(name) imports \(undeclared) without declaring it")
  }

  @Test func theOnlyDependencyOfThePackageIsTheArgumentParser() throws {
    let text = try Repository.text("Package.swift")
    let urls = text.matches(of: /\.package\([^)]*url:\s*"([^"]*)"/).map { String($0.output.1) }
    #expect(urls == ["https://github.com/apple/swift-argument-parser"])
  }

  /// The table itself: the arrows on which much rests, spelled out.
  @Test func theTableForbidsWhatTheDesignForbids() throws {
    let calculus = try #require(Module.named("Calculus"))
    #expect(!calculus.mayImport.contains("Numerics"))
    let typesetting = try #require(Module.named("Typesetting"))
    #expect(typesetting.mayImport.isDisjoint(with: ["FamilyCatalog", "Expectation", "FisherInformation", "Numerics"]))
    #expect(Module.all.filter { $0.mayImport.contains("CMPFR") }.map(\.name) == ["Multiprecision"])
    for (position, module) in Module.all.enumerated() {
      let above = Set(Module.names.prefix(position))
      #expect(module.mayImport.isSubset(of: above), "\(module.name) may import what comes after it")
    }
    for module in Module.all.prefix(while: { $0.name != Module.firstWithFoundation }) {
      #expect(!module.mayImportFromOutside.contains("Foundation"), "\(module.name) may import Foundation")
    }
  }
}
