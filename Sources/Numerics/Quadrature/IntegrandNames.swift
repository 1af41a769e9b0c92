/// Names the entries of a vector of integrals in errors.
struct IntegrandNames {
  /// The variable that runs.
  let variable: String
  /// The caller's position of each entry; the density itself has none.
  let positions: [Int?]

  /// The error that an entry has no finite value at a node.
  func error(entry: Int, at position: String) -> UndefinedIntegrand {
    if let integrand = positions[entry] { return .integrand(integrand, variable: variable, at: position) }
    return .logDensity(variable: variable, at: position)
  }
}
