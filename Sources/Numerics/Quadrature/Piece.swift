internal import Expressions

/// A stretch of one variable's support without interior singularities: between two bounds, nil being infinite.
struct Piece: Hashable {
  let lower: Expr?
  let upper: Expr?
}

extension Piece {
  /// The parts between cuts.
  func parts(_ cuts: [Cut], _ store: ExpressionStore) -> [Piece] {
    let places = cuts.map { cut in
      let distance = store.number(cut.distance)
      return cut.isFromUpper
        ? store.difference(upper ?? store.zero, distance) : store.sum([lower ?? store.zero, distance])
    }
    return zip([lower] + places, places + [upper]).map { Piece(lower: $0, upper: $1) }
  }
}
