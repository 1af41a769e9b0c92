internal import Multiprecision

/// What a rule adds up at its nodes: the density and the integrands there, or their integrals over the further variables.
///
/// Entry 0 is the density itself. The value of the variable, and the weight of the node, are handed over in the registers
/// of the rule.
protocol NodeSums: AnyObject {
  var entryCount: Int { get }
  /// For each entry, the binary exponent of what matters elsewhere: contributions far below it are negligible.
  var floors: [Int] { get set }
  /// The binary exponent of an entry's contribution at the last node; `Int.min` for 0.
  func lastExponent(_ entry: Int) -> Int
  /// The largest such exponent so far, here or elsewhere.
  func peakExponent(_ entry: Int) -> Int

  /// Gives a variable its value: the rule's own one, or one before it.
  func setVariable(level: Int, from desk: borrowing Registers, _ node: NodeValue)
  /// Adds the entries, weighted by the density times the factor, to the sums; returns the one that is not a finite number.
  func add(from desk: borrowing Registers, factor: Int?) throws -> NonFinite?
  /// The weighted entries, without adding them to the sums; zeros where the weight is 0.
  func terms(from desk: borrowing Registers, factor: Int?) throws -> [Real]
  /// Sets the sums to 0.
  func reset()
  /// Forgets how large an entry's contributions were.
  func forgetPeak(_ entry: Int)
  /// The sums of the positive and of the negative contributions to an entry.
  func sums(_ entry: Int) -> (positive: Real, negative: Real)
  /// Whether some node had no finite value before more bits were taken: so much cancels next to it.
  var hasRefined: Bool { get }
  /// Whether some number that is known to depend on parameters alone is above two to a power, or below its inverse.
  func hasNumber(beyond exponent: Int) -> Bool
  /// The binary exponent of a bound for what inner integrals contribute to the error of an entry's sum.
  func errorExponent(_ entry: Int) -> Int
  /// The sign with which some inner integral of an entry diverged, 0 for both; nil if none did.
  func divergence(_ entry: Int) -> Int?

  /// The zero of `relativeLogDensity()`.
  var reference: Real { get set }
  /// The logarithm of the density, or of its integral roughly, relative to the reference.
  func relativeLogDensity() -> Double
  /// The same at a value of the rule's own variable, in machine arithmetic; nil where that does not resolve it.
  func roughLogDensity(at node: ScanMachine.Node) -> Double?
  /// The logarithm of the density as it is, where it was evaluated last.
  var lastLogDensity: Real { get }
}

/// An entry whose contribution at a node is infinite, with a sign, or not a number, without one.
struct NonFinite {
  let entry: Int
  let sign: Int
}
