internal import Expressions
internal import Multiprecision

/// Prints expressions in the language of another system, and notes which functions they need.
///
/// Symbols become places of the vectors `t` (parameters and known constants) and `y` (observed variables), so that no name
/// means something else over there.
struct ScriptPrinter {
  private let store: ExpressionStore
  private let language: ReplayLanguage
  private var places: [Expr: String]
  private let observed: Set<Expr>
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
    self.observed = Set(observed)
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
    case .product: return try product(e)
    case .power where store.operand(e, at: 0) == store.zero: return try indicator(store.operand(e, at: 1))
    case .power:
      let parts = try list([store.operand(e, at: 0), store.operand(e, at: 1)])
      return "(\(parts[0]))\(language == .mpmath ? "**" : "^")(\(parts[1]))"
    case .call: return try call(e)
    }
  }

  /// A product; what an indicator makes nothing of is not evaluated, as it may be undefined there: `0^y*log(y)`.
  private mutating func product(_ e: Expr) throws(Missing) -> String {
    let factors = store.operands(e)
    let first = factors.filter(hasIndicator)
    let others = factors.filter { !hasIndicator($0) }
    guard !first.isEmpty, !others.isEmpty else { return (try list(factors)).joined(separator: "*") }
    let mask = (try list(first)).joined(separator: "*")
    let rest = (try list(others)).joined(separator: "*")
    return language == .mpmath
      ? "(\(mask)*(\(rest)) if \(mask) != 0 else 0)" : "if(\(mask) == 0, 0, \(mask)*(\(rest)))"
  }

  /// A power of 0, which is 1 where the exponent is 0 and nothing elsewhere.
  private mutating func indicator(_ exponent: Expr) throws(Missing) -> String {
    let text = try print(exponent)
    return language == .mpmath ? "mpf(1 if \(text) == 0 else 0)" : "(\(text) == 0)"
  }

  private func hasIndicator(_ e: Expr) -> Bool {
    store.op(e) == .power && store.operand(e, at: 0) == store.zero || store.operands(e).contains(where: hasIndicator)
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
    let isBound = function.notation.style == .bound
    if defined.insert(function.name).inserted { define(function, body, isBound: isBound) }
    if isBound { return "f_\(function.name)(\((try bound(e)).joined(separator: ", ")))" }
    // What no observed variable changes is the same at every point.
    let kept = observed.isDisjoint(with: store.freeSymbols(e)) ? "c" : "f"
    return "\(kept)_\(function.name)(\((try list(store.operands(e))).joined(separator: ", ")))"
  }

  /// The definitions of a function, and of one that remembers its values.
  private mutating func define(_ function: FunctionDefinition, _ body: String, isBound: Bool) {
    let parameters = function.parameters.enumerated().filter { !isBound || $0.offset != 1 }.map(\.element)
    let (name, list) = (function.name, parameters.joined(separator: ", "))
    switch language {
    case .mpmath:
      definitions += ["", "", "def f_\(name)(\(list)):", "    return \(body)"]
      if !isBound { definitions += ["", "", "c_\(name) = memoize(f_\(name))"] }
    case .pari:
      definitions.append("f_\(name)(\(list)) = \(body);")
      let key = "[\"\(name)\", [\(list)], getlocalprec()]"
      if !isBound { definitions.append("c_\(name)(\(list)) = remembered(\(key), () -> f_\(name)(\(list)));") }
    }
  }

  /// The arguments of a sum or a product: its terms as a function of the index, and the bounds.
  private mutating func bound(_ e: Expr) throws(Missing) -> [String] {
    let index = store.operand(e, at: 1)
    let name = "j_\(places.count)"
    let outer = places.updateValue(name, forKey: index)
    let term = try print(store.operand(e, at: 0))
    places[index] = outer
    let bounds = try list([store.operand(e, at: 2), store.operand(e, at: 3)])
    return [language == .mpmath ? "lambda \(name): \(term)" : "\(name) -> \(term)"] + bounds
  }
}
