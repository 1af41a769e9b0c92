internal import Expressions

extension ModelAssembly {
  /// A name of the header that stands nowhere in the formula, but does with indices.
  struct Vector {
    let symbol: Expr
    /// `x_1`, `x_2`, … in the order of their indices.
    let components: [Expr]
  }

  /// `f(x | mu)` before a product over x_1, x_2 and x_3: the observed variables that the formula has by their components.
  func vectors(in formula: Expr) -> [Vector] {
    let occurring = store.freeSymbols(formula)
    let listed = Set(((syntax.header?.names ?? []) + syntax.known).map(\.text))
    return (syntax.header?.observed ?? []).compactMap { name -> Vector? in
      let symbol = store.symbol(name.text)
      guard !occurring.contains(symbol) else { return nil }
      let found = occurring.compactMap { component -> (index: Int, symbol: Expr)? in
        guard let written = store.symbolName(component), !listed.contains(written) else { return nil }
        return index(written, of: name.text).map { ($0, component) }
      }
      guard found.count > 1 else { return nil }
      return Vector(symbol: symbol, components: found.sorted { $0.index < $1.index }.map(\.symbol))
    }
  }

  /// The symbols with vectors replaced by their components.
  func components(_ symbols: [Expr], _ vectors: [Vector]) -> [Expr] {
    symbols.flatMap { symbol in vectors.first { $0.symbol == symbol }?.components ?? [symbol] }
  }

  /// The conditions on a vector, or on its general component x_i, as conditions on each component.
  func spread(_ conditions: [ParsedCondition], over vectors: [Vector]) -> [ParsedCondition] {
    vectors.reduce(conditions) { conditions, vector in
      conditions.flatMap { condition -> [ParsedCondition] in
        let meant = condition.condition.freeSymbols(in: store).filter { isGeneral($0, vector) }
        if meant.isEmpty { return [condition] }
        return vector.components.map { component in
          ParsedCondition(
            condition: condition.condition.substituting(meant.map { ($0, component) }, in: store), span: condition.span)
        }
      }
    }
  }

  /// Whether a symbol is a vector itself or its component with a letter for its index.
  func isGeneral(_ symbol: Expr, _ vector: Vector) -> Bool {
    guard let stem = store.symbolName(vector.symbol), let name = store.symbolName(symbol) else { return false }
    let rest = name.dropFirst(stem.count)
    let isLetter = rest.count == 2 && rest.first == "_" && rest.last?.isLetter == true
    return name == stem || (name.hasPrefix(stem) && isLetter)
  }

  /// The index of `x_2` or `x[2]` where the stem is `x`.
  private func index(_ name: String, of stem: String) -> Int? {
    let suffix = name.dropFirst(stem.count)
    guard name.hasPrefix(stem), let opener = suffix.first else { return nil }
    if opener == "_" { return Int(suffix.dropFirst()) }
    return opener == "[" && suffix.last == "]" ? Int(suffix.dropFirst().dropLast()) : nil
  }
}
