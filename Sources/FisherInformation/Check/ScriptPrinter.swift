internal import Expressions
internal import Multiprecision

/// Prints expressions in the language of another system, and notes which functions they need.
///
/// Symbols become places of the vectors `t` (parameters and known constants) and `y` (observed variables), so that no name
/// means something else over there.
struct ScriptPrinter {
  private let store: ExpressionStore
  private let language: ReplayLanguage
  private let places: [Expr: String]
  /// The definitions of the functions used so far, in the order of their first use.
  private(set) var definitions: [String] = []
  private var defined: Set<String> = []

  /// A function that the other system lacks.
  struct Missing: Error {
    let function: String
  }

  init(_ store: ExpressionStore, _ language: ReplayLanguage, symbols: [Expr], observed: [Expr]) {
    self.store = store
    self.language = language
    let first = language == .mpmath ? 0 : 1
    var places: [Expr: String] = [:]
    for (name, list) in [("t", symbols), ("y", observed)] {
      for (position, symbol) in list.enumerated() { places[symbol] = "\(name)[\(position + first)]" }
    }
    self.places = places
  }

  /// The text of an expression; every operand stands in parentheses of its own.
  mutating func print(_ e: Expr) throws(Missing) -> String {
    switch store.op(e) {
    case .number: return number(store.numberValue(e) ?? Rational(0))
    case .symbol:
      guard let place = places[e] else { throw Missing(function: store.symbolName(e) ?? "") }
      return place
    case .sum: return "(" + (try list(store.operands(e))).joined(separator: " + ") + ")"
    case .product: return (try list(store.operands(e))).joined(separator: "*")
    case .power:
      let parts = try list([store.operand(e, at: 0), store.operand(e, at: 1)])
      return "(\(parts[0]))\(language == .mpmath ? "**" : "^")(\(parts[1]))"
    case .call: return try call(e)
    }
  }

  private mutating func list(_ operands: [Expr]) throws(Missing) -> [String] {
    var texts: [String] = []
    for operand in operands { texts.append(try print(operand)) }
    return texts
  }

  /// An exact number, also where whole numbers divide to something rounded.
  func number(_ value: Rational) -> String {
    let sign = value.signum < 0 ? "-" : ""
    let size = value.signum < 0 ? -value : value
    let text = language == .mpmath ? "mpf(\(size.numerator))" : "\(size.numerator)"
    return "(\(sign)\(text)\(size.denominator == 1 ? "" : "/\(size.denominator)"))"
  }

  private mutating func call(_ e: Expr) throws(Missing) -> String {
    guard let function = store.function(e), let script = function.script else {
      throw Missing(function: store.functionName(e) ?? "")
    }
    let body = language == .mpmath ? script.mpmath : script.pari
    if function.arity == 0 { return body }
    if defined.insert(function.name).inserted {
      let head = "f_\(function.name)(\(function.parameters.joined(separator: ", ")))"
      definitions.append(language == .mpmath ? "def \(head): return \(body)" : "\(head) = \(body);")
    }
    return "f_\(function.name)(\((try list(store.operands(e))).joined(separator: ", ")))"
  }
}
