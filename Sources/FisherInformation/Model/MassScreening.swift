internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// Integrates densities numerically to few digits, to tell which readings of a model can be right.
struct MassScreening {
  /// What a density integrates to at one point.
  enum Mass {
    case finite(Real)
    /// The integral diverges, or the density is no finite number somewhere on the support.
    case none
    /// The work limit was reached first.
    case undecided

    /// Whether the mass is 1 as far as the digits go.
    var isOne: Bool {
      if case .finite(let value) = self { return MassScreening.agree(value, Real(1)) }
      return false
    }

    var value: Real? {
      if case .finite(let value) = self { return value }
      return nil
    }
  }

  private static let digits = 12
  /// Two masses count as equal if they agree to this many digits.
  private static let agreedDigits = 9

  let store: ExpressionStore
  let formulas: FunctionFormulas
  let limits: WorkLimits
  /// How many times the evaluations are allowed where integrals are nested.
  private static let nestedNodes = 16

  /// The point of a pattern; nil where the domain has no such point.
  func point(_ reading: Reading, _ pattern: SamplePattern) -> [Rational]? {
    SamplePoints(of: reading.symbols, assumptions: reading.assumptions).point(pattern)
  }

  /// Whether the mass of a reading is 1 at a point, by doubles where they settle it; unknown where nothing does.
  func isNormalized(_ reading: Reading, at point: [Rational]) -> Truth {
    switch roughly(reading, at: point) {
    case .yes: return .yes
    case .no: return .no
    case .unknown: break
    }
    let mass = mass(reading, at: point)
    if case .undecided = mass { return .unknown }
    return mass.isOne ? .yes : .no
  }

  /// Whether the mass is 1 as far as machine doubles tell.
  func roughly(_ reading: Reading, at point: [Rational]) -> Truth {
    guard let rough = RoughMass(store: store, reading: reading, formulas: formulas).mass(at: point) else {
      return .unknown
    }
    return rough.isOne ? .yes : rough.isNotOne ? .no : .unknown
  }

  /// A second point at which the mass is finite and not 1, to tell a mass that is 1 at the typical point by accident; nil
  /// where there is none, or doubles do not suspect it.
  func refutingPoint(_ reading: Reading) -> [Rational]? {
    guard let point = point(reading, .small), roughly(reading, at: point) == .no,
      case .finite(let value) = mass(reading, at: point), !Self.agree(value, Real(1))
    else { return nil }
    return point
  }

  /// The mass of a reading at a point, to twelve digits.
  func mass(_ reading: Reading, at point: [Rational]) -> Mass {
    guard DecayTest(store: store, reading: reading).isPassed(at: point) else { return .none }
    do {
      let integrals = try SupportIntegrals(reading.setting(formulas), [store.one], parameters: reading.symbols)
      var work = limits
      // A rule nested in another multiplies the nodes.
      if reading.observed.count > 1 { work.maximumEvaluations *= Self.nestedNodes }
      let estimate = try integrals.evaluate(at: point, digits: Self.digits, limits: work)[0]
      guard estimate.isFinite, estimate.value.isFinite else { return .none }
      return estimate.digits >= Self.agreedDigits ? .finite(estimate.value) : .undecided
    } catch is UndefinedIntegrand {
      return .none
    } catch {
      return .undecided
    }
  }

  /// Whether two masses agree as far as the digits go.
  static func agree(_ a: Real, _ b: Real) -> Bool { a.relativeDigits(agreeingWith: b) >= agreedDigits }
}
