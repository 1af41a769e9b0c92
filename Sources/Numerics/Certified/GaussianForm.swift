internal import Expressions
internal import Multiprecision

/// Polynomials times the exponential of a quadratic polynomial over the whole line, seen from the place of the maximum:
/// `e^(p - alpha u^2) sum_j q_j u^j` with `u = x - c`.
struct GaussianForm {
  /// Evaluates alpha, c, p, and the coefficients `q_j` of the density's own 1 and of the integrands.
  let tape: Tape
  /// The numbers of coefficients.
  let lengths: [Int]

  /// Nil where density or integrands are not of this form.
  init?(_ source: AxisProgram.Source) throws {
    let store = source.store
    let variable = source.remaining[0].symbol
    guard let exponent = PolynomialForm(source.logDensity, in: variable, store), exponent.degree == 2 else {
      return nil
    }
    let alpha = store.negated(exponent[2])
    let centre = store.quotient(exponent[1], store.product([store.number(2), alpha]))
    let peak = store.sum([exponent[0], store.product([alpha, store.power(centre, store.number(2))])])
    var outputs = [alpha, centre, peak, store.one]
    var lengths = [1]
    for integrand in source.integrands {
      guard let polynomial = PolynomialForm(integrand, in: variable, store) else { return nil }
      lengths.append(polynomial.degree + 1)
      for power in 0...polynomial.degree {
        outputs.append(
          store.sum(
            (power...polynomial.degree).map { k in
              store.product([
                store.number(Rational(Integer.binomial(k, power))), polynomial[k],
                store.power(centre, store.number(Rational(k - power))),
              ])
            }))
      }
    }
    self.lengths = lengths
    var compiler = TapeCompiler(store, parameters: source.parameters, variables: [Expr]())
    tape = try compiler.compile(outputs)
  }
}
