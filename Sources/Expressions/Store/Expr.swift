/// A handle to one canonical expression of an `ExpressionStore`.
///
/// Two handles of the same store are equal exactly when the canonical expressions are equal; a handle means nothing in
/// another store.
public struct Expr: Hashable, Sendable {
  /// The position of the node in its store's arena.
  public let id: Int32

  init(id: Int32) {
    self.id = id
  }

  init(index: Int) {
    self.id = Int32(truncatingIfNeeded: index)
  }

  /// The position as an array index, for dense memo tables.
  public var index: Int { Int(id) }
}
