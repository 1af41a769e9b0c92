internal import Calculus
internal import Expressions
internal import Syntax

/// The range of a kernel's integral in one store, with the parameters that may stand for its ends.
struct KernelRange {
  let set: NumberSet
  private let parameters: [Expr]

  /// Parses a kernel's range; nil where it is not the membership of a set.
  init?(_ kernel: Kernel, in store: ExpressionStore) {
    guard case .membership(_, let set)? = try? store.parseCondition(kernel.range) else { return nil }
    self.set = set.substituting(kernel.renamed(kernel.rangeParameters, in: store), in: store)
    parameters = kernel.symbols(kernel.rangeParameters, in: store)
  }

  /// The values of the range parameters that make the range equal to a given one, or nil.
  func bindings(to image: NumberSet, _ store: ExpressionStore) -> [(Expr, Expr)]? {
    var bindings: [(Expr, Expr)] = []
    func matches(_ pattern: Expr?, _ bound: Expr?) -> Bool {
      let own = pattern == store.infinity ? nil : pattern
      guard let own, let bound else { return own == nil && bound == nil }
      if parameters.contains(own) {
        bindings.append((own, bound))
        return true
      }
      return own == bound
    }
    switch (set, image) {
    case (.reals, .reals): return bindings
    case (.interval(let a, let b, _, _), .interval(let lower, let upper, _, _)),
      (.lattice(let a, let b), .lattice(let lower, let upper)):
      return matches(a, lower) && matches(b, upper) ? bindings : nil
    default: return nil
    }
  }
}

extension Kernel {
  /// Symbols of the formulas under names that cannot meet those of a model.
  func symbols(_ names: [String], in store: ExpressionStore) -> [Expr] {
    names.map { store.symbol("\(id).\($0)") }
  }

  /// The same as replacements for the symbols as they are written.
  func renamed(_ names: [String], in store: ExpressionStore) -> [(Expr, Expr)] {
    Array(zip(names.map { store.symbol($0) }, symbols(names, in: store)))
  }
}
