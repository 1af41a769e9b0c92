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

  /// Creates a change of variable.
  public init(id: String, variable: Expr, forward: Expr, inverse: Expr, logJacobian: Expr, image: NumberSet) {
    self.id = id
    self.variable = variable
    self.forward = forward
    self.inverse = inverse
    self.logJacobian = logJacobian
    self.image = image
  }

  /// Whether nothing changes but perhaps the name.
  public var isIdentity: Bool { forward != variable && inverse == variable }
}
