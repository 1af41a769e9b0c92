internal import CMPFR

/// Upper halves of products of fractions of equally many limbs.
///
/// The highest 70 % of both factors are multiplied as a whole, what remains by the same rule; with schoolbook products that
/// saves a third. Source: T. Mulders, On short multiplications and divisions, AAECC 11 (2000) 69-88.
enum FixedPointProduct {
  /// Below this the whole product takes less time.
  private static let shortest = 20

  /// Stores into `product[n..<2n]` the upper half of `a b`, less a few units of its last place; destroys `product[0..<n]`.
  ///
  /// What is left out, and the lower halves of both parts, cost `e(n) = 3 + 2 e(3 n/10)` units: 3 below 67 limbs, 9 below 223.
  static func upperHalf(
    _ product: UnsafeMutablePointer<mp_limb_t>, _ a: UnsafePointer<mp_limb_t>, _ b: UnsafePointer<mp_limb_t>,
    limbs n: Int
  ) {
    guard n >= shortest else {
      __gmpn_mul_n(product, a, b, n)
      return
    }
    let (high, low) = parts(n)
    __gmpn_mul_n(product + 2 * low, a + low, b + low, high)
    upperHalf(product, a, b + high, limbs: low)
    __gmpn_add(product + n, product + n, n, product + low, low)
    upperHalf(product, b, a + high, limbs: low)
    __gmpn_add(product + n, product + n, n, product + low, low)
  }

  /// Stores into `product[n..<2n]` the upper half of the square of `a`, as `upperHalf` does.
  static func upperHalfOfSquare(
    _ product: UnsafeMutablePointer<mp_limb_t>, _ a: UnsafePointer<mp_limb_t>, limbs n: Int
  ) {
    guard n >= shortest else {
      __gmpn_sqr(product, a, n)
      return
    }
    let (high, low) = parts(n)
    __gmpn_sqr(product + 2 * low, a + low, high)
    upperHalf(product, a, a + high, limbs: low)
    for _ in 0..<2 { __gmpn_add(product + n, product + n, n, product + low, low) }
  }

  private static func parts(_ n: Int) -> (high: Int, low: Int) {
    let low = n * 3 / 10
    return (n - low, low)
  }
}
