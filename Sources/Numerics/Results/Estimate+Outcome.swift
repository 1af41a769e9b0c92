internal import Multiprecision

extension Estimate {
  /// The estimate that an outcome amounts to.
  init(_ outcome: PieceOutcome, digits wanted: Int) {
    if case .divergent(let sign) = outcome.status {
      self.init(
        value: Self.infinity(sign: sign), digits: 0, status: outcome.status, absoluteErrorExponent10: Int.max,
        scale: Self.infinity(sign: 1))
      return
    }
    let error = Self.believedExponent(outcome)
    let believed = min(
      Self.digits(errorExponent10: error, scale: outcome.scale, precision: outcome.value.precision), wanted)
    self.init(
      value: outcome.value, digits: outcome.scale.isZero && error == Int.min ? wanted : believed,
      status: outcome.status,
      absoluteErrorExponent10: error, scale: outcome.scale, isCertified: outcome.isCertified)
  }

  /// The exponent of the error that an outcome is given.
  private static func believedExponent(_ outcome: PieceOutcome) -> Int {
    let error = decimalExponent(outcome.errorExponent)
    guard outcome.status == .limit, error != Int.min, error != Int.max else { return error }
    return error + digitsOfChance
  }

  /// Levels of a rule that does not converge agree by chance on about so many digits.
  private static let digitsOfChance = 2

  /// The estimate times a number that is known more accurately.
  public func times(_ factor: Estimate, digits wanted: Int) -> Estimate {
    if factor.value == Real(1), factor.absoluteErrorExponent10 == Int.min { return self }
    if factor.value.isZero, factor.absoluteErrorExponent10 == Int.min || !isFinite {
      return Estimate(
        value: factor.value, digits: wanted, status: .converged, absoluteErrorExponent10: Int.min,
        scale: factor.value, isCertified: factor.isCertified)
    }
    if case .divergent(let sign) = status {
      let signed = factor.value.isNegative ? -sign : sign
      return Estimate(PieceOutcome(divergent: signed, like: value), digits: wanted)
    }
    guard factor.isFinite, factor.value.isFinite else {
      return Estimate(PieceOutcome(divergent: factor.value.isNegative ? -1 : 1, like: value), digits: wanted)
    }
    let magnitude = factor.value.magnitude
    let shifted = Self.shift(absoluteErrorExponent10, by: magnitude)
    let own = Self.shift(factor.absoluteErrorExponent10, by: scale)
    let scaled = scale * magnitude
    let product = value * factor.value
    let isProven = isCertified && factor.isCertified
    let error = isProven ? Self.sum(shifted, own, Self.rounding(product)) : max(shifted, own)
    return Estimate(
      value: product,
      digits: min(Self.digits(errorExponent10: error, scale: scaled, precision: value.precision), wanted),
      status: status, absoluteErrorExponent10: error, scale: scaled,
      isCertified: isProven)
  }

  /// The estimate divided by a mass, which is positive.
  public func divided(byMass mass: Estimate) -> Estimate {
    guard isFinite, mass.isFinite, !mass.value.isZero else { return self }
    let quotient = value / mass.value
    let inverse = Real(1) / mass.value
    let own = Self.shift(Self.shift(mass.absoluteErrorExponent10, by: inverse), by: quotient)
    let error = max(Self.shift(absoluteErrorExponent10, by: inverse), own)
    let shrunk = scale / mass.value
    let believed = Self.digits(errorExponent10: error, scale: shrunk, precision: value.precision)
    let worse: Status = status == .limit || mass.status == .limit ? .limit : .converged
    return Estimate(
      value: quotient, digits: min(digits, believed), status: worse, absoluteErrorExponent10: error, scale: shrunk)
  }

  /// The exponent of a bound for the rounding of a number.
  private static func rounding(_ value: Real) -> Int {
    value.isZero ? Int.min : value.exponent10 + 1 - Int(Double(value.precision) * 0.301)
  }

  /// The exponent of a bound for the sum of up to ten errors.
  private static func sum(_ exponents: Int...) -> Int {
    let largest = exponents.max() ?? Int.min
    return largest == Int.min || largest == Int.max ? largest : largest + 1
  }

  /// The exponent of an error that is multiplied by a number.
  private static func shift(_ exponent: Int, by factor: Real) -> Int {
    if exponent == Int.min || exponent == Int.max { return exponent }
    return factor.isZero ? Int.min : exponent + factor.exponent10 + 1
  }

  private static func infinity(sign: Int) -> Real {
    if sign == 0 { return Real(.nan) }
    return Real(sign < 0 ? -Double.infinity : Double.infinity)
  }

  /// An exponent `d` with `2^e <= 10^d`.
  static func decimalExponent(_ e: Int) -> Int {
    if e == Int.min || e == Int.max { return e }
    return Int((Double(e) * 0.301_029_995_664).rounded(.up))
  }
}

extension PieceOutcome {
  /// An integral that diverges with a sign.
  init(divergent sign: Int, like value: Real) {
    self.init(value: value, scale: value, errorExponent: Int.max, status: .divergent(sign: sign))
  }

  /// The sum of outcomes over disjoint pieces.
  static func + (a: PieceOutcome, b: PieceOutcome) -> PieceOutcome {
    let error = max(a.errorExponent, b.errorExponent)
    return PieceOutcome(
      value: a.value + b.value, scale: a.scale + b.scale,
      errorExponent: error == Int.min || error == Int.max ? error : error + 1, status: join(a.status, b.status),
      isCertified: a.isCertified && b.isCertified)
  }

  private static func join(_ a: Estimate.Status, _ b: Estimate.Status) -> Estimate.Status {
    switch (a, b) {
    case (.divergent(let x), .divergent(let y)): .divergent(sign: x == y ? x : 0)
    case (.divergent, _): a
    case (_, .divergent): b
    case (.limit, _), (_, .limit): .limit
    case (.converged, .converged): .converged
    }
  }
}
