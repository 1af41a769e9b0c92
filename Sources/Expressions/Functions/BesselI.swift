extension FunctionDefinition {
  /// The modified Bessel function of the first kind (DLMF 10.25.2, 10.29).
  static let besseli = FunctionDefinition(
    name: "besseli", parameters: ["nu", "x"], domain: ["nu > -1", "x >= 0"], sign: .nonnegative,
    positiveWhere: ["x > 0", "nu = 0"],
    derivative: ["", "besseli(nu + 1, x) + nu/x*besseli(nu, x)"],
    values: [
      "besseli(0, 0) = 1", "besseli(1/2, x) = sqrt(2/(pi*x))*sinh(x)", "besseli(-1/2, x) = sqrt(2/(pi*x))*cosh(x)",
    ],
    identities: ["besseli(nu + 1, x) = besseli(nu - 1, x) - 2*nu/x*besseli(nu, x)"],
    notation: FunctionNotation(latex: "I", mathML: "I", unicode: "I", style: .subscriptedCall),
    script: FunctionScript(mpmath: "besseli(nu, x)", pari: "besseli(nu, x)"),
    evaluate: .besseli, namelessDerivatives: [0: { .besseliByOrder($0) }])
}
