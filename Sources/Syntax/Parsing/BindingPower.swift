/// How tightly the operators bind; a larger number binds tighter.
enum BindingPower {
  static let lowest = 0
  static let sum = 10
  static let product = 20
  /// `-x^2` is `-(x^2)` and `-x*y` is `(-x)*y`.
  static let sign = 25
  /// Right-associative: the exponent is read with one less.
  static let power = 30
}
