internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The mass of a density in machine doubles, found in a fraction of a millisecond: enough to tell that it is not 1.
///
/// The trapezoidal rule after a change of variable that makes the ends fall off; two step widths have to agree. Source: L. N.
/// Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56, 2014.
struct RoughMass {
  /// A mass and how far it can be trusted.
  struct Value {
    let mass: Double
    let error: Double
    /// Whether a sum was broken off because it is too large already.
    var isLowerBound = false

    /// Whether the mass is 1 as far as doubles tell.
    var isOne: Bool { abs(mass - 1) < 1e-6 && error < 1e-6 }
    /// Whether the mass is certainly not 1.
    var isNotOne: Bool { abs(mass - 1) > 0.02 + 20 * error }
  }

  /// The step of the rule, a power of two, and the largest number of terms of a sum.
  private static let step = 0.125
  private static let maximumTerms = 3000

  let store: ExpressionStore
  let reading: Reading
  let formulas: FunctionFormulas

  /// The mass at a point; nil where doubles do not settle it.
  func mass(at point: [Rational]) -> Value? {
    guard reading.observed.count == 1, let variable = reading.observed.first else { return nil }
    let parameters = point.map(\.doubleValue)
    guard let mass = mass(over: variable, parameters) else { return nil }
    return variable.atoms.isEmpty ? mass : adding(atomicMass(parameters), to: mass)
  }

  /// The mass but for single points of an interval.
  private func mass(over variable: ObservedVariable, _ parameters: [Double]) -> Value? {
    switch variable.range {
    case .finite(let values): return sum(over: values, parameters)
    case .lattice(let lower?, let upper): return sum(from: lower, to: upper, parameters)
    case .lattice(nil, _), .interval(nil, _?, _, _): return nil
    case .reals: return integral(from: -20, to: 20, wholeLine(variable.symbol), parameters)
    case .interval(let lower?, nil, _, _):
      return integral(from: -40, to: 30, halfLine(variable.symbol, lower), parameters)
    case .interval(let lower?, let upper?, _, _):
      return integral(from: -30, to: 30, segment(variable.symbol, lower, upper), parameters)
    case .interval(nil, nil, _, _): return integral(from: -20, to: 20, wholeLine(variable.symbol), parameters)
    }
  }

  // MARK: Integrals

  /// A substitution with the logarithm of its derivative; the variable's own symbol becomes the new variable.
  private typealias Map = (value: Expr, logDerivative: Expr)

  private func wholeLine(_ u: Expr) -> Map {
    let (rise, fall) = (store.exp(u), store.exp(store.negated(u)))
    return (store.difference(rise, fall), store.log(store.sum([rise, fall])))
  }

  private func halfLine(_ u: Expr, _ lower: Expr) -> Map { (store.sum([lower, store.exp(u)]), u) }

  private func segment(_ u: Expr, _ lower: Expr, _ upper: Expr) -> Map {
    let length = store.difference(upper, lower)
    let denominator = store.sum([store.one, store.exp(store.negated(u))])
    let logDerivative = store.sum([
      store.log(length), store.negated(u), store.product([store.integer(-2), store.log(denominator)]),
    ])
    return (store.sum([lower, store.quotient(length, denominator)]), logDerivative)
  }

