public import Expressions

/// A change of variable x = x(u), one to one from the range of u onto the range of x.
public struct Substitution {
  /// The stable name of its kind, e.g. `substitution.affine`.
  public let id: String
  /// The new variable.
  public let variable: Expr
  /// u in terms of x.
  public let forward: Expr
  /// x in terms of u.
  public let inverse: Expr
  /// log |dx/du|; zero on a lattice.
  public let logJacobian: Expr
  /// The range of u.
  public let image: NumberSet
  /// Functions of x that are put in as functions of u before x itself is, e.g. sqrt(1 + x^2) = (u + 1/u)/2.
  public let shortcuts: [(Expr, Expr)]

  /// Creates a change of variable.
  public init(
    id: String, variable: Expr, forward: Expr, inverse: Expr, logJacobian: Expr, image: NumberSet,
    shortcuts: [(Expr, Expr)] = []
  ) {
    self.id = id
    self.variable = variable
    self.forward = forward
    self.inverse = inverse
    self.logJacobian = logJacobian
    self.image = image
    self.shortcuts = shortcuts
  }

  /// Whether nothing changes but the name.
  public var isIdentity: Bool { inverse == variable }

  /// A function of x in terms of u.
  func applied(to g: Expr, of x: Expr, in store: ExpressionStore) -> Expr {
    let shortened = shortcuts.isEmpty ? g : store.substitute(g, shortcuts)
    return store.substitute(shortened, [(x, inverse)])
  }
}
