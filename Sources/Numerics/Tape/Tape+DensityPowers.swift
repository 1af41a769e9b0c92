extension Tape {
  /// A density whose logarithm is `c + k_1 log b_1 + ...`: `e^c b_1^(k_1) ...`, where c and the k depend on parameters alone.
  struct DensityPowers: Sendable {
    struct Factor: Sendable {
      let base: Int
      let exponent: Int
    }

    /// The slot of c.
    let logarithm: Int
    let factors: [Factor]
    /// How many of the first instructions of the last level bases and integrands need; those after them serve the logarithm
    /// of the density alone.
    var instructionCount = 0
  }
}
