internal import Multiprecision

extension Machine {
  /// Stores the products of a density and its integrands into the registers after the one that holds the density.
  mutating func multiplyOut(_ density: Int) {
    for multiple in tape.multiples {
      registers.multiply(density + multiple.entry, density + multiple.base, multiple.factor)
    }
  }
}
