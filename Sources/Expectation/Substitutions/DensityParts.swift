internal import Calculus
internal import Expressions

/// The sub-expressions of a log-density that depend on a variable, in a fixed order.
struct DensityParts {
  private let store: ExpressionStore
  private let density: Expr
  private let variable: Expr
  private let simplifier: Simplifier

  init(_ setting: DensitySetting, _ variable: Expr) {
    simplifier = setting.simplifier
    store = setting.store
    density = setting.logDensity
    self.variable = variable
  }

  /// The distinct parts that satisfy a test, outermost first.
  func parts(where isWanted: (Expr) -> Bool) -> [Expr] {
    var found: [Expr] = []
    var seen: Set<Expr> = []
    func visit(_ e: Expr) {
      guard seen.insert(e).inserted, store.contains(e, variable) else { return }
      if isWanted(e) { found.append(e) }
      for operand in store.operands(e) { visit(operand) }
    }
    visit(density)
    return found
  }

  /// The terms `coefficient * part` of any sum in the density, the part satisfying a test and the coefficient free of the
  /// variable, in sums with a positive constant scaled so that the constant is 1; like parts of one sum are added up.
  func multiples(where isWanted: (Expr) -> Bool) -> [(coefficient: Expr, part: Expr)] {
    var found: [(coefficient: Expr, part: Expr)] = []
    func add(_ terms: [Expr], unit: Expr) {
      let split = terms.map { store.split($0, over: variable) }.filter { isWanted($0.1) }
      for (free, dependent) in split {
        let like = split.filter { $0.1 == dependent }.map(\.0)
        let whole = like.count == 1 ? free : simplifier.normal(store.sum(like))
        let coefficient = store.quotient(whole, unit)
        if !found.contains(where: { $0.coefficient == coefficient && $0.part == dependent }) {
          found.append((coefficient, dependent))
        }
      }
    }
    add(store.terms(density), unit: store.one)
    add(store.terms(simplifier.expanded(density)), unit: store.one)
    for sum in parts(where: { store.op($0) == .sum }) where sum != density {
      let constant = store.sum(store.terms(sum).filter { !store.contains($0, variable) })
      guard constant != store.zero else { continue }
      add(store.terms(sum), unit: constant)
    }
    return found
  }
}

extension ExpressionStore {
  /// An expression as `slope * x + offset`, both free of x, or nil.
  func affine(_ e: Expr, in x: Expr, _ simplifier: Simplifier) -> (slope: Expr, offset: Expr)? {
    var slope: [Expr] = []
    var offset: [Expr] = []
    for term in terms(simplifier.expanded(e)) {
      let (free, dependent) = split(term, over: x)
      if dependent == one {
        offset.append(free)
      } else if dependent == x {
        slope.append(free)
      } else {
        return nil
      }
    }
    return slope.isEmpty ? nil : (sum(slope), sum(offset))
  }
}

extension DensitySetting {
  /// |e| where the sign of e is known, else nil.
  func size(of e: Expr) -> Expr? {
    if assumptions.isPositive(e) == .yes { return e }
    return assumptions.isNegative(e) == .yes ? store.negated(e) : nil
  }
}