  private func integral(from first: Double, to last: Double, _ map: Map, _ parameters: [Double]) -> Value? {
    let variable = reading.observed[0].symbol
    let logDensity = store.substitute(reading.logDensity, [(variable, map.value)])
    guard var machine = machine(store.exp(store.sum([logDensity, map.logDerivative])), isLattice: false) else {
      return nil
    }
    machine.bind(parameters: parameters)
    func value(_ u: Double) -> Double {
      machine.run(variables: [u])
      return machine.output(0)
    }
    // A coarse look tells where the mass lies; most of a long range holds none.
    let coarse = stride(from: first, through: last, by: 1).map(value)
    guard coarse.allSatisfy(\.isFinite), let peak = coarse.max(), peak > 0,
      let start = coarse.firstIndex(where: { $0 > 1e-12 * peak }),
      let end = coarse.lastIndex(where: { $0 > 1e-12 * peak })
    else { return nil }
    let (low, high) = (max(first, first + Double(start) - 2), min(last, first + Double(end) + 2))
    var (even, odd, atEnds) = (0.0, 0.0, 0.0)
    let count = Int((high - low) / Self.step)
    for i in 0...count {
      let density = value(low + Double(i) * Self.step)
      guard density.isFinite else { return nil }
      if i < 4 || i > count - 4 { atEnds = max(atEnds, density) }
      if i.isMultiple(of: 2) { even += density } else { odd += density }
    }
    let mass = (even + odd) * Self.step
    // What lies beyond the ends is of the size of the values there, times the length over which they fall off.
    let error = abs(even - odd) * Self.step + 40 * atEnds
    return mass > 0 && error < 0.05 * mass ? Value(mass: mass, error: error) : nil
  }

  // MARK: Single points

  private func adding(_ atoms: Double?, to rest: Value) -> Value? {
    atoms.map { Value(mass: rest.mass + $0, error: rest.error, isLowerBound: rest.isLowerBound) }
  }

  /// The probabilities of single points of an interval.
  private func atomicMass(_ parameters: [Double]) -> Double? {
    let setting = reading.setting(formulas)
    let densities = setting.parts.dropFirst().map { store.exp($0.restricted(setting.logDensity)) }
    guard var machine = machine(store.sum(Array(densities)), isLattice: true) else { return nil }
    machine.bind(parameters: parameters)
    machine.run(variables: [0])
    return machine.output(0).isFinite ? machine.output(0) : nil
  }

  // MARK: Sums

  private func sum(over values: [Expr], _ parameters: [Double]) -> Value? {
    let numbers = values.compactMap(store.numberValue)
    guard numbers.count == values.count, var machine = machine(store.exp(reading.logDensity), isLattice: true) else {
      return nil
    }
    machine.bind(parameters: parameters)
    var mass = 0.0
    for number in numbers {
      machine.run(variables: [number.doubleValue])
      mass += machine.output(0)
    }
    return mass.isFinite ? Value(mass: mass, error: 1e-12 * mass) : nil
  }

  private func sum(from lower: Expr, to upper: Expr?, _ parameters: [Double]) -> Value? {
    guard let first = store.numberValue(lower)?.doubleValue,
      var machine = machine(store.exp(reading.logDensity), isLattice: true)
    else { return nil }
    let last: Double? =
      if let upper {
        if let position = reading.symbols.firstIndex(of: upper) {
          parameters[position]
        } else {
          store.numberValue(upper)?.doubleValue
        }
      } else { Double.infinity }
    guard let last else { return nil }
    machine.bind(parameters: parameters)
    var (mass, previous, k) = (0.0, 0.0, first)
    while k <= last, k - first < Double(Self.maximumTerms) {
      machine.run(variables: [k])
      let term = machine.output(0)
      guard term.isFinite else { return nil }
      mass += term
      // A divergent or too large sum needs no tail.
      if mass > 3 { return Value(mass: mass, error: 0, isLowerBound: true) }
      if term < previous, term < 1e-12 * mass { return Value(mass: mass, error: 1e-9 * mass) }
      previous = term
      k += 1
    }
    return k > last ? Value(mass: mass, error: 1e-12 * mass) : nil
  }

  private func machine(_ output: Expr, isLattice: Bool) -> DoubleMachine? {
    var compiler = TapeCompiler(
      store, parameters: reading.symbols, variables: reading.observed.map(\.symbol), isLattice: isLattice)
    guard let tape = try? compiler.compile([output]) else { return nil }
    return DoubleMachine(tape)
  }
}
