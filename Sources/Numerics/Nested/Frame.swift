internal import Expressions
internal import Multiprecision

/// The set of one variable as it is where the variables before have values.
struct Frame {
  /// Evaluates, in this order, the bounds that are finite and the kinks or isolated values, or the points.
  let tape: Tape
  let set: IntegrationSet

  init(_ source: AxisProgram.Source) throws {
    let store = source.store
    set = source.remaining[0].set.withoutInfinities(store)
    let later = source.remaining.map(\.symbol)
    var compiler = TapeCompiler(store, parameters: source.parameters, variables: source.outer)
    switch set {
    case .interval(let lower, let upper, let kinks):
      // A kink whose place depends on a later variable is met there.
      known = kinks.filter { !store.containsAny($0, later) }
      tape = try compiler.compile([lower, upper].compactMap { $0 } + known)
    case .lattice(let lower, let upper):
      known = store.isolatedValues(of: source.logDensity, in: later[0]).filter { !store.containsAny($0, later) }
      landmarks = Landmarks(source, variable: later[0], rest: nil).places.filter { !store.containsAny($0, later) }
      tape = try compiler.compile([lower, upper].compactMap { $0 } + known + landmarks)
    case .finite(let points):
      known = []
      tape = try compiler.compile(points)
    }
  }

  private let known: [Expr]
  /// Where the terms of a sum may have a peak.
  private var landmarks: [Expr] = []

  /// Whether nothing cuts an interval.
  var hasNoKinks: Bool {
    guard case .interval(_, _, let kinks) = set else { return true }
    return kinks.isEmpty
  }

  /// Kinks closer than this are one.
  private static let leastDistance = 30

  /// The pieces between the bounds of an interval, cut at the kinks that lie strictly inside.
  func pieces(_ machine: borrowing Machine) -> [Piece] {
    guard case .interval(let lower, let upper, _) = set else { return [] }
    guard !known.isEmpty else { return [Piece(lower: lower, upper: upper)] }
    var next = 0
    func value() -> Real {
      defer { next += 1 }
      return machine.output(next)
    }
    let least = lower.map { _ in value() }
    let greatest = upper.map { _ in value() }
    var inside: [(value: Real, kink: Expr)] = known.map { (value(), $0) }.filter { value, _ in
      value.isFinite && (least.map { value > $0 } ?? true) && (greatest.map { value < $0 } ?? true)
    }
    inside.sort { $0.value < $1.value }
    var pieces: [Piece] = []
    var previous: (value: Real?, bound: Expr?) = (nil, lower)
    for (value, kink) in inside {
      if let last = previous.value, last.relativeDigits(agreeingWith: value) >= Self.leastDistance { continue }
      pieces.append(Piece(lower: previous.bound, upper: kink))
      previous = (value, kink)
    }
    return pieces + [Piece(lower: previous.bound, upper: upper)]
  }

  /// The integers between which a lattice lies, nil being infinite.
  ///
  /// - Throws: `UndefinedIntegrand.bounds` if a bound is no integer.
  func integers(_ machine: borrowing Machine, _ names: IntegrandNames) throws -> (lower: Int?, upper: Int?) {
    guard case .lattice(let lower, let upper) = set else { return (nil, nil) }
    let first = lower == nil ? nil : try Self.integer(machine.output(0), names)
    let last = upper == nil ? nil : try Self.integer(machine.output(lower == nil ? 0 : 1), names)
    return (first, last)
  }

  /// The integers of a lattice at which terms may be unlike those next to them.
  func isolatedIntegers(_ machine: borrowing Machine) -> [Int] {
    guard case .lattice(let lower, let upper) = set else { return [] }
    let first = [lower, upper].count { $0 != nil }
    var places: Set<Int> = []
    for position in known.indices {
      let value = machine.output(first + position).doubleValue.rounded()
      if value.magnitude < Self.largestInteger { places.insert(Int(value)) }
    }
    return places.sorted()
  }

  /// The integers of a lattice near which terms may be largest.
  func landmarkIntegers(_ machine: borrowing Machine) -> [Int] {
    guard case .lattice(let lower, let upper) = set else { return [] }
    let first = [lower, upper].count { $0 != nil } + known.count
    let values = landmarks.indices.map { machine.output(first + $0).doubleValue.rounded() }
    return values.filter { $0.magnitude < Self.largestInteger }.map { Int($0) }
  }

  private static let largestInteger = 0x1p50

  private static func integer(_ value: Real, _ names: IntegrandNames) throws -> Int {
    var registers = Registers(count: 2, precision: 128)
    registers.set(0, value)
    // A bound such as 3*(1/3) that is an integer only up to rounding is accepted.
    registers.set(1, registers.double(0).rounded())
    let whole = registers.integer(1)
    registers.subtract(0, 0, 1)
    guard let whole, whole.magnitude < 1 << 50, registers.isZero(0) || registers.exponent(0) < -80 else {
      throw UndefinedIntegrand.bounds(variable: names.variable)
    }
    return whole
  }
}

extension IntegrationSet {
  /// The set with nil for infinite bounds.
  func withoutInfinities(_ store: ExpressionStore) -> IntegrationSet {
    func finite(_ bound: Expr?) -> Expr? {
      guard let bound, bound != store.infinity, bound != store.negated(store.infinity) else { return nil }
      return bound
    }
    return switch self {
    case .interval(let lower, let upper, let kinks):
      .interval(lower: finite(lower), upper: finite(upper), kinks: kinks)
    case .lattice(let lower, let upper): .lattice(lower: finite(lower), upper: finite(upper))
    case .finite: self
    }
  }

  /// The set with a transformation applied to each expression in it.
  func mapExpressions(_ transform: (Expr) -> Expr) -> IntegrationSet {
    switch self {
    case .interval(let lower, let upper, let kinks):
      .interval(lower: lower.map(transform), upper: upper.map(transform), kinks: kinks.map(transform))
    case .lattice(let lower, let upper): .lattice(lower: lower.map(transform), upper: upper.map(transform))
    case .finite(let points): .finite(points.map(transform))
    }
  }
}
