internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// First and second derivatives of the logarithm of a density's mass by its parameters, as differences of integrals at
/// displaced parameters: the support moves with them, and nothing is differentiated under an integral.
///
/// Central differences of five points, whose error is of the fourth order in the step h (Abramowitz & Stegun 1964,
/// section 25.3); the same with the step 2h shows how large it is. With h = 10^(-D/4) in the parameter's unit
/// (`DifferenceStep`), D digits of a second derivative take 3D/2 digits of the integrals.
struct LogMassDifferences {
  /// The density has no finite mass at parameters next to the point.
  struct InfiniteMass: Error {}

  private let mass: SupportIntegrals
  /// For the squares of the scores, whose expectations tell how long a step may be.
  private let squares: Integrals
  private let count: Int

  /// More digits than these are not sought: each costs one and a half in every integral.
  private static let largestDigits = 40
  /// The same where integrals are iterated, and each digit costs more.
  private static let largestIteratedDigits = 16
  private let largestDigits: Int
  /// The digits of what a step is chosen by.
  private static let stepDigits = 3
  /// No more further digits than these are taken for derivatives that are small next to the parameter.
  private static let mostFurtherDigits = 200

  init(_ results: SymbolicResults, symbols: [Expr]) throws {
    let setting = results.setting
    mass = try SupportIntegrals(setting, [setting.store.one], parameters: symbols)
    squares = try Integrals(
      setting, of: results.score.map { setting.store.product([$0, $0]) }, parameters: symbols)
    count = results.score.count
    largestDigits = setting.observed.count > 1 ? Self.largestIteratedDigits : Self.largestDigits
  }

  /// The gradient and the lower triangle of the Hessian, row by row; first by the step h, then by 2h. The latter are moved by
  /// what rounding may have done to the former, so that their distance says how much is known.
  func values(at point: [Rational], digits: Int, limits: WorkLimits) throws -> [Rational] {
    let wanted = min(digits, largestDigits)
    let exponent = wanted / 4 + 2
    let information = try squares.evaluate(at: point, digits: Self.stepDigits, limits: limits)
    let units = zip(point, squares.integrands).map { DifferenceStep.unit($0, information: information[$1]) }
    let further = zip(units, squares.integrands).map { Self.furtherDigits($0, information[$1]) }.max() ?? 0
    let working = wanted + 2 * exponent + 4 + further
    let steps = units.map { $0 / Rational(Integer(10).power(exponent)) }
    let centre = try value(at: point, digits: working, limits)
    let pairs = (0..<count).flatMap { i in (0...i).map { [i, $0] } }
    let lines = try pairs.map { pair in
      let direction = (0..<count).map { pair.contains($0) ? steps[$0] : Rational(0) }
      return try Line(spacings: [-4, -2, -1, 1, 2, 4]) { t in
        let place = point.enumerated().map { i, x in i < count ? x + direction[i] * Rational(t) : x }
        return try value(at: place, digits: working, limits) / centre
      }
    }
    let rounding = Rational(1) / Rational(Integer(10).power(working - 2))
    return try [1, 2].flatMap { width in
      try derivatives(lines, width: width, steps, moved: width > 1 ? rounding : 0).map { derivative in
        guard let value = Rational(exactly: derivative) else { throw InfiniteMass() }
        return value
      }
    }
  }

  /// The digits that the mass loses in a difference over a unit that is short next to the inverse root of the information.
  private static func furtherDigits(_ unit: Rational, _ information: Estimate?) -> Int {
    guard let information, information.isFinite, !information.isIndistinguishableFromZero else { return 0 }
    let change = information.value * Real(unit * unit, precision: 64)
    return min(max(-change.exponent10, 0), mostFurtherDigits)
  }

  /// The mass, with all its digits.
  ///
  /// - Throws: `InfiniteMass` where it diverges, as beyond the boundary of the parameters' domain.
  private func value(at point: [Rational], digits: Int, _ limits: WorkLimits) throws -> Real {
    let estimate = try mass.evaluate(at: point, digits: digits, limits: limits)[0]
    guard estimate.isFinite, !estimate.value.isZero else { throw InfiniteMass() }
    return estimate.value
  }

  /// The derivatives of the logarithm from those of the mass r relative to the centre: A' = r', A'' = r'' - r'²; all differences
  /// moved by a rounding.
  private func derivatives(_ lines: [Line], width: Int, _ steps: [Rational], moved rounding: Rational) -> [Real] {
    func line(_ i: Int, _ j: Int) -> Line { lines[i * (i + 1) / 2 + j] }
    let precision = lines.first?.precision ?? 64
    let lengths = steps.map { Real($0, precision: precision) }
    let moved = Real(rounding, precision: precision)
    let gradient = (0..<count).map { line($0, $0).slope(width: width) }
    let hessian = (0..<count).flatMap { i in
      (0...i).map { j -> Real in
        let own = line(i, i).curvature(width: width)
        let second =
          i == j
          ? own : (line(i, j).curvature(width: width) - own - line(j, j).curvature(width: width)) / Real(2)
        return (second - gradient[i] * gradient[j] + moved) / (lengths[i] * lengths[j])
      }
    }
    return zip(gradient, lengths).map { ($0 + moved) / $1 } + hessian
  }
}

/// Values of a function along a line, at multiples of a step from the centre, where it is 1.
private struct Line {
  private var values: [Int: Real] = [0: Real(1)]
  var precision: Int { values[1]?.precision ?? 64 }

  init(spacings: [Int], value: (Int) throws -> Real) rethrows {
    for t in spacings { values[t] = try value(t) }
  }

  /// The first derivative, in units of the step.
  func slope(width w: Int) -> Real {
    (Real(8) * (values[w]! - values[-w]!) - (values[2 * w]! - values[-2 * w]!)) / Real(Double(12 * w))
  }

  /// The second derivative, in units of the step.
  func curvature(width w: Int) -> Real {
    (Real(16) * (values[w]! + values[-w]!) - (values[2 * w]! + values[-2 * w]!) - Real(30) * values[0]!)
      / Real(Double(12 * w * w))
  }
}
