internal import Expressions

/// What bounds the rest of an infinite sum: the ratio of neighbouring weights, a product of powers of linear functions of
/// the integer, and the integrands as polynomials in it.
struct GeometricTail {
  /// Evaluates, at an integer K, the ratio's factor of parameters; of each linear function `a k + b` the values of `a + b/k` in
  /// the limit and at K; and the coefficients of the polynomials.
  let tape: Tape
  /// The powers of the linear functions.
  let exponents: [Int]
  /// The numbers of coefficients of the integrands, the density's own 1 first.
  let lengths: [Int]

  /// Nil where ratio or integrands are not of this form.
  init?(_ source: AxisProgram.Source) throws {
    let store = source.store
    let variable = source.remaining[0].symbol
    guard source.remaining.count == 1, source.outer.isEmpty,
      let step = LatticeStep(store, logDensity: source.logDensity, integrands: [], variable: variable)
    else { return nil }
    var constant: [Expr] = []
    var ends: [Expr] = []
    var exponents: [Int] = []
    for factor in store.factors(step.ratio) {
      guard store.contains(factor, variable) else {
        constant.append(factor)
        continue
      }
      let (base, exponent) = store.baseAndExponent(factor)
      guard let n = store.integerValue(exponent), n.magnitude < 64,
        let linear = PolynomialForm(base, in: variable, store),
        linear.degree == 1
      else { return nil }
      exponents.append(n)
      ends += [linear[1], store.sum([linear[1], store.quotient(linear[0], variable)])]
    }
    var coefficients = [store.one]
    var lengths = [1]
    for integrand in source.integrands {
      guard let polynomial = PolynomialForm(integrand, in: variable, store) else { return nil }
      lengths.append(polynomial.degree + 1)
      coefficients += (0...polynomial.degree).map { polynomial[$0] }
    }
    (self.exponents, self.lengths) = (exponents, lengths)
    var compiler = TapeCompiler(store, parameters: source.parameters, variables: [variable], isLattice: true)
    tape = try compiler.compile([store.product(constant)] + ends + coefficients)
  }
}
