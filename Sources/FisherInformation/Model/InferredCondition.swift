internal import Expressions

/// A condition on parameters that nobody typed, with what it was inferred from.
struct InferredCondition {
  /// Why the condition has to hold.
  enum Reason {
    /// A part of the density is real, or defined, under it alone.
    case part(Expr)
    /// A choice among several under which the part is real: `k/lambda > 0` is read as `k > 0` and `lambda > 0`.
    case convention(Expr)
    /// The support is empty otherwise.
    case support
    /// The density has no finite mass otherwise.
    case finiteMass
    /// The density has mass 1 under it, and another where these equations hold.
    case unitMass(elsewhere: [Condition])
    /// The density had mass 1 wherever it was looked at under it, and not where these equations hold.
    case unitMassSeen(elsewhere: [Condition])
  }

  let condition: Condition
  let reason: Reason

  /// Whether it follows from what was typed, and is no choice.
  var isReadOff: Bool {
    switch reason {
    case .part, .finiteMass: true
    case .convention, .support, .unitMass, .unitMassSeen: false
    }
  }

  /// What was read off a part of the density.
  static func read(_ inferred: ParameterDomains.Inferred) -> InferredCondition {
    InferredCondition(
      condition: inferred.condition, reason: inferred.isConvention ? .convention(inferred.part) : .part(inferred.part))
  }
}
