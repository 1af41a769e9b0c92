internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

extension Differentiability {
  /// Whether the log-density is twice differentiable where a condition fails, though its derivatives are written as quotients
  /// that have no value there: as where an even function takes the root of a sum of squares, or the formula of a normaliser
  /// divides by what vanishes with it.
  ///
  /// Told where the condition fails at one value of some parameters, by score and Hessian that have one limit from all sides.
  func isRemovable(_ condition: Condition) -> Bool {
    guard let base = derived.model.samplePoints.points(upTo: 1).first,
      let (positions, center) = failure(of: condition, nextTo: base)
    else { return false }
    let forms = derived.results.score + derived.results.hessian.flatMap { $0 }
    let observations = self.observations(at: center)
    let observed = derived.results.setting.observed.map(\.variable)
    guard !observations.isEmpty,
      let evaluator = try? ClosedFormEvaluator(store, expressions: forms, parameters: observed + derived.symbols)
    else { return false }
    return observations.allSatisfy { observation in
      let values = Self.distances.flatMap { distance in
        directions(positions).map { direction in
          var near = center
          for (i, sign) in direction { near[i] = near[i] + distance * Rational(sign) }
          return evaluator.evaluate(at: observation + near, digits: Self.digits)
        }
      }
      return forms.indices.allSatisfy { form in Self.agree(values.map { $0[form] }) }
    }
  }

  /// The positions of the parameters that decide, and a point that differs from another one in these alone, at which a
  /// condition fails; nil where it fails at other values of them, too.
  private func failure(of condition: Condition, nextTo base: [Rational]) -> (positions: [Int], center: [Rational])? {
    guard case .relation(let left, .notEqual, let right) = condition else { return nil }
    let symbols = derived.symbols
    if let position = derived.model.parameters.firstIndex(of: left), !store.contains(right, left) {
      let values = zip(symbols, base).map { ($0, store.number($1)) }
      guard let value = store.numberValue(simplifier.normal(store.substitute(right, values))) else { return nil }
      var center = base
      center[position] = value
      return ([position], center)
    }
    guard right == store.zero, let vanishing = onlyZero(of: left) else { return nil }
    let positions = symbols.indices.filter { vanishing.contains(symbols[$0]) }
    var center = base
    for i in positions { center[i] = 0 }
    return (positions, center)
  }

  /// Along each axis to both sides, and between the axes.
  private func directions(_ positions: [Int]) -> [[(position: Int, sign: Int)]] {
    let axes = positions.flatMap { [[($0, 1)], [($0, -1)]] }
    return axes + [1, -1].map { sign in positions.enumerated().map { ($1, $0 == 0 ? sign : 1) } }
  }

  private static func agree(_ values: [Real]) -> Bool {
    guard values.allSatisfy(\.isFinite) else { return false }
    let size = values.reduce(Real.one) { $0 > $1.magnitude ? $0 : $1.magnitude }
    return values.allSatisfy { ($0 - values[0]).magnitude < size * jump }
  }

  /// The parameters that all have to be 0 for a sum of their even powers to be; nil for another expression.
  private func onlyZero(of sum: Expr) -> [Expr]? {
    var parameters: [Expr] = []
    for term in store.terms(sum) {
      let (coefficient, rest) = store.coefficientAndRest(term)
      let (base, exponent) = store.baseAndExponent(rest)
      guard coefficient.signum > 0, let n = store.integerValue(exponent), n > 0, n.isMultiple(of: 2),
        derived.model.parameters.contains(base)
      else { return nil }
      parameters.append(base)
    }
    return parameters
  }
}
