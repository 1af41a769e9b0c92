internal import Multiprecision

/// A rational combination of distinct monomials of a store plus a constant: what a sign proof computes with.
///
/// A monomial is a canonical product without numeric coefficient; unlike a sum of the store, a linear form has its products
/// of sums multiplied out.
struct LinearForm {
  private(set) var constant: Rational
  private(set) var terms: [(monomial: Expr, coefficient: Rational)] = []
  private var positions: [Expr: Int] = [:]

  /// A constant form.
  init(_ constant: Rational = Rational(0)) {
    self.constant = constant
  }

  /// Whether no monomial is left.
  var isConstant: Bool { terms.allSatisfy { $0.coefficient.isZero } }

  /// The monomials that occur, with their coefficients, in the order in which they were met.
  var support: [(monomial: Expr, coefficient: Rational)] { terms.filter { !$0.coefficient.isZero } }

  /// The coefficient of a monomial.
  func coefficient(of monomial: Expr) -> Rational {
    positions[monomial].map { terms[$0].coefficient } ?? Rational(0)
  }

  /// Adds a multiple of a monomial; the monomial 1 is the constant.
  mutating func add(_ coefficient: Rational, _ monomial: Expr, in store: ExpressionStore) {
    if monomial == store.one {
      constant = constant + coefficient
    } else if let position = positions[monomial] {
      terms[position].coefficient = terms[position].coefficient + coefficient
    } else {
      positions[monomial] = terms.count
      terms.append((monomial, coefficient))
    }
  }

  /// Adds a multiple of another form.
  mutating func add(_ factor: Rational, _ other: LinearForm, in store: ExpressionStore) {
    constant = constant + factor * other.constant
    for (monomial, coefficient) in other.terms where !coefficient.isZero {
      add(factor * coefficient, monomial, in: store)
    }
  }

  /// The sum of two forms.
  func adding(_ other: LinearForm, in store: ExpressionStore) -> LinearForm {
    var result = self
    result.add(Rational(1), other, in: store)
    return result
  }

  /// The form times a number.
  func scaled(by factor: Rational, in store: ExpressionStore) -> LinearForm {
    var result = LinearForm()
    result.add(factor, self, in: store)
    return result
  }

  /// The form times -1.
  func negated(in store: ExpressionStore) -> LinearForm { scaled(by: Rational(-1), in: store) }

  /// The product of two forms, multiplied out; nil where it would have more than `limit` monomials.
  func multiplied(by other: LinearForm, in store: ExpressionStore, limit: Int = 64) -> LinearForm? {
    var result = LinearForm(constant * other.constant)
    let left = support
    let right = other.support
    guard (left.count + 1) * (right.count + 1) <= 4 * limit else { return nil }
    for (monomial, coefficient) in left where !other.constant.isZero {
      result.add(coefficient * other.constant, monomial, in: store)
    }
    for (monomial, coefficient) in right where !constant.isZero {
      result.add(coefficient * constant, monomial, in: store)
    }
    for (a, p) in left {
      for (b, q) in right {
        let (factor, monomial) = store.coefficientAndRest(store.product([a, b]))
        result.add(p * q * factor, monomial, in: store)
      }
    }
    return result.support.count <= limit ? result : nil
  }

  /// The factor t with `self = t * other`, if there is one.
  func ratio(to other: LinearForm) -> Rational? {
    let mine = support
    let others = other.support
    guard mine.count == others.count, let first = others.first else { return nil }
    let t = coefficient(of: first.monomial) / first.coefficient
    guard !t.isZero, constant == t * other.constant else { return nil }
    return others.allSatisfy { coefficient(of: $0.monomial) == t * $0.coefficient } ? t : nil
  }
}
