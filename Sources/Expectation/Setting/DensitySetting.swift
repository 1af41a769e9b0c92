public import Calculus
public import Expressions

/// A density as the expectation engine sees it: nothing but its logarithm, its support and what is assumed.
public struct DensitySetting {
  /// One observed variable and the set that it ranges over, given the variables before it.
  public struct Observed {
    /// The variable.
    public let variable: Expr
    /// Its range; bounds may contain parameters.
    public let range: NumberSet
    /// The points of an interval that have a probability of their own; the density there is that probability.
    public let atoms: [Expr]

    /// Creates an observed variable.
    public init(_ variable: Expr, in range: NumberSet, atoms: [Expr] = []) {
      self.variable = variable
      self.range = range
      self.atoms = atoms
    }
  }

  /// The store of all handles.
  public let store: ExpressionStore
  /// What is known of parameters and observed variables.
  public let assumptions: Assumptions
  /// The transformations that hold under the assumptions.
  public let simplifier: Simplifier
  /// The logarithm of the density, not necessarily normalised.
  public let logDensity: Expr
  /// The observed variables in the order of integration, innermost last.
  public let observed: [Observed]
  /// Whether the density is taken to integrate to 1; if not, an expectation is an integral divided by the mass.
  public let isNormalized: Bool

  /// Creates a setting.
  public init(simplifier: Simplifier, logDensity: Expr, observed: [Observed], isNormalized: Bool = true) {
    self.simplifier = simplifier
    store = simplifier.store
    assumptions = simplifier.assumptions
    self.logDensity = logDensity
    self.observed = observed
    self.isNormalized = isNormalized
  }
}

extension DensitySetting {
  /// A symbol with the first of several names that neither the density uses nor the text that it comes from: a density
  /// about its own centre may have lost a parameter that the functions to be integrated still have.
  func freshVariable(_ names: [String]) -> Expr { freshVariables(names, count: 1)[0] }

  /// Different symbols with the first of several names that the density does not use.
  func freshVariables(_ names: [String], count: Int) -> [Expr] {
    let symbols =
      store.freeSymbols(logDensity) + (simplifier.text.map { store.freeSymbols($0) } ?? []) + simplifier.reserved
    let used = Set((symbols + observed.map(\.variable)).compactMap { store.symbolName($0) })
    let free = names.filter { !used.contains($0) }
    return (0..<count).map { store.symbol($0 < free.count ? free[$0] : "\(names[0])_\($0)") }
  }
}
