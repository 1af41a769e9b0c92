/// Temme's series for `K_mu(x)` and `K_(mu + 1)(x)` with `|mu| <= 1/2`, and the recurrence from there.
///
/// (N. M. Temme, On the numerical evaluation of the modified Bessel function of the third kind, J. Comput. Phys. 19, 1975.)
/// With `p_0 = (x/2)^-mu Gamma(1 + mu) / 2`, `q_0` the same at `-mu`, and `f_0 = (p_0 - q_0)/mu`, the sums of `c_k f_k` and
/// `c_k (p_k - k f_k)`, `c_k = (x^2/4)^k / k!`, are `K_mu` and `x/2 K_(mu + 1)`; upward recurrence is stable for K
/// (DLMF 10.29.1). The sums lose `2 x / log(2)` bits and `f_0` those of `1/mu`, which the registers have to spare.
struct BesselKSeries: ~Copyable {
  private var work: Registers
  private let spare: Int

  private static let sum = 0
  private static let next = 1
  private static let f = 2
  private static let p = 3
  private static let q = 4
  private static let weight = 5
  private static let quarter = 6
  private static let mu = 7
  private static let muSquared = 8
  private static let x = 9
  private static let t = 10..<14

  /// Reads the order (not negative) and the argument; the result is to have the precision of `outer`.
  init(_ outer: borrowing Registers, order: Int, argument: Int) {
    let size = Swift.max(outer.double(argument), 0)
    var exact = Registers(count: 2, precision: outer.precision)
    exact.set(1, from: outer, order)
    exact.nearestInteger(0, 1)
    exact.subtract(1, 1, 0)
    let tiny = exact.isZero(1) ? 0 : Swift.min(-exact.size(1), 2 * outer.precision)
    spare = Int(2.886 * Swift.min(size, 1e7)) + Swift.max(tiny, 0) + 16
    work = Registers(count: 14, precision: outer.precision + spare)
    work.set(Self.mu, from: exact, 1)
    work.set(Self.x, from: outer, argument)
  }

  /// The bits that the result has lost beyond those to spare, with `K_(mu + n)` in register `dst` of `outer`.
  mutating func evaluate(_ outer: inout Registers, _ dst: Int, shift n: Int) -> Int {
    start()
    let largest = addTerms(withNext: n > 0)
    let lost = Swift.max(largest - Swift.max(work.size(Self.sum), -work.precision), 0)
    if n > 0 {
      work.divide(Self.next, Self.next, Self.x)
      work.multiplyByPowerOfTwo(Self.next, Self.next, 1)
      recur(n)
    }
    outer.set(dst, from: work, n > 0 ? Self.next : Self.sum)
    return Swift.max(lost - spare, 0)
  }

  /// `p_0`, `q_0` and `f_0`.
  private mutating func start() {
    let (f, p, q, mu, t) = (Self.f, Self.p, Self.q, Self.mu, Self.t)
    work.square(Self.quarter, Self.x)
    work.multiplyByPowerOfTwo(Self.quarter, Self.quarter, -2)
    work.square(Self.muSquared, mu)
    work.set(p, 0.5)
    work.set(q, 0.5)
    work.multiplyByPowerOfTwo(f, Self.x, -1)
    work.log(f, f)
    if work.isZero(mu) {
      // The limit -gamma - log(x/2).
      work.eulerGamma(t.lowerBound)
      work.add(f, f, t.lowerBound)
      work.negate(f, f)
      return
    }
    work.multiply(f, f, mu)
    work.exp(f, f)
    work.add(t.lowerBound, mu, integer: 1)
    RealFunction.gamma.apply(&work, t.lowerBound, [t.lowerBound])
    work.divide(p, t.lowerBound, f)
    work.multiplyByPowerOfTwo(p, p, -1)
    // Gamma(1 + mu) Gamma(1 - mu) = pi mu / sin(pi mu)
    work.sineOfPi(q, mu, temporaries: t.lowerBound + 1)
    work.multiply(q, q, t.lowerBound)
    work.pi(t.lowerBound)
    work.multiply(t.lowerBound, t.lowerBound, mu)
    work.divide(q, t.lowerBound, q)
    work.multiply(q, q, f)
    work.multiplyByPowerOfTwo(q, q, -1)
    work.subtract(f, p, q)
    work.divide(f, f, mu)
  }

  /// Both sums, with `c_k` folded into f, p and q; the size of the largest summand.
  private mutating func addTerms(withNext: Bool) -> Int {
    let (f, p, q, w, t) = (Self.f, Self.p, Self.q, Self.weight, Self.t.lowerBound)
    work.set(Self.sum, f)
    work.set(Self.next, p)
    var largest = Swift.max(work.size(f), withNext ? Registers.sizeOfZero : work.size(p))
    for k in 1...10_000_000 {
      work.multiply(t, f, integer: k)
      work.add(t, t, p)
      work.add(t, t, q)
      advance(k)
      work.multiply(f, t, w)
      work.add(Self.sum, Self.sum, f)
      if withNext {
        work.multiply(t, f, integer: k)
        work.subtract(t, p, t)
        work.add(Self.next, Self.next, t)
      }
      let size = work.size(f)
      largest = Swift.max(largest, size)
      if size < work.size(Self.sum) - work.precision && 2 * k > Int(work.double(Self.x)) { return largest }
    }
    work.setNaN(Self.sum)
    return largest
  }

  /// `w = (x^2/4) / (k (k^2 - mu^2))`, and p and q multiplied by `w (k + mu)` and `w (k - mu)`.
  private mutating func advance(_ k: Int) {
    let (p, q, w, t) = (Self.p, Self.q, Self.weight, Self.t.lowerBound + 1)
    if work.isZero(Self.mu) {
      work.divide(w, Self.quarter, integer: k)
      work.divide(w, w, integer: k)
      work.multiply(p, p, w)
      work.set(q, p)
      work.divide(w, w, integer: k)
      return
    }
    work.subtract(t, integer: k * k, Self.muSquared)
    work.multiply(t, t, integer: k)
    work.divide(w, Self.quarter, t)
    work.add(t, Self.mu, integer: k)
    work.multiply(t, t, w)
    work.multiply(p, p, t)
    work.subtract(t, integer: k, Self.mu)
    work.multiply(t, t, w)
    work.multiply(q, q, t)
  }

  /// From `K_mu` and `K_(mu + 1)` to `K_(mu + n)`.
  private mutating func recur(_ n: Int) {
    let t = Self.t.lowerBound
    work.divide(Self.weight, integer: 2, Self.x)
    for j in stride(from: 1, to: n, by: 1) {
      work.add(t, Self.mu, integer: j)
      work.multiply(t, t, Self.weight)
      work.fusedMultiplyAdd(Self.sum, t, Self.next, Self.sum)
      work.swap(Self.sum, Self.next)
    }
  }
}
