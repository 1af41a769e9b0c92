/// Functions that are 1 or 0 by the sign of their argument, exactly.
extension RealFunction {
  /// 1 for a positive argument, else 0.
  public static let positive = unary { $0.set($1, whether: $0.sign($2) > 0, unlessNaN: $2) }
  /// 1 for an argument that is positive or zero, else 0.
  public static let nonnegative = unary { $0.set($1, whether: $0.sign($2) >= 0, unlessNaN: $2) }
}

extension Registers {
  fileprivate mutating func set(_ dst: Int, whether holds: Bool, unlessNaN a: Int) {
    if isNaN(a) { setNaN(dst) } else { set(dst, integer: holds ? 1 : 0) }
  }
}
