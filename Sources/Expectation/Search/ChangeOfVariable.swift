internal import Expressions

/// Substitutions made one after another, from the observed variable to the variable of a kernel.
struct ChangeOfVariable {
  /// The observed variable.
  let observed: Expr
  /// The substitutions in the order in which they are made; each starts from the variable of the one before it.
  private(set) var stages: [(from: Expr, substitution: Substitution)] = []

  init(of observed: Expr) {
    self.observed = observed
  }

  /// The variable that is arrived at.
  var variable: Expr { stages.last?.substitution.variable ?? observed }

  /// The change followed by a further substitution.
  func followed(by substitution: Substitution) -> ChangeOfVariable {
    var result = self
    result.stages.append((variable, substitution))
    return result
  }

  /// A function of the observed variable in terms of the last one.
  func applied(to g: Expr, in store: ExpressionStore) -> Expr {
    stages.reduce(g) { $1.substitution.applied(to: $0, of: $1.from, in: store) }
  }

  /// The new variables, each in terms of the observed one.
  func definitions(in store: ExpressionStore) -> [(Expr, Expr)] {
    var result: [(Expr, Expr)] = []
    var current = observed
    for (from, substitution) in stages {
      current = store.substitute(substitution.forward, [(from, current)])
      result.append((substitution.variable, current))
    }
    return result
  }
}
