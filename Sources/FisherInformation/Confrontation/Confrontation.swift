internal import Calculus
internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics

/// The closed forms of one model against independent integrals at one parameter point.
struct Confrontation {
  /// The integrals at one point, as quadrature or summation gave them.
  struct Integrals {
    let normalizer: Estimate
    let expectedScore: [Estimate]
    /// Lower triangle.
    let outer: [[Estimate]]
    /// Lower triangle.
    let negativeHessian: [[Estimate]]
  }

  let point: [Rational]
  let digits: Int
  let integrals: Integrals
  /// The values of the closed forms; nil where there is none.
  let expectedScore: [Real?]
  let outer: [[Real?]]
  let negativeHessian: [[Real?]]
  /// The values of further integrands, by handle.
  let further: [Expr: Estimate]
}
