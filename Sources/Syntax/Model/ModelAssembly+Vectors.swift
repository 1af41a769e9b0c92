internal import Expressions

extension ModelAssembly {
  /// A name of the header that stands nowhere in the formula, but does with indices.
  struct Vector {
    let symbol: Expr
    /// `x_1`, `x_2`, … in the order of their indices.
    let components: [Expr]
  }

  /// `f(y | b; x)` before a product over y_1 and y_2: the observed variables and known constants that the formula has by
  /// their components.
  func vectors(in formula: Expr) -> [Vector] {
    let occurring = store.freeSymbols(formula)
    let listed = listedNames
    let header = syntax.header
    return ((header?.observed ?? []) + (header?.known ?? []) + syntax.known).compactMap { name -> Vector? in
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

  /// The conditions on vectors, or on their general components x_i, as conditions on each component; where several vectors
  /// of one length stand in a condition, on the components with the same index.
  func spread(_ conditions: [ParsedCondition], over vectors: [Vector]) -> [ParsedCondition] {
    conditions.flatMap { condition -> [ParsedCondition] in
      let symbols = condition.condition.freeSymbols(in: store)
      let meant = symbols.compactMap { symbol in vectors.first { isGeneral(symbol, $0) }.map { (symbol, $0) } }
      guard let length = meant.first?.1.components.count, meant.allSatisfy({ $0.1.components.count == length }),
        Set(meant.map(\.1.symbol)).count == meant.count
      else { return [condition] }
      return (0..<length).map { i in
        let components = meant.map { ($0.0, $0.1.components[i]) }
        return ParsedCondition(
          condition: condition.condition.substituting(components, in: store), span: condition.span)
      }
    }
  }

  /// Whether a symbol is a vector itself or its component with a letter for its index, and not listed by that name.
  func isGeneral(_ symbol: Expr, _ vector: Vector) -> Bool {
    if symbol == vector.symbol { return true }
    guard let stem = store.symbolName(vector.symbol), let name = store.symbolName(symbol), !listedNames.contains(name)
    else { return false }
    let rest = name.dropFirst(stem.count)
    return name.hasPrefix(stem) && rest.count == 2 && rest.first == "_" && rest.last?.isLetter == true
  }

  private var listedNames: Set<String> { Set(((syntax.header?.names ?? []) + syntax.known).map(\.text)) }

  /// The index of `x_2` or `x[2]` where the stem is `x`.
  private func index(_ name: String, of stem: String) -> Int? {
    let suffix = name.dropFirst(stem.count)
    guard name.hasPrefix(stem), let opener = suffix.first else { return nil }
    let digits = opener == "[" && suffix.last == "]" ? suffix.dropFirst().dropLast() : suffix.dropFirst()
    guard opener == "_" || opener == "[", digits.allSatisfy(\.isNumber) else { return nil }
    return Int(digits)
  }
}
