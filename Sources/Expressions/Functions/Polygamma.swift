internal import Multiprecision

extension FunctionDefinition {
  /// The derivative of order n of digamma (DLMF 5.15).
  static let polygamma = FunctionDefinition(
    name: "polygamma", parameters: ["n", "x"], domain: ["n >= 0", "x > 0"],
    derivative: ["", "polygamma(n + 1, x)"],
    values: [
      "polygamma(0, x) = digamma(x)", "polygamma(1, x) = trigamma(x)", "polygamma(2, 1) = -2*zeta(3)",
      "polygamma(2, 1/2) = -14*zeta(3)", "polygamma(3, 1) = pi^4/15", "polygamma(3, 1/2) = pi^4",
      "polygamma(4, 1) = -24*zeta(5)", "polygamma(4, 1/2) = -744*zeta(5)",
    ],
    identities: ["polygamma(n, x + 1) = polygamma(n, x) + (-1)^n*factorial(n)*x^(-n-1)"],
    notation: FunctionNotation(latex: #"\psi"#, mathML: "ψ", unicode: "ψ", style: .superscriptedCall),
    script: FunctionScript(
      mpmath: "polygamma(int(n), x)", pari: "if(n == 0, psi(x), (-1)^(n + 1)*n!*zetahurwitz(n + 1, x))"),
    evaluate: .polygamma,
    increment: { store, arguments in
      guard let n = store.integerValue(arguments[0]), n >= 0, n <= 100 else { return nil }
      let factorial = store.number(Rational(Integer.factorial(n)))
      let power = store.product([factorial, store.power(arguments[1], store.integer(-n - 1))])
      return n.isMultiple(of: 2) ? power : store.negated(power)
    })
}
