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

  /// Feeds the position, which says all.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// What tables of the standard library ask for: a mixed number does where ids are handed out in turn, and costs less than
  /// a hash that withstands chosen keys. Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number
  /// generators, OOPSLA 2014 (the first round of SplitMix64's finaliser).
  public func _rawHashValue(seed: Int) -> Int {
    var z = UInt64(bitPattern: Int64(seed)) &+ UInt64(UInt32(bitPattern: id)) &* 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    return Int(truncatingIfNeeded: z ^ (z >> 27))
  }
}
