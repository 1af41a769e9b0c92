internal import Calculus
public import Expressions

extension DensitySetting {
  /// Whether an interval of the support has points with a probability of their own.
  public var hasAtoms: Bool { observed.contains { !$0.atoms.isEmpty } }

  /// For each observed variable, the points of an interval that brackets `[x = a]` in the density single out, which may
  /// have a probability of their own; none where one bracket is of another form.
  public var singledOutPoints: [[Expr]] {
    observed.map { variable in variable.range.isDiscrete ? [] : bracketPoints(of: variable) ?? [] }
  }

  /// The logarithm of the density off single points, each variable's brackets resolved where it has such points.
  public func off(_ points: [[Expr]]) -> Expr {
    zip(observed, points).reduce(logDensity) { density, pair in
      pair.1.isEmpty ? density : resolvingBrackets(density, pair.0.variable, at: nil)
    }
  }

  /// The density off its atoms, with the mass that they leave.
  var withoutAtoms: DensitySetting {
    DensitySetting(
      simplifier: simplifier, logDensity: parts[0].restricted(logDensity),
      observed: observed.map { Observed($0.variable, in: $0.range) }, isNormalized: false)
  }

  /// Whether the density tends to its own value at points of its variables: then a bracket there only says what a formula
  /// such as `sin(x)/x` leaves open.
  public func isContinuous(at points: [[Expr]]) -> Bool {
    zip(observed, points).allSatisfy { variable, points in
      let rest = resolvingBrackets(logDensity, variable.variable, at: nil)
      return points.allSatisfy { point in
        guard let value = value(of: logDensity, variable.variable, at: point),
          let limit = simplifier.limit(of: rest, as: variable.variable, to: point)
        else { return false }
        return simplifier.isZero(store.difference(value, limit))
      }
    }
  }

  /// The density taken apart: off all atoms, and for every choice of atoms.
  public var parts: [SupportPart] {
    observed.reduce([SupportPart(setting: self, places: [])]) { parts, variable in
      if variable.atoms.isEmpty { return parts }
      return parts.flatMap { part in
        ([nil] + variable.atoms).map { part.placing(variable.variable, at: $0) }
      }
    }
  }
}
