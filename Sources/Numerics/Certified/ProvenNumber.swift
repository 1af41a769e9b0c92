internal import Multiprecision

/// A number and a proven bound for its distance from the one that is meant.
struct ProvenNumber {
  let value: Real
  var radius = Radius.zero
}
