internal import Multiprecision

/// What all parts of one evaluation have in common.
struct NumericSetting {
  let parameters: [Rational]
  /// The number of entries: the density and each integrand.
  let entryCount: Int
  /// The wanted accuracy: errors below two to minus this, relative to each entry's scale.
  let bits: Int
  let tables: NodeTables
  let meter: WorkMeter
  /// Whether bounds of infinite sums and of integrals are to be proven where that is possible, which takes longer than to
  /// believe them.
  var provesErrors = false
}
