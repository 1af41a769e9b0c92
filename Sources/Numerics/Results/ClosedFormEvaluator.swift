public import Expressions
public import Multiprecision

/// Evaluates expressions in parameters alone, at whatever precision it takes to have the wanted digits.
public struct ClosedFormEvaluator: Sendable {
  private let tape: Tape

  /// No evaluation uses more bits than this.
  private static let largestPrecision = 1 << 14
  /// What cancels to more bits than these is taken to be 0.
  static let settlingBits = 1024

  /// Creates an evaluator of `expressions`.
  ///
  /// - Throws: `TapeError` if one has a function without evaluator or a symbol that is no parameter.
  public init(_ store: ExpressionStore, expressions: [Expr], parameters: [Expr]) throws {
    var compiler = TapeCompiler(store, parameters: parameters, variables: [Expr]())
    tape = try compiler.compile(expressions)
  }

  /// The values at a point, with at least `digits` decimal digits wherever they are not lost to an exact cancellation; not
  /// a number where rounding leaves nothing of a value at any precision that was tried.
  public func evaluate(at point: [Rational], digits: Int) -> [Real] {
    estimates(at: point, digits: digits).map { estimate in
      estimate.isFinite && Self.isLost(estimate, digits) ? Real(.nan) : estimate.value
    }
  }

  /// Whether what is known of a value is neither a digit nor that it is next to 0.
  private static func isLost(_ estimate: Estimate, _ digits: Int) -> Bool {
    estimate.status == .limit && estimate.digits == 0 && estimate.absoluteErrorExponent10 > -digits
  }

  /// The values at a point with their digits, found by evaluating at two precisions, both raised until they agree; at the
  /// lower one, results that are rounded are moved besides.
  ///
  /// A value that is 0 by cancellation agrees at no precision; its error exponent shows how small it is. Not a number
  /// (outside a function's domain) has no digits; an infinite value counts as divergent.
  public func estimates(at point: [Rational], digits: Int) -> [Estimate] {
    proven(at: point, digits: digits)
      ?? estimates(digits: digits) { (machine: inout Machine) in machine.bind(parameters: point) }
  }

  /// The values in ball arithmetic; nil unless every one is proven to have the digits.
  private func proven(at point: [Rational], digits: Int) -> [Estimate]? {
    guard tape.isProvable else { return nil }
    let precision = PieceIntegration.rounded(Int(Double(digits + 6) * 3.322) + 24)
    let machine = BallMachine(tape, parameters: point, precision: precision)
    var found: [Estimate] = []
    for slot in tape.outputSlots {
      guard let outcome = machine.outcome(slot), !outcome.scale.isZero || outcome.errorExponent == Int.min else {
        return nil
      }
      let estimate = Estimate(outcome, digits: digits)
      guard estimate.digits >= digits else { return nil }
      found.append(estimate)
    }
    return found
  }

  /// The same at a point given by floating-point numbers, which are taken as exact.
  public func estimates(at point: [Real], digits: Int) -> [Estimate] {
    estimates(digits: digits) { (machine: inout Machine) in machine.bind(parameters: point) }
  }

  private func estimates(digits: Int, _ bind: (inout Machine) -> Void) -> [Estimate] {
    var precision = PieceIntegration.rounded(Int(Double(digits + 6) * 3.322) + 8)
    var previous = values(precision, isPerturbed: true, bind)
    var next = precision + max(64, precision / 2)
    while true {
      let better = values(next, isPerturbed: false, bind)
      // An exact zero keeps shrinking with the precision; a thousand bits of cancellation settle it. So they do where a
      // difference that has come to 0 makes a logarithm or a quotient of it infinite.
      let settling = Self.settlingBits + 8 * digits
      let isSettled = next > settling
      if !isSettled, better.contains(where: { !$0.isFinite }) {
        precision = PieceIntegration.rounded(settling + 1)
        (previous, next) = (values(precision, isPerturbed: true, bind), precision + 64)
        continue
      }
      let found = zip(previous, better).map { Self.estimate($0, $1, digits: digits, isSettled: isSettled) }
      if next > Self.largestPrecision || found.allSatisfy({ $0.status != .limit || (isSettled && $0.value.isNaN) }) {
        return found
      }
      if isSettled, !found.contains(where: { Self.isLost($0, digits) }) { return found }
      // Where the digits lost show, the next pair is the one that has them.
      let enough = Self.missingDigits(found, digits).map {
        PieceIntegration.rounded(precision + Int(Double($0 + 2) * 3.322))
      }
      if let enough, enough > next, enough <= Self.largestPrecision {
        (precision, previous) = (enough, values(enough, isPerturbed: true, bind))
        next = enough + 64
      } else {
        (precision, previous) = (next, values(next, isPerturbed: true, bind))
        next = enough.map { max($0, next) + 64 } ?? next + max(64, next / 2)
      }
    }
  }

  /// The most digits that a value still lacks; nil if some value has none yet, so that its loss is not known.
  private static func missingDigits(_ found: [Estimate], _ digits: Int) -> Int? {
    let open = found.filter { $0.status == .limit && !$0.value.isNaN }
    return open.contains { $0.digits < 2 } ? nil : open.map { digits - $0.digits }.max()
  }

  private func values(_ precision: Int, isPerturbed: Bool, _ bind: (inout Machine) -> Void) -> [Real] {
    var machine = Machine(tape, precision: precision, extra: isPerturbed ? Machine.perturbingRegisters : 0)
    if isPerturbed { machine.bindPerturbed(bind) } else { bind(&machine) }
    return (0..<tape.outputCount).map { machine.output($0) }
  }

  private static func estimate(_ rough: Real, _ better: Real, digits: Int, isSettled: Bool) -> Estimate {
    if better.isInfinite {
      return Estimate(
        value: better, digits: 0, status: !isSettled ? .limit : .divergent(sign: better.isNegative ? -1 : 1),
        absoluteErrorExponent10: Int.max, scale: better)
    }
    if better.isNaN {
      return Estimate(value: better, digits: 0, status: .limit, absoluteErrorExponent10: Int.max, scale: better)
    }
    let change = (rough - better).magnitude
    // At the lower precision the value may have been lost altogether.
    if !change.isFinite {
      return Estimate(value: better, digits: 0, status: .limit, absoluteErrorExponent10: Int.max, scale: better)
    }
    let rounding = better.isZero ? Int.min : better.exponent10 + 2 - Int(Double(rough.precision) * 0.301)
    let error = max(change.isZero ? Int.min : change.exponent10 + 1, rounding)
    let agreed = Estimate.digits(errorExponent10: error, scale: better.magnitude, precision: better.precision)
    // A sum that cancels exactly is small at the lower precision too.
    let isZero = better.isZero && (isSettled ? error < -digits : error == Int.min)
    return Estimate(
      value: better, digits: agreed, status: agreed >= digits || isZero ? .converged : .limit,
      absoluteErrorExponent10: error, scale: better.magnitude)
  }
}
