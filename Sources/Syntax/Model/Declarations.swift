internal import Diagnostics

/// The names that a model declares to be symbols: listed in the header or by `known`, defined by `where`, bounded by a
/// clause, or used bare where the same name is also called.
struct Declarations {
  private(set) var names: Set<String> = []

  init(_ syntax: ModelSyntax, _ parser: Parser) {
    for name in (syntax.header?.names ?? []) + syntax.known + syntax.definitions.map(\.name) { names.insert(name.text) }
    for condition in syntax.conditions { insertBounded(condition, parser) }
    var called = Set<String>()
    var bare = Set<String>()
    let formulas = [syntax.density].compactMap { $0 } + syntax.conditions + syntax.definitions.map(\.value)
    for node in formulas.flatMap(parser.tree.descendants) {
      switch parser.tree.kind(node) {
      case .call(let name): called.insert(parser.names[name])
      case .symbol(let name): bare.insert(parser.names[name])
      default: break
      }
    }
    names.formUnion(called.intersection(bare))
    names = names.filter { !parser.isConstant($0) }
  }

  /// The symbols that a clause bounds: sides of a comparison or members that are a bare name, the other sides holding none.
  private mutating func insertBounded(_ condition: NodeID, _ parser: Parser) {
    let tree = parser.tree
    let parts = tree.children(condition)
    let sides = tree.kind(condition) == .membership ? [parts[0]] : parts
    var bare: [String] = []
    for side in sides {
      if case .symbol(let name) = tree.kind(side), !parser.isConstant(parser.names[name]) {
        bare.append(parser.names[name])
      }
    }
    // `x > e` bounds x by Euler's number; only a clause about one name alone declares it.
    let others = bare.filter { $0 != "e" && $0 != "E" }
    for name in bare where others.isEmpty || others.contains(name) { names.insert(name) }
  }
}
