import Calculus
import Expressions
import Multiprecision
import Syntax
import Testing

@Suite("Linear algebra of expressions")
struct SymbolicMatrixTests {
  private let store = ExpressionStore()

  private func matrix(_ rows: [[String]]) throws -> SymbolicMatrix {
    SymbolicMatrix(
      try rows.map { try $0.map { try store.parse($0) } }, rational: RationalNormalForm(store))
  }

  /// Information matrices and what is known of them: determinant, rank.
  static let known: [([[String]], String, Int)] = [
    ([["1", "1"], ["1", "1"]], "0", 1),
    ([["trigamma(a)", "-1/b"], ["-1/b", "a/b^2"]], "(a*trigamma(a) - 1)/b^2", 2),
    ([["1/v", "0"], ["0", "1/(2*v^2)"]], "1/(2*v^3)", 2),
    ([["a^2", "a*b"], ["a*b", "b^2"]], "0", 1),
    ([["0", "1", "0"], ["1", "0", "0"], ["0", "0", "x"]], "-x", 3),
    ([["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]], "0", 2),
    ([["sin(x)", "cos(x)"], ["-cos(x)", "sin(x)"]], "1", 2),
    ([["sqrt(2)", "2"], ["1", "sqrt(2)"]], "0", 1),
    ([["0", "0"], ["0", "0"]], "0", 0),
    ([["exp(a+b)", "exp(a)"], ["exp(b)", "1"]], "0", 1),
  ]

  @Test("determinant and rank", arguments: known.indices)
  func determinantAndRank(index: Int) throws {
    let (rows, determinant, rank) = Self.known[index]
    let matrix = try matrix(rows)
    let rational = matrix.rational
    #expect(rational.isZero(store.difference(try matrix.determinant(), try store.parse(determinant))))
    let found = try matrix.rank()
    #expect(found.rank == rank)
    #expect(found.rows.count == rank)
    // The minor that is named does not vanish.
    let minor = SymbolicMatrix(
      found.rows.map { i in found.columns.map { matrix.rows[i][$0] } }, rational: rational)
    let vanishes = try minor.determinant() == store.zero
    #expect(rank == 0 || !vanishes)
  }

  @Test("null vectors are mapped to zero, and there are enough of them", arguments: known.indices)
  func nullVectors(index: Int) throws {
    let matrix = try matrix(Self.known[index].0)
    let basis = try matrix.nullSpace()
    #expect(basis.count == matrix.columnCount - Self.known[index].2)
    for vector in basis {
      for row in matrix.rows {
        #expect(matrix.rational.isZero(store.sum(zip(row, vector).map { store.product([$0, $1]) })))
      }
    }
  }

  @Test("null vectors without denominators and common factors")
  func nullVectorsAreShort() throws {
    #expect(try matrix([["1", "1"], ["1", "1"]]).nullSpace() == [[store.one, store.minusOne]])
    #expect(try matrix([["1/2", "1/3"]]).nullSpace() == [[store.two, store.integer(-3)]])
    let (a, b) = (store.symbol("a"), store.symbol("b"))
    #expect(try matrix([["a^2", "a*b"], ["a*b", "b^2"]]).nullSpace() == [[b, store.negated(a)]])
  }

  @Test("the inverse times the matrix is the identity", arguments: known.indices)
  func inverse(index: Int) throws {
    let matrix = try matrix(Self.known[index].0)
    guard let inverse = try matrix.inverse() else {
      #expect(matrix.rational.isZero(try matrix.determinant()))
      return
    }
    for i in inverse.indices {
      for j in inverse.indices {
        let entry = store.sum(inverse.indices.map { store.product([matrix.rows[i][$0], inverse[$0][j]]) })
        #expect(matrix.rational.isZero(store.difference(entry, i == j ? store.one : store.zero)))
      }
    }
  }

  @Test("a random integer matrix and its determinant by permutations", arguments: [UInt64](1...10))
  func randomMatrices(seed: UInt64) throws {
    var random = SeededPolynomials(seed: seed)
    let numbers = (0..<3).map { _ in (0..<3).map { _ in random.integer(in: -4...4) } }
    let matrix = SymbolicMatrix(
      numbers.map { $0.map { store.integer($0) } }, rational: RationalNormalForm(store))
    var total = 0
    for (p, sign) in [
      ([0, 1, 2], 1), ([1, 2, 0], 1), ([2, 0, 1], 1), ([0, 2, 1], -1), ([2, 1, 0], -1), ([1, 0, 2], -1),
    ] {
      total += sign * numbers[0][p[0]] * numbers[1][p[1]] * numbers[2][p[2]]
    }
    #expect(try matrix.determinant() == store.integer(total), "seed \(seed)")
  }

  @Test("an infinite entry is refused")
  func infiniteEntries() throws {
    let matrix = try matrix([["inf"]])
    #expect(throws: SymbolicMatrix.Failure.infinite) { try matrix.determinant() }
  }
}
