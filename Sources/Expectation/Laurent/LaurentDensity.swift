internal import Calculus
internal import Expressions

/// A log-density read as `s*log(v) + constant` with an integer s and one function v of the variable.
struct LaurentDensity {
  /// The function v.
  let base: Expr
  /// The exponent s.
  let exponent: Int
  /// What is free of the variable.
  let constant: Expr
  private let variable: Expr
  private let store: ExpressionStore

  /// Reads a density; nil where it is of another form.
  init?(_ setting: DensitySetting, _ variable: Expr, maximumExponent: Int) {
    store = setting.store
    self.variable = variable
    var constant: [Expr] = []
    var power: (base: Expr, exponent: Int)?
    for term in store.terms(setting.simplifier.expanded(setting.logDensity)) {
      let (free, dependent) = store.split(term, over: variable)
      if dependent == store.one {
        constant.append(free)
      } else if power == nil, let argument = store.logarithmArgument(dependent), let s = store.integerValue(free),
        abs(s) <= maximumExponent
      {
        power = (argument, s)
      } else {
        return nil
      }
    }
    guard let power else { return nil }
    (base, exponent) = power
    self.constant = store.sum(constant)
  }

  /// The value of v at a point.
  func base(at point: Expr) -> Expr { store.substitute(base, [(variable, point)]) }
}
