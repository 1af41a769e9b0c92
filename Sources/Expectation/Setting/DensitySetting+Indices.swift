internal import Calculus
internal import Expressions

extension DensitySetting {
  /// The integers a, other than 0, for which the density contains the logarithm of x - a: an index that a series may be
  /// summed over, and which begins at 1.
  func indexOrigins(of x: Expr) -> [Int] {
    var found: [Int] = []
    for logarithm in DensityParts(self, x).parts(where: { store.logarithmArgument($0) != nil }) {
      guard let index = store.logarithmArgument(logarithm), store.op(index) == .sum,
        let (slope, offset) = store.affine(index, in: x, simplifier), slope == store.one,
        let c = store.integerValue(offset), c != 0, !found.contains(-c)
      else { continue }
      found.append(-c)
    }
    return found
  }
}
