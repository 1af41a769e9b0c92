import Expressions
import FamilyCatalog
import Foundation
import Syntax
import Testing

/// The families that ship with the program.
@Suite struct CatalogTests {
  @Test func everyFileOfTheFolderIsAFamily() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: FamilyFixture.folder).sorted()
    #expect(files == FamilyFixture.catalog.names.map { $0 + ".family" }.sorted())
    #expect(files.count >= 270)
  }

  @Test(arguments: FamilyFixture.catalog.names)
  func loadsAndParses(name: String) throws {
    let family = try FamilyFixture.catalog.family(named: name)
    #expect(family.name.text == name)
    let store = ExpressionStore()
    let model = try family.model.parsed(in: store)
    #expect(model.parameters == family.parameters.map { store.symbol($0.name.text) })
    #expect(model.known == family.known.map { store.symbol($0.name.text) })
    #expect(model.observed == family.variables.map { store.symbol($0.name.text) })
  }

  @Test(arguments: FamilyFixture.catalog.names)
  func everyParameterHasTypicalValuesAndEveryRegularFamilyAClaim(name: String) throws {
    let family = try FamilyFixture.catalog.family(named: name)
    for declaration in family.parameters + family.known {
      #expect(declaration.typical.count >= 2, "\(declaration.name.text)")
    }
    // Where no closed form is known there is nothing to claim.
    #expect(!family.claims.isEmpty || !Set(["irregular", "numeric"]).isDisjoint(with: family.tags))
    let names = family.parameters.map(\.name.text)
    for claim in family.claims {
      switch claim.subject {
      case .information(let row, let column): #expect(names.contains(row.text) && names.contains(column.text))
      }
    }
    #expect(family.claims.allSatisfy { $0.source.count > 20 })
  }
}
