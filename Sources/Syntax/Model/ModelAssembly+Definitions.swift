internal import Diagnostics
internal import Expressions

extension ModelAssembly {
  /// Works out what `where` defines, in an order in which each definition only needs those before it.
  mutating func takeDefinitions(_ density: NodeID) {
    guard !syntax.definitions.isEmpty, definitionsAreDistinct() else { return }
    let limit = elaborator.limits.conditions
    if syntax.definitions.count > limit {
      diagnostics.append(.tooManyDefinitions(limit, syntax.definitions[limit].name.span))
      return
    }
    var depths: [String: Int] = [:]
    var open = syntax.definitions
    while !open.isEmpty {
      let pending = Set(open.map(\.name.text))
      let ready = open.filter { pending.isDisjoint(with: names(in: $0.value)) }
      if ready.isEmpty {
        let culprit = circular(open)
        diagnostics.append(.circularDefinition(culprit.text, culprit.span))
        return
      }
      for (name, value) in ready {
        guard let depth = allowedDepth(value, depths) else { return }
        depths[name.text] = depth
        elaborator.definitions[name.text] = elaborator.expression(value)
      }
      open.removeAll { entry in ready.contains { $0.name.text == entry.name.text } }
    }
    _ = allowedDepth(density, depths)
  }

  /// A definition that is used nowhere is probably a slip of the pen.
  mutating func checkUnusedDefinitions() {
    guard diagnostics.isEmpty, elaborator.diagnostics.isEmpty else { return }
    let symbols = elaborator.symbols.compactMap { elaborator.store.symbolName($0.symbol) }
    let unused = syntax.definitions.map(\.name).filter { !elaborator.usedDefinitions.contains($0.text) }
    for (name, span) in earliest(unused.map { ($0.text, $0.span) }) {
      diagnostics.append(.unusedDefinition(name, among: symbols, span))
    }
  }

  /// Whether every name is defined once, and is neither a constant nor listed.
  private mutating func definitionsAreDistinct() -> Bool {
    let listed = ((syntax.header?.names ?? []) + syntax.known).map { ($0.text, $0.span) }
    var seen = Dictionary(listed, uniquingKeysWith: { first, _ in first })
    let count = diagnostics.count
    for (name, _) in syntax.definitions {
      if elaborator.constant(named: name.text) != nil {
        diagnostics.append(.constantDeclared(name.text, name.span))
      } else if let earlier = seen[name.text] {
        diagnostics.append(.definedTwice(name.text, earlier, name.span))
      }
      seen[name.text] = name.span
    }
    return diagnostics.count == count
  }

  /// The depth of a formula with the definitions put in; nil, and an error, where it is too large.
  private mutating func allowedDepth(_ node: NodeID, _ depths: [String: Int]) -> Int? {
    let names = elaborator.names
    // A level of the text is up to two levels of the tree.
    let limit = elaborator.limits.nesting
    let depth = elaborator.tree.depth(node) { depths[names[$0]] ?? 0 }
    if depth <= 2 * limit { return depth }
    diagnostics.append(.nestedTooDeeply(limit, elaborator.tree.span(node)))
    return nil
  }

  /// A name of several that all need another of them, whose definition leads back to itself.
  private func circular(_ open: [(name: ModelSyntax.Name, value: NodeID)]) -> ModelSyntax.Name {
    var seen: Set<String> = []
    var current = open[0]
    while seen.insert(current.name.text).inserted {
      let needed = names(in: current.value)
      current = open.first { needed.contains($0.name.text) } ?? current
    }
    return current.name
  }

  private func names(in node: NodeID) -> Set<String> {
    var found: Set<String> = []
    for part in elaborator.tree.descendants(node) {
      if case .symbol(let name) = elaborator.tree.kind(part) { found.insert(elaborator.names[name]) }
    }
    return found
  }
}
