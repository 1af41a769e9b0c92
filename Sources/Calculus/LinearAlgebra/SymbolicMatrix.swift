public import Expressions

/// A square or rectangular matrix of expressions, with exact linear algebra in the field of their generators.
///
/// A zero is recognised exactly where the normal form finds it. All results are in lowest terms, so they do not depend on
/// the order of elimination. Rows and columns that nothing connects are treated as blocks of their own.
public struct SymbolicMatrix {
  /// Reasons for which nothing can be said of a matrix.
  public enum Failure: Error {
    /// The expressions became too large to multiply out.
    case tooLarge
    /// An entry is not finite.
    case infinite
  }

  /// The entries by rows.
  public let rows: [[Expr]]
  /// The normaliser that decides what is zero.
  public let rational: RationalNormalForm

  /// Creates a matrix of rows of equal length.
  public init(_ rows: [[Expr]], rational: RationalNormalForm) {
    precondition(rows.allSatisfy { $0.count == rows[0].count }, "the rows of a matrix have equal lengths")
    self.rows = rows
    self.rational = rational
  }

  /// The number of rows.
  public var rowCount: Int { rows.count }
  /// The number of columns.
  public var columnCount: Int { rows.first?.count ?? 0 }

  /// The determinant of a square matrix in normal form.
  public func determinant() throws(Failure) -> Expr {
    precondition(rowCount == columnCount, "only square matrices have determinants")
    let elimination = try Elimination(self)
    return elimination.field.expression(elimination.determinant)
  }

  /// The inverse of a square matrix in normal form, or nil where the matrix is singular.
  public func inverse() throws(Failure) -> [[Expr]]? {
    precondition(rowCount == columnCount, "only square matrices have inverses")
    var result = rows.map { $0.map { _ in rational.converter.store.zero } }
    for block in try blocks() {
      let part = SymbolicMatrix(block.map { i in block.map { rows[i][$0] } }, rational: rational)
      guard let inverse = try Elimination(part, withIdentity: true).inverse() else { return nil }
      for (i, row) in zip(block, inverse) {
        for (j, entry) in zip(block, row) { result[i][j] = entry }
      }
    }
    return result
  }

  /// The rank, and the rows and columns of a minor of that size that is not identically zero.
  ///
  /// That no larger minor exists is proved by normal form; that this one does not vanish at some point, because of a
  /// relation between generators that the normal form does not know, is for the caller to see numerically.
  public func rank() throws(Failure) -> Rank {
    let pivots = try Elimination(self).pivots
    return Rank(rank: pivots.count, rows: pivots.map(\.row).sorted(), columns: pivots.map(\.column).sorted())
  }

  /// What `rank()` found.
  public struct Rank: Hashable, Sendable {
    /// The rank over the field of the generators.
    public let rank: Int
    /// The rows of a minor of that size, ascending.
    public let rows: [Int]
    /// The columns of a minor of that size, ascending.
    public let columns: [Int]
  }

  /// A basis of the vectors that the matrix maps to zero, without denominators or common factors: (1, -1), (a, -b).
  public func nullSpace() throws(Failure) -> [[Expr]] {
    try Elimination(self).nullSpace()
  }

  /// The index sets of a square matrix that nothing connects, each ascending.
  func blocks() throws(Failure) -> [[Int]] {
    var component = Array(0..<rowCount)
    for i in 0..<rowCount {
      for j in 0..<columnCount where i != j {
        if rows[i][j] == rational.converter.store.zero || rational.isZero(rows[i][j]) { continue }
        let (old, new) = (max(component[i], component[j]), min(component[i], component[j]))
        for k in component.indices where component[k] == old { component[k] = new }
      }
    }
    return (0..<rowCount).map { label in component.indices.filter { component[$0] == label } }.filter { !$0.isEmpty }
  }
}
