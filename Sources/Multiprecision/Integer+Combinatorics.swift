internal import CMPFR

extension Integer {
  /// The product `1 * 2 * ... * n`; `n` must not be negative.
  public static func factorial(_ n: Int) -> Integer {
    precondition(n >= 0, "the factorial of a negative integer has a pole")
    return Integer(computing: { __gmpz_fac_ui($0, UInt(n)) })
  }

  /// The product `n (n - 2) (n - 4) ...` of positive factors; 1 for `n < 1`.
  public static func doubleFactorial(_ n: Int) -> Integer {
    if n < 1 { return 1 }
    return Integer(computing: { __gmpz_2fac_ui($0, UInt(n)) })
  }

  /// The number of `k`-element subsets of an `n`-element set, continued to negative `n` by
  /// `binomial(-n, k) = (-1)^k binomial(n + k - 1, k)`; 0 for negative `k` (DLMF 1.2(i)).
  public static func binomial(_ n: Int, _ k: Int) -> Integer {
    if k < 0 || (n >= 0 && k > n) { return 0 }
    let top = Integer(n)
    let complement = n >= 0 ? Swift.min(k, n - k) : k
    return top.withGMP { value in Integer(computing: { __gmpz_bin_ui($0, value, UInt(complement)) }) }
  }
}
