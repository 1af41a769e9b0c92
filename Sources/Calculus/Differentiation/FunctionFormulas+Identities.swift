public import Expressions
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
  /// The same of the derivative that has no name.
  var namelessValues: [(arguments: [Expr], value: Expr)] = []
  /// The functional equation in one argument.
  var shift: ShiftIdentity?
  /// The value at the negative of the last argument, e.g. `-sin(x)` for sin(-x).
  var reflection: Expr?
  /// A power of the function that is a polynomial in other functions, e.g. sin(x)^2 = 1 - cos(x)^2.
  var relation: (degree: Int, value: Expr)?
  /// An exponential through the function and its companions: exp(x) = (1 + tanh(x))*cosh(x), by argument and value.
  var exponential: (argument: Expr, value: Expr)?
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
    return value(of: call, listedIn: parsed(id).values)
  }

  /// The listed value of the derivative without a name at the call's arguments, or nil.
  func listedNamelessDerivative(at call: Expr) -> Expr? {
    guard let id = store.functionID(call) else { return nil }
    return value(of: call, listedIn: parsed(id).namelessValues)
  }

  private func value(of call: Expr, listedIn list: [(arguments: [Expr], value: Expr)]) -> Expr? {
    guard let id = store.functionID(call) else { return nil }
    let arguments = Array(zip(store.operands(call), symbols(id)))
    for (pattern, value) in list where zip(pattern, arguments).allSatisfy({ $0 == $1.0 || $0 == $1.1 }) {
      return instantiated(value, for: call)
    }
    return nil
  }

  /// The functional equation of the called function in one of its arguments, or nil.
  public func shift(of call: Expr) -> ShiftIdentity? { store.functionID(call).flatMap { parsed($0).shift } }

  /// What the call becomes when its last argument is negated, written for the negated argument, or nil.
  func reflection(of call: Expr) -> Expr? {
    guard let id = store.functionID(call), let template = parsed(id).reflection else { return nil }
    var arguments = store.operands(call)
    guard let last = arguments.popLast() else { return nil }
    return store.substitute(template, Array(zip(symbols(id), arguments + [store.negated(last)])))
  }

  /// The power of the call that is a polynomial in other functions, and that polynomial.
  func relation(of call: Expr) -> (degree: Int, value: Expr)? {
    guard let id = store.functionID(call), let relation = parsed(id).relation else { return nil }
    return (relation.degree, instantiated(relation.value, for: call))
  }

  /// An exponential through the called function and its companions, or nil.
  func exponential(through call: Expr) -> (argument: Expr, value: Expr)? {
    guard let id = store.functionID(call) else { return nil }
    return parsed(id).exponential.map { (instantiated($0.argument, for: call), instantiated($0.value, for: call)) }
  }

  private func parsed(_ id: FunctionID) -> FunctionTexts {
    if let known = texts[id] { return known }
    let definition = store.functions[id]
    var made = FunctionTexts(
      definition: definition.definition.flatMap { try? store.parse($0) },
      logarithm: definition.logarithm.flatMap { try? store.parse($0) },
      domain: definition.domain.compactMap { try? store.parseCondition($0) }, values: [], shift: nil)
    func listed(_ texts: [String]) -> [(arguments: [Expr], value: Expr)] {
      texts.compactMap { text in
        guard let (left, right) = equation(text), store.functionID(left) == id else { return nil }
        return (store.operands(left), right)
      }
    }
    made.values = listed(definition.values)
    made.namelessValues = listed(definition.namelessValues)
    for text in definition.identities {
      guard let (left, right) = equation(text) else { continue }
      read(left, right, of: id, into: &made)
    }
    texts[id] = made
    return made
  }

  /// Sorts an identity into shifts, reflections, relations and exponentials; others are for tests only.
  private func read(_ left: Expr, _ right: Expr, of id: FunctionID, into made: inout FunctionTexts) {
    let parameters = symbols(id)
    if let argument = store.exponentialArgument(left),
      !parameters.contains(where: { store.contains(right, store.exp($0)) })
    {
      made.exponential = (argument, right)
    } else if store.functionID(left) == id {
      made.shift = made.shift ?? ShiftIdentity(left, right, parameters: parameters, in: store)
      if let last = parameters.last, store.operands(left) == Array(parameters.dropLast()) + [store.negated(last)] {
        made.reflection = right
      }
    } else if let degree = store.integerValue(store.baseAndExponent(left).1), degree > 1,
      store.baseAndExponent(left).0 == store.call(id, parameters)
    {
      made.relation = (degree, right)
    }
  }

  /// The two sides of `left = right`. The left side is read as a call even where the store would fold it.
  private func equation(_ text: String) -> (Expr, Expr)? {
    guard case .relation(let left, .equal, let right)? = try? store.parseCondition(text) else { return nil }
    return (left, right)
  }
}
