import Expressions
import Multiprecision
import TestSupport
import Testing

@Suite("Canonical form")
struct CanonicalFormTests {
  let store = ExpressionStore()

  @Test("a sum is flattened, sorted and merged, whatever the order of construction")
  func sumIsCanonical() {
    let (x, y, z) = (store.symbol("x"), store.symbol("y"), store.symbol("z"))
    let a = store.sum([x, store.sum([y, store.integer(3)]), store.product([store.two, x]), z, store.integer(-1)])
    let b = store.sum([store.two, z, y, store.product([store.integer(3), x])])
    #expect(a == b)
    #expect(store.sum([x, store.negated(x)]) == store.zero)
    #expect(store.sum([store.product([store.half, x]), store.product([store.half, x])]) == x)
  }

  @Test("a product merges equal bases and folds numbers")
  func productIsCanonical() {
    let (x, y) = (store.symbol("x"), store.symbol("y"))
    #expect(store.product([x, y, x]) == store.product([store.square(x), y]))
    #expect(store.product([x, store.reciprocal(x)]) == store.one)
    #expect(store.product([store.power(x, store.half), store.power(x, store.half)]) == x)
    #expect(store.product([store.exp(x), store.exp(y), store.exp(store.negated(x))]) == store.exp(y))
    #expect(
      store.product([store.squareRoot(store.two), store.squareRoot(store.two), x]) == store.product([store.two, x]))
    #expect(store.product([store.exp(store.log(x)), x]) == store.square(x))
  }

  @Test("a root of an even power is a power where no sign matters, and stays a root where one does")
  func rootsOfEvenPowers() {
    let x = store.symbol("x")
    #expect(store.squareRoot(store.power(x, store.integer(4))) == store.square(x))
    #expect(store.squareRoot(store.power(x, store.integer(-4))) == store.power(x, store.integer(-2)))
    #expect(store.squareRoot(store.square(x)) != x)
    #expect(store.squareRoot(store.power(x, store.integer(6))) != store.power(x, store.integer(3)))
  }

  @Test("brackets are not merged like powers, are their own squares, and are 0 or 1 at a point")
  func bracketsStayApart() {
    let (x, y) = (store.symbol("x"), store.symbol("y"))
    let atOne = store.power(store.zero, store.difference(x, store.one))
    let atTwo = store.power(store.zero, store.difference(y, store.two))
    let both = store.product([atOne, atTwo])
    #expect(store.operandCount(both) == 2)
    #expect(store.square(atOne) == atOne)
    #expect(store.product([atOne, both, x]) == store.product([both, x]))
    #expect(store.substitute(both, [(x, store.zero), (y, store.integer(3))]) == store.zero)
    #expect(store.substitute(both, [(x, store.one), (y, store.two)]) == store.one)
  }

  @Test(
    "numeric powers fold to prime roots",
    arguments: [
      (12, Rational(1, 2), 2, [3], Rational(1, 2)), (8, Rational(2, 3), 4, [], Rational(1, 2)),
      (6, Rational(1, 2), 1, [2, 3], Rational(1, 2)), (4, Rational(-1, 2), 0, [], Rational(1, 2)),
    ])
  func rootsFold(base: Int, exponent: Rational, coefficient: Int, roots: [Int], root: Rational) {
    let made = store.power(store.integer(base), store.number(exponent))
    let leading = coefficient == 0 ? store.half : store.integer(coefficient)
    let expected = store.product([leading] + roots.map { store.power(store.integer($0), store.number(root)) })
    #expect(made == expected)
  }

  @Test("only integer powers pass into products and powers")
  func powersOfPowers() {
    let (x, y) = (store.symbol("x"), store.symbol("y"))
    #expect(store.power(store.product([x, y]), store.two) == store.product([store.square(x), store.square(y)]))
    #expect(store.power(store.square(x), store.half) != x)
    #expect(store.power(store.power(x, store.half), store.two) == x)
    #expect(store.power(store.exp(x), y) == store.exp(store.product([x, y])))
  }

  @Test("a power that is too large to write stays a power")
  func hugePowersStay() {
    let nine = store.integer(9)
    let tower = store.power(nine, store.power(nine, store.power(nine, nine)))
    #expect(store.op(tower) == .power)
    #expect(store.count < 64)
  }

  @Test("the order of operands is that of the structure, not of construction")
  func orderIsStructural() {
    let other = ExpressionStore()
    let names = ["theta", "x", "a", "mu", "sigma", "b"]
    func build(_ s: ExpressionStore, _ names: [String]) -> [String] {
      let made = s.sum(names.map { s.product([s.symbol($0), s.log(s.symbol($0))]) })
      return s.operands(made).compactMap { term in
        s.operands(term).lazy.compactMap { s.symbolName($0) }.first
      }
    }
    #expect(build(store, names) == build(other, names.reversed()))
  }

  @Test("the order is antisymmetric and transitive on random expressions")
  func orderIsTotal() {
    var random = SplitMix(seed: 20_240_611)
    let expressions = (0..<60).map { _ in random.expression(in: store, depth: 3) }
    for a in expressions {
      for b in expressions {
        #expect(store.compare(a, b).signum() == -store.compare(b, a).signum(), "seed 20240611")
        #expect((store.compare(a, b) == 0) == (a == b))
        for c in expressions where store.compare(a, b) < 0 && store.compare(b, c) < 0 {
          #expect(store.compare(a, c) < 0, "seed 20240611")
        }
      }
    }
  }

  @Test("substitution is simultaneous")
  func substitutionIsSimultaneous() {
    let (x, y) = (store.symbol("x"), store.symbol("y"))
    let swapped = store.substitute(store.sum([x, store.square(y)]), [(x, y), (y, x)])
    #expect(swapped == store.sum([y, store.square(x)]))
  }

  @Test("rebuilding with operands in another order gives the same handle")
  func rebuildingIsStable() {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let e = random.expression(in: store, depth: 4)
      let op = store.op(e)
      guard op == .sum || op == .product else { continue }
      #expect(store.rebuilt(e, operands: store.operands(e).reversed()) == e, "seed 7")
    }
  }
}
