internal import Multiprecision

extension SignAnalysis {
  /// The signs of a call: from the function's definition, on its domain, refined by its monotonicity.
  func callSigns(_ e: Expr) -> Signs {
    if let sum = store.indexedSum(e) { return indexedSumSigns(sum) }
    guard let definition = store.function(e) else { return .all }
    let arguments = store.operands(e)
    // Outside its domain a function may still have some value, of any sign.
    guard domainHolds(definition, arguments) == .yes else { return .all }
    var result =
      holdsOne(of: definition.positiveWhere, definition, arguments) ? Signs.positive : signs(of: definition.sign)
    if let monotonicity = definition.monotonicity, let argument = arguments.first {
      result.formIntersection(monotoneSigns(monotonicity, argument))
    }
    return arguments.contains { signs($0).contains(.undefined) } ? result.union(.undefined) : result
  }

  /// The signs of an inert sum: from those that its body has whatever the index.
  private func indexedSumSigns(_ sum: IndexedSum) -> Signs {
    let body = signs(sum.body, with: sum.index, in: .lattice(lower: sum.lower, upper: sum.upper))
    switch body {
    // A sum without terms is 0.
    case .positive, .negative:
      return holds(.relation(sum.lower, .lessOrEqual, sum.upper)) == .yes ? body : body.union(.zero)
    case .nonnegative, .zero, .nonpositive: return body
    default: return .all
    }
  }

  /// The conditions under which a call is defined; nil where the definition states some that cannot be read.
  func domainConditions(_ definition: FunctionDefinition, _ arguments: [Expr]) -> [Condition]? {
    guard definition.parameters.count == arguments.count else { return definition.domain.isEmpty ? [] : nil }
    var result: [Condition] = []
    for text in definition.domain {
      let read = DomainText.conditions(
        text, parameters: definition.parameters, arguments: arguments, in: store)
      guard let read else { return nil }
      result += read
    }
    return result
  }

  private func domainHolds(_ definition: FunctionDefinition, _ arguments: [Expr]) -> Truth {
    guard let conditions = domainConditions(definition, arguments) else { return .unknown }
    return conditions.reduce(.yes) { $0 && holds($1) }
  }

  /// Whether one of several conditions on a function's parameters, as text, holds of the arguments.
  func holdsOne(of texts: [String], _ definition: FunctionDefinition, _ arguments: [Expr]) -> Bool {
    texts.contains { text in
      DomainText.conditions(text, parameters: definition.parameters, arguments: arguments, in: store)
        .map { $0.allSatisfy { holds($0) == .yes } } ?? false
    }
  }

  private func signs(of sign: FunctionDefinition.Sign) -> Signs {
    switch sign {
    case .positive: .positive
    case .nonnegative: .nonnegative
    case .negative: .negative
    case .any: .real
    }
  }

  private func monotoneSigns(_ monotonicity: FunctionMonotonicity, _ argument: Expr) -> Signs {
    let offset = signs(store.difference(argument, store.number(monotonicity.argument))).intersection(.real)
    let rise = monotonicity.isIncreasing ? offset : offset.negated
    return rise.adding(Signs(signum: monotonicity.value.signum))
  }
}
