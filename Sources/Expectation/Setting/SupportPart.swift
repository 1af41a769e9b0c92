public import Expressions

/// A part of a support with atoms: there each observed variable that has any either stands at one of them, or runs over its
/// range without them.
public struct SupportPart {
  let setting: DensitySetting
  /// Variables with the atom at which they stand; nil off all of them.
  let places: [(variable: Expr, atom: Expr?)]

  func placing(_ variable: Expr, at atom: Expr?) -> SupportPart {
    SupportPart(setting: setting, places: places + [(variable, atom)])
  }

  /// A function of the observed variables on the part, where brackets are 0 or 1.
  public func restricted(_ g: Expr) -> Expr {
    places.reduce(g) { g, place in
      let resolved = setting.resolvingBrackets(g, place.variable, at: place.atom)
      return place.atom.map { setting.store.substitute(resolved, [(place.variable, $0)]) } ?? resolved
    }
  }

  /// The observed variables, those at an atom with that point as their range.
  public var observed: [DensitySetting.Observed] {
    let standing = places.compactMap { place in place.atom.map { (place.variable, $0) } }
    return setting.observed.map { variable in
      if let atom = standing.first(where: { $0.0 == variable.variable })?.1 {
        return DensitySetting.Observed(variable.variable, in: .finite([atom]))
      }
      return DensitySetting.Observed(variable.variable, in: variable.range.substituting(standing, in: setting.store))
    }
  }
}
