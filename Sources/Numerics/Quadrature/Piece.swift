internal import Expressions

/// A stretch of one variable's support without interior singularities: between two bounds, nil being infinite.
struct Piece: Hashable {
  let lower: Expr?
  let upper: Expr?
}
