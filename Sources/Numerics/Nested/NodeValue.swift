/// The registers of a rule that hold the value of its variable, and what comes with it.
struct NodeValue {
  let value: Int
  var logarithm: Int?
  /// What the variable leaves of the length of its piece.
  var rest: Int?
  var restLogarithm: Int?
}
