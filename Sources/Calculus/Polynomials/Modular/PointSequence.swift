/// Points that look random and are the same in every run.
struct PointSequence {
  private var state: UInt64

  /// Creates a sequence.
  init(seed: UInt64) { state = seed }

  /// The next word (SplitMix64; Steele, Lea & Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// An element of a field other than 0.
  mutating func element(of field: PrimeField) -> UInt64 { next() % (field.modulus - 1) + 1 }

  /// So many elements of a field other than 0.
  mutating func elements(_ count: Int, of field: PrimeField) -> [UInt64] {
    (0..<count).map { _ in element(of: field) }
  }
}
