internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

extension Differentiability {
  /// Whether the log-density is twice differentiable where a condition fails, though its derivatives are written as quotients
  /// that have no value there: as where an even function takes the root of a sum of squares.
  ///
  /// Told where the condition fails at one point, by score and Hessian that have one limit from all sides of it.
  func isRemovable(_ condition: Condition) -> Bool {
    guard case .relation(let sum, .notEqual, let zero) = condition, zero == store.zero,
      let vanishing = onlyZero(of: sum),
      let base = derived.model.samplePoints.points(upTo: 1).first
    else { return false }
    let positions = derived.symbols.indices.filter { vanishing.contains(derived.symbols[$0]) }
    var center = base
    for i in positions { center[i] = 0 }
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
          for (i, sign) in direction { near[i] = distance * Rational(sign) }
          return evaluator.evaluate(at: observation + near, digits: Self.digits)
        }
      }
      return forms.indices.allSatisfy { form in Self.agree(values.map { $0[form] }) }
    }
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
