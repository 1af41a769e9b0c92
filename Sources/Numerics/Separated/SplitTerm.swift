internal import Expressions

/// A product of a factor without a variable and one with no other variable.
struct SplitTerm: Hashable {
  /// The factor without the variable; factors of parameters alone are here.
  var rest: Expr
  /// The factor in the variable.
  var own: Expr
}
