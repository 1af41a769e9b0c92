internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The limits of closed forms at points at which their parts have poles that cancel.
struct RemovablePoints {
  /// How far from the point a limit is looked at, and to how many digits it has to be met there.
  private static let distance = Rational(Integer(1), Integer(10).power(20))
  private static let requiredDigits = 12

  private let simplifier: Simplifier
  private let symbols: [Expr]
  private var store: ExpressionStore { simplifier.store }

  /// - Parameter symbols: parameters and known constants, in the order of a point's values.
  init(_ simplifier: Simplifier, symbols: [Expr]) {
    self.simplifier = simplifier
    self.symbols = symbols
  }

  /// The limit as one symbol tends to its value, the others having theirs; nil where there is none, or none is found.
  func limit(of form: Expr, at point: [Rational], digits: Int) -> Estimate? {
    for position in symbols.indices where store.contains(form, symbols[position]) {
      // Next to the point the form has a value only if it is this symbol that makes the pole.
      var near = point
      near[position] = near[position] + Self.distance
      guard let value = value(of: form, symbols, at: near, digits)?.value, value.isFinite else { continue }
      let others = symbols.indices.filter { $0 != position }.map { (symbols[$0], store.number(point[$0])) }
      let curve = store.substitute(form, others)
      guard let limit = simplifier.limit(of: curve, as: symbols[position], to: store.number(point[position])),
        let number = self.value(of: limit, [], at: [], digits), number.value.isFinite,
        Agreement.digits(number.value, value, scale: value.magnitude > .one ? value.magnitude : .one, cap: digits)
          >= Self.requiredDigits
      else { continue }
      return number
    }
    return nil
  }

  private func value(of e: Expr, _ symbols: [Expr], at point: [Rational], _ digits: Int) -> Estimate? {
    let evaluator = try? ClosedFormEvaluator(store, expressions: [e], parameters: symbols)
    return evaluator?.estimates(at: point, digits: digits).first
  }
}
