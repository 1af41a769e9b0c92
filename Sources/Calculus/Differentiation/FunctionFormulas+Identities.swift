internal import Expressions
internal import Syntax

/// The parsed formulas of one function besides its derivatives.
struct FunctionTexts {
  /// The function through others.
  var definition: Expr?
  /// The logarithm of the function.
  var logarithm: Expr?
  /// The conditions of the domain.
  var domain: [Condition]
  /// Special values: the arguments, in which parameter symbols match anything, and the value.
  var values: [(arguments: [Expr], value: Expr)]
  /// The functional equation in the last argument.
  var shift: ShiftIdentity?
}

extension FunctionFormulas {
  /// The call written through more basic functions, or nil where the function is basic.
  func definition(of call: Expr) -> Expr? {
    guard let id = store.functionID(call) else { return nil }
    return parsed(id).definition.map { instantiated($0, for: call) }
  }

  /// The logarithm of the call by the function's own formula, or nil where it lists none.
  func logarithm(of call: Expr) -> Expr? {
    guard let id = store.functionID(call) else { return nil }
    return parsed(id).logarithm.map { instantiated($0, for: call) }
  }

  /// The conditions under which the call is defined and smooth.
  func domain(of call: Expr) -> [Condition] {
    guard let id = store.functionID(call) else { return [] }
    let arguments = Array(zip(symbols(id), store.operands(call)))
    return parsed(id).domain.map { $0.substituting(arguments, in: store) }
  }

  /// The listed value of the call, or nil.
  func specialValue(of call: Expr) -> Expr? {
    guard let id = store.functionID(call) else { return nil }
    let arguments = store.operands(call)
    let parameters = symbols(id)
    for (pattern, value) in parsed(id).values {
      let fits = zip(pattern, zip(arguments, parameters)).allSatisfy { p, pair in p == pair.0 || p == pair.1 }
      if fits { return instantiated(value, for: call) }
    }
    return nil
  }

  /// The functional equation of the called function in its last argument, or nil.
  func shift(of call: Expr) -> ShiftIdentity? { store.functionID(call).flatMap { parsed($0).shift } }

  private func parsed(_ id: FunctionID) -> FunctionTexts {
    if let known = texts[id] { return known }
    let definition = store.functions[id]
    var made = FunctionTexts(
      definition: definition.definition.flatMap { try? store.parse($0) },
      logarithm: definition.logarithm.flatMap { try? store.parse($0) },
      domain: definition.domain.compactMap { try? store.parseCondition($0) }, values: [], shift: nil)
    for text in definition.values {
      guard let (left, right) = equation(text), store.functionID(left) == id else { continue }
      made.values.append((store.operands(left), right))
    }
    for text in definition.identities where made.shift == nil {
      guard let (left, right) = equation(text), store.functionID(left) == id else { continue }
      made.shift = ShiftIdentity(left, right, parameters: symbols(id), in: store)
    }
    texts[id] = made
    return made
  }

  /// The two sides of `left = right`. The left side is read as a call even where the store would fold it.
  private func equation(_ text: String) -> (Expr, Expr)? {
    guard case .relation(let left, .equal, let right)? = try? store.parseCondition(text) else { return nil }
    return (left, right)
  }
}
