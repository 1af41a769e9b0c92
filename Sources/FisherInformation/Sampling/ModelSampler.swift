public import Calculus
public import Diagnostics
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Numbers of an analysed model in machine doubles, for plots.
public struct ModelSampler {
  /// The report on the model.
  public var report: Report
  let model: Model
  let setting: DensitySetting
  let limits: WorkLimits

  var store: ExpressionStore { report.store }
  /// Parameters and known constants, in the order of a point's values.
  var symbols: [Expr] { model.parameters + model.known }

  /// The point of the report that is shown first, parameters before known constants.
  public var point: [Double] { (report.numeric.first?.at ?? []).map(\.value.doubleValue) }

  /// The bounds of a parameter's domain as far as they are numbers.
  public func bounds(of parameter: Int) -> (lower: Double?, upper: Double?) {
    func number(_ e: Expr?) -> Double? { e.flatMap { store.numberValue($0)?.doubleValue } }
    switch model.domains.first(where: { $0.symbol == model.parameters[parameter] })?.set {
    case .interval(let lower, let upper, _, _): return (number(lower), number(upper))
    default: return (nil, nil)
    }
  }

  /// The information matrix at points, entries by rows; from closed forms where there are any, else by quadrature.
  public func information(at points: [[Double]]) -> [[[Double]]] {
    let count = model.parameters.count
    let closed = (report.fisher ?? []).map { $0.compactMap { $0 } }
    if closed.count == count, closed.allSatisfy({ $0.count == count }),
      let values = try? values(of: closed.flatMap { $0 } + margins, at: points)
    {
      return values.map { row in
        let isValid = row[(count * count)...].allSatisfy { $0 > 0 }
        return (0..<count).map { i in row[(i * count)..<((i + 1) * count)].map { isValid ? $0 : .nan } }
      }
    }
    return points.map { point in integrated(at: point) }
  }

  /// What has to be positive for the closed forms to be the information: they may go on where it does not exist.
  private var margins: [Expr] {
    report.conditions.compactMap { condition in
      guard case .relation(let left, let relation, let right) = condition else { return nil }
      switch relation {
      case .greater, .greaterOrEqual: return store.difference(left, right)
      case .less, .lessOrEqual: return store.difference(right, left)
      case .equal, .notEqual: return nil
      }
    }
  }

  /// The divergence D(θ₀‖θ) of the model at a point from those where one parameter has other values; infinite where the
  /// support there misses a part of the support at the point.
  public func divergences(at point: [Double], parameter: Int, values: [Double]) -> [Double] {
    let symbol = model.parameters[parameter]
    let isCovered = values.map { value in
      var place = point
      place[parameter] = value
      return covers(place, point)
    }
    // Elsewhere the other log-density has no value on a part of the support, and nothing is to be integrated.
    let others = zip(values, isCovered).filter(\.1).map { value, _ -> Expr in
      let other = store.substitute(setting.logDensity, [(symbol, store.number(Self.rational(value)))])
      return store.difference(setting.logDensity, other)
    }
    var divergences = integrals(of: others, at: point)[...]
    let masses = logMasses(at: point, parameter: parameter, values: zip(values, isCovered).filter(\.1).map(\.0))
    for (i, ratio) in masses.enumerated() { divergences[i] += ratio }
    return isCovered.map { $0 ? divergences.removeFirst() : .infinity }
  }

  /// The logarithm of the mass where a parameter has other values, less that at the point; nothing for a normalised
  /// density.
  private func logMasses(at point: [Double], parameter: Int, values: [Double]) -> [Double] {
    guard !setting.isNormalized, let mass = try? SupportIntegrals(setting, [store.one], parameters: symbols) else {
      return []
    }
    func logMass(_ place: [Double]) -> Double {
      let value = try? mass.evaluate(at: place.map(Self.rational), digits: 12, limits: limits)[0].value.doubleValue
      return value.map { log($0) } ?? .nan
    }
    let centre = logMass(point)
    return values.map { value in
      var place = point
      place[parameter] = value
      return logMass(place) - centre
    }
  }

  /// Whether the support at one point contains that at another, as far as numeric bounds tell.
  private func covers(_ place: [Double], _ point: [Double]) -> Bool {
    setting.observed.allSatisfy { observed in
      let bounds: (lower: Expr?, upper: Expr?)
      switch observed.range {
      case .interval(let lower, let upper, _, _): bounds = (lower, upper)
      case .lattice(let lower, let upper): bounds = (lower, upper)
      case .reals, .finite: return true
      }
      let lower = (number(bounds.lower, at: place), number(bounds.lower, at: point))
      let upper = (number(bounds.upper, at: place), number(bounds.upper, at: point))
      return (lower.0 ?? -.infinity) <= (lower.1 ?? -.infinity) && (upper.0 ?? .infinity) >= (upper.1 ?? .infinity)
    }
  }

  /// Expressions in parameters and known constants at points.
  private func values(of expressions: [Expr], at points: [[Double]]) throws -> [[Double]] {
    let evaluator = try ClosedFormEvaluator(store, expressions: expressions, parameters: symbols)
    return points.map { point in
      evaluator.evaluate(at: point.map(Self.rational), digits: 12).map(\.doubleValue)
    }
  }

  /// The mean products of scores by quadrature.
  private func integrated(at point: [Double]) -> [[Double]] {
    let products = report.score.map { a in report.score.map { store.product([a, $0]) } }
    let values = integrals(of: products.flatMap { $0 }, at: point)
    let count = report.score.count
    return (0..<count).map { i in Array(values[(i * count)..<((i + 1) * count)]) }
  }

  /// Expectations at a point; not a number where the quadrature gives up.
  func integrals(of integrands: [Expr], at point: [Double]) -> [Double] {
    let values = try? Integrals(setting, of: integrands, parameters: symbols).evaluate(
      at: point.map(Self.rational), digits: 10, limits: limits)
    return integrands.map { values?[$0].map { $0.isFinite ? $0.value.doubleValue : .nan } ?? .nan }
  }

  /// A machine number as a rational one with few digits, so that points of a plot are short.
  static func rational(_ value: Double) -> Rational {
    guard value.isFinite, value != 0 else { return Rational(0) }
    let exponent = Int(value.exponent)
    let mantissa = Int((value.significand * 1_048_576).rounded()) * (value < 0 ? -1 : 1)
    let scale = Integer(2).power(abs(exponent))
    let base = Rational(Integer(mantissa), Integer(1_048_576))
    return exponent < 0 ? base / Rational(scale, Integer(1)) : base * Rational(scale, Integer(1))
  }
}

extension Analysis {
  /// Analyses a model and keeps what it takes to evaluate it elsewhere.
  public func sampler(_ source: SourceText) throws(DiagnosticList) -> ModelSampler {
    let (report, model, limits) = try analysed(source) { _ in nil }
    let simplifier = tools.simplifier(model.assumptions, FunctionFormulas(model.store), writtenAs: model.logDensity)
    let setting = DensitySetting(
      simplifier: simplifier, logDensity: model.logDensity,
      observed: model.observed.map(\.inSetting),
      isNormalized: !model.isNormalizedNumerically)
    return ModelSampler(report: report, model: model, setting: setting, limits: limits)
  }
}
