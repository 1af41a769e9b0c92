/// The kinds of node that an `ExpressionStore` holds; everything else is a call of a function of the table.
public enum Operator: UInt8, Sendable {
  /// An exact rational number.
  case number
  /// A named symbol.
  case symbol
  /// `t_1 + ... + t_n` with n ≥ 2, sorted, at most one number (first), no two terms alike.
  case sum
  /// `c * f_1 * ... * f_n`, sorted by base, at most one number (first), no two factors with the same base.
  case product
  /// `base ^ exponent`.
  case power
  /// A function of the function table applied to its arguments; constants are functions without arguments.
  case call
}
