internal import Expressions

/// A name for a formula in the functions of the language, which takes its place as it is read: `sigmoid(w*x)` is
/// `1/(1 + exp(-w*x))`.
///
/// Functions proper have rules, derivatives and evaluators of their own; these have none and need none.
struct Shorthand: Sendable {
  let names: [String]
  let parameters: [String]
  let formula: String

  private init(_ names: [String], _ formula: String, of parameters: [String] = ["x"]) {
    (self.names, self.formula, self.parameters) = (names, formula, parameters)
  }

  static let all = [
    Shorthand(["sigmoid", "expit"], "1/(1 + exp(-x))"), Shorthand(["softplus"], "log(1 + exp(x))"),
    Shorthand(["logit"], "log(x/(1 - x))"), Shorthand(["log1p"], "log(1 + x)"), Shorthand(["expm1"], "exp(x) - 1"),
    Shorthand(["log2"], "log(x)/log(2)"), Shorthand(["log10"], "log(x)/log(10)"),
    Shorthand(["sec"], "1/cos(x)"), Shorthand(["csc"], "1/sin(x)"), Shorthand(["cot"], "cos(x)/sin(x)"),
    Shorthand(["sech"], "1/cosh(x)"), Shorthand(["csch"], "1/sinh(x)"), Shorthand(["coth"], "cosh(x)/sinh(x)"),
    Shorthand(["max"], "(a + b + abs(a - b))/2", of: ["a", "b"]),
    Shorthand(["min"], "(a + b - abs(a - b))/2", of: ["a", "b"]),
  ]

  /// The shorthand of a name.
  static func named(_ name: String) -> Shorthand? { all.first { $0.names.contains(name) } }

  /// The formula with arguments for its parameters.
  func formula(with arguments: [Expr], in store: ExpressionStore) -> Expr? {
    guard let formula = try? store.parse(formula) else { return nil }
    return store.substitute(formula, zip(parameters, arguments).map { (store.symbol($0), $1) })
  }
}
