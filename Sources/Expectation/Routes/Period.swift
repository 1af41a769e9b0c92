internal import Calculus
internal import Expressions

/// An angle u for the variable of a function of period 2π/w: `u = w (x - c) - φ`, over one period, which may begin anywhere.
struct Period {
  /// w.
  let speed: Expr
  /// u.
  let angle: Expr
  private let variable: Expr
  private let centre: Expr
  private var rotation: Rotation?
  private let simplifier: Simplifier
  private var store: ExpressionStore { simplifier.store }

  init(_ variable: Expr, from centre: Expr, speed: Expr, to angle: Expr, _ simplifier: Simplifier) {
    self.variable = variable
    self.centre = centre
    self.speed = speed
    self.angle = angle
    self.simplifier = simplifier
  }

  /// The same with another φ.
  func rotated(by rotation: Rotation?) -> Period {
    var result = self
    result.rotation = rotation
    return result
  }

  /// u in terms of x.
  var definition: Expr {
    store.difference(store.product([speed, store.difference(variable, centre)]), rotation?.angle ?? store.zero)
  }

  /// A function of x that depends on it through sines and cosines of w x alone, in terms of u.
  func applied(to g: Expr) -> Expr {
    let inverse = store.sum([centre, store.quotient(angle, speed)])
    let moved = simplifier.expandedAngles(store.substitute(g, [(variable, inverse)]))
    return rotation.map { simplifier.expandedLogarithms($0.applied(to: moved, of: angle, simplifier)) } ?? moved
  }
}
