import Multiprecision
import TestSupport
import Testing

@Suite struct IntegerTests {
  @Test(arguments: UInt64(1)...8)
  func ringLaws(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let (a, b, c) = (random.integer(), random.integer(), random.integer())
      #expect(a + b == b + a && a * b == b * a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a - b) + b == a && a + -a == 0 && -(-a) == a)
      #expect((a < b) == ((a - b).signum < 0))
      #expect(a.hashValue == ((a + b) - b).hashValue, "hash depends on how \(a) was computed")
    }
  }

  @Test(arguments: [(7, 30), (12, 5), (2, 1000), (2029, 25), (1_000_003, 7), (10, 49), (6, 2)])
  func findsThePowerThatANumberIs(base: Int, degree: Int) throws {
    let found = try #require(Integer(base).power(degree).perfectPower)
    #expect(found.base == Integer(base) && found.degree == degree)
    #expect((Integer(base).power(degree) + Integer(1)).perfectPower == nil)
  }

  @Test func numbersWithoutRootsAreNoPowers() {
    for n in [-8, -1, 0, 1, 2, 12, 1_000_003] { #expect(Integer(n).perfectPower == nil, "\(n)") }
  }

  @Test(arguments: UInt64(1)...8)
  func divisionLaws(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<200 {
      let (a, b) = (random.integer(), random.nonzeroInteger())
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      #expect(quotient * b + remainder == a)
      #expect(remainder.magnitude < b.magnitude && remainder.signum * a.signum >= 0)
      let floor = a.floorDivided(by: b)
      let rest = a - floor * b
      #expect(rest.isZero || rest.signum == b.signum)
      #expect(rest.magnitude < b.magnitude)
      #expect((a * b).exactlyDivided(by: b) == a)
      let divisor = Integer.gcd(a, b)
      #expect(divisor.signum > 0 && divisor.divides(a) && divisor.divides(b))
      #expect(Integer.gcd(a.exactlyDivided(by: divisor), b.exactlyDivided(by: divisor)) == 1)
      #expect(Integer.lcm(a, b) * divisor == (a * b).magnitude)
    }
  }

  @Test(arguments: UInt64(1)...4)
  func textRoundTrip(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<100 {
      let a = random.integer()
      #expect(Integer(a.description) == a)
      let bits = a.bitWidth
      #expect(a.isZero || (Integer(2).power(bits - 1) <= a.magnitude && a.magnitude < Integer(2).power(bits)))
      #expect(a.isEven == a.quotientAndRemainder(dividingBy: 2).remainder.isZero)
    }
  }

  @Test(arguments: ["", "-", "+", "12x", "1 2", "--1", "1_000", "123456789012345678901234567890z", "１２"])
  func rejectsWhatIsNotAnInteger(text: String) {
    #expect(Integer(text) == nil)
  }

  @Test(arguments: [
    (2, 100, "1267650600228229401496703205376"), (-3, 41, "-36472996377170786403"), (0, 0, "1"), (-1, 1_000_001, "-1"),
    (10, 19, "10000000000000000000"),
  ])
  func powers(base: Int, exponent: Int, expected: String) {
    #expect(Integer(base).power(exponent).description == expected)
  }

  @Test(arguments: UInt64(1)...4)
  func exactRoots(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for degree in 1...7 {
      let a = random.integer()
      let power = a.power(degree)
      #expect(power.exactRoot(degree) == (degree % 2 == 0 ? a.magnitude : a))
      if a.magnitude > 1 && degree > 1 { #expect((power + 1).exactRoot(degree) == nil) }
    }
    #expect(Integer(-4).exactRoot(2) == nil)
  }

  @Test func pascalsTriangle() {
    for n in -6...40 {
      for k in -2...42 where n != -1 || k != 0 {
        let sum = Integer.binomial(n, k) + Integer.binomial(n, k - 1)
        #expect(Integer.binomial(n + 1, k) == sum, "n = \(n), k = \(k)")
      }
    }
  }

  @Test func factorials() {
    #expect(Integer.factorial(0) == 1 && Integer.doubleFactorial(-1) == 1)
    for n in 1...60 {
      #expect(Integer.factorial(n) == Integer(n) * Integer.factorial(n - 1))
      #expect(Integer.doubleFactorial(n) * Integer.doubleFactorial(n - 1) == Integer.factorial(n))
    }
    #expect(Integer.factorial(25).description == "15511210043330985984000000")
  }

  @Test func machineBoundaries() {
    let smallest = Integer(Int.min)
    #expect((-smallest).asInt == nil && (-smallest).description == "9223372036854775808")
    #expect(smallest.magnitude - 1 == Integer(Int.max))
    #expect(smallest.quotientAndRemainder(dividingBy: -1).quotient == -smallest)
    #expect(smallest.floorDivided(by: -1) == -smallest && smallest.exactlyDivided(by: -1) == -smallest)
    #expect(Integer.gcd(smallest, smallest) == -smallest && Integer.gcd(0, 0) == 0)
    #expect(Integer(UInt.max).description == "18446744073709551615")
  }

  @Test func doubles() {
    #expect(Integer(2).power(200).doubleValue == 0x1p200 && (-Integer(2).power(200)).doubleValue == -0x1p200)
    #expect(Integer(10).power(400).doubleValue == .infinity)
  }
}
