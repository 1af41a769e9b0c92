extension Tape {
  /// An integrand times its density, as a multiple of the density or of another such product.
  ///
  /// Next to the scores, the products of two scores take one multiplication each: `(f s_1) s_2`.
  struct Multiple: Sendable {
    /// The place of the integrand, counted from 1.
    let entry: Int
    /// The entry of which it is a multiple; 0 is the density.
    let base: Int
    /// The slot of the other factor.
    let factor: Int
  }
}
