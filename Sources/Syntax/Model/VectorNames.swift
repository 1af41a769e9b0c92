internal import Expressions

/// The names of a header that stand in the formula with indices only: x for x_1 and x_2 in `f(x | mu) = …`.
struct VectorNames {
  private let store: ExpressionStore
  private let listed: Set<String>
  /// The components of each such name, in the order of their indices.
  private var components: [String: [Expr]] = [:]

  /// Looks for names among those of a header; a component that is itself listed belongs to none.
  init(_ names: [ModelSyntax.Name], listed: Set<String>, in formula: Expr, _ store: ExpressionStore) {
    self.store = store
    self.listed = listed
    let occurring = store.freeSymbols(formula)
    let written = Set(occurring.compactMap(store.symbolName))
    var found: [String: [(index: Int, symbol: Expr)]] = [:]
    for symbol in occurring {
      guard let name = store.symbolName(symbol), !listed.contains(name), let (stem, index) = Self.indexed(name) else {
        continue
      }
      found[stem, default: []].append((index, symbol))
    }
    for name in names where !written.contains(name.text) {
      guard let indexed = found[name.text], indexed.count > 1 else { continue }
      components[name.text] = indexed.sorted { $0.index < $1.index }.map(\.symbol)
    }
  }

  /// The names of all components.
  var componentNames: [String] { components.values.joined().compactMap(store.symbolName) }

  /// Whether a symbol stands for components: a vector itself, or its component with a letter for the index.
  func isStandIn(_ symbol: Expr) -> Bool { components(meantBy: symbol) != nil }

  /// Symbols with vectors replaced by their components.
  func expanded(_ symbols: [Expr]) -> [Expr] {
    symbols.flatMap { symbol in store.symbolName(symbol).flatMap { components[$0] } ?? [symbol] }
  }

  /// The conditions on vectors, or on their general components x_i, as conditions on each component; where several vectors
  /// of one length stand in a condition, on the components with the same index.
  func spread(_ conditions: [ParsedCondition]) -> [ParsedCondition] {
    if components.isEmpty { return conditions }
    return conditions.flatMap { condition -> [ParsedCondition] in
      let symbols = condition.condition.freeSymbols(in: store)
      let meant = symbols.compactMap { symbol in components(meantBy: symbol).map { (symbol, $0) } }
      guard let length = meant.first?.1.count, meant.allSatisfy({ $0.1.count == length }),
        Set(meant.map { $0.1[0] }).count == meant.count
      else { return [condition] }
      return (0..<length).map { i in
        let components = meant.map { ($0.0, $0.1[i]) }
        return ParsedCondition(
          condition: condition.condition.substituting(components, in: store), span: condition.span)
      }
    }
  }

  private func components(meantBy symbol: Expr) -> [Expr]? {
    guard !components.isEmpty, let name = store.symbolName(symbol) else { return nil }
    if let own = components[name] { return own }
    let rest = name.suffix(2)
    guard rest.first == "_", rest.last?.isLetter == true, !listed.contains(name) else { return nil }
    return components[String(name.dropLast(2))]
  }

  /// The stem and the index of `x_2` and of `x[2]`.
  private static func indexed(_ name: String) -> (stem: String, index: Int)? {
    let opener: Character = name.last == "]" ? "[" : "_"
    guard let place = name.lastIndex(of: opener) else { return nil }
    let rest = name[place...].dropFirst()
    let digits = opener == "[" ? rest.dropLast() : rest
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber), let index = Int(digits) else { return nil }
    return (String(name[..<place]), index)
  }
}
