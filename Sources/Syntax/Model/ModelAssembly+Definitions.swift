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
    var extents: [String: Extent] = [:]
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
        guard let extent = allowedExtent(value, extents) else { return }
        extents[name.text] = extent
        elaborator.definitions[name.text] = elaborator.expression(value)
      }
      open.removeAll { entry in ready.contains { $0.name.text == entry.name.text } }
    }
    for node in [density] + syntax.conditions where allowedExtent(node, extents) == nil { return }
  }

  /// How deep and how large a formula is with the definitions put in.
  private typealias Extent = (depth: Int, size: Int)

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

  /// The extent of a formula with the definitions put in; nil, and an error, where it is too large: definitions that use
  /// each other twice double what is written at each step.
  private mutating func allowedExtent(_ node: NodeID, _ extents: [String: Extent]) -> Extent? {
    let (names, limits, tree) = (elaborator.names, elaborator.limits, elaborator.tree)
    let depth = tree.depth(node) { extents[names[$0]]?.depth ?? 0 }
    let size = tree.descendants(node).reduce(0) { size, part in
      guard case .symbol(let name) = tree.kind(part) else { return size + 1 }
      return size + 1 + (extents[names[name]]?.size ?? 0)
    }
    // A level of the text is up to two levels of the tree.
    if depth > 2 * limits.nesting {
      diagnostics.append(.nestedTooDeeply(limits.nesting, tree.span(node)))
    } else if size > limits.nodes {
      diagnostics.append(.tooManyNodes(limits.nodes, tree.span(node)))
    } else {
      return (depth, size)
    }
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
