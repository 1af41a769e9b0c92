public import Expressions

extension PlainPrinter {
  /// The text of a condition, e.g. `theta > 0` or `x in (0, theta)`.
  public func print(_ condition: Condition) -> String {
    switch condition {
    case .relation(let left, let relation, let right):
      "\(print(left)) \(relation.rawValue) \(print(right))"
    case .membership(let member, let set): "\(print(member)) in \(print(set))"
    }
  }

  /// The text of a set, e.g. `(0, inf)` or `{0, 1, 2, ...}`.
  public func print(_ set: NumberSet) -> String {
    switch set {
    case .reals: return "R"
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      let low = lower.map { print($0) } ?? "-inf"
      let high = upper.map { print($0) } ?? "inf"
      let opener = lowerClosed && lower != nil ? "[" : "("
      let closer = upperClosed && upper != nil ? "]" : ")"
      return opener + low + ", " + high + closer
    case .finite(let members): return "{" + members.map { print($0) }.joined(separator: ", ") + "}"
    case .lattice(let lower, let upper): return lattice(lower, upper)
    }
  }

  private func lattice(_ lower: Expr?, _ upper: Expr?) -> String {
    switch (lower, upper) {
    case (nil, nil): return "{..., -1, 0, 1, ...}"
    case (let lower?, let upper?): return "{\(print(lower))..\(print(upper))}"
    case (nil, let upper?):
      return "{..., \(print(store.difference(upper, store.one))), \(print(upper))}"
    case (let lower?, nil):
      let next = store.sum([lower, store.one])
      // 0 is followed by 1, 2 as textbooks write it; two members say enough for any other start.
      let third = lower == store.zero ? ", \(print(store.two))" : ""
      return "{\(print(lower)), \(print(next))\(third), ...}"
    }
  }
}
