public import Expressions

extension MathSign {
  /// The sign of a comparison.
  init(_ relation: Relation) {
    switch relation {
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    }
  }
}

extension BoxBuilder {
  /// Conditions separated by commas, lower and upper bounds chained.
  public func box(_ conditions: [Condition]) -> MathBox {
    .list(ConditionChain.gathered(conditions, in: store).map { box($0) })
  }

  /// One condition, or a chain of two.
  public func box(_ chain: ConditionChain) -> MathBox {
    switch chain {
    case .single(let condition): box(condition)
    case .between(let lower, let first, let middle, let second, let upper):
      .row([box(lower), .sign(MathSign(first)), box(middle), .sign(MathSign(second)), box(upper)])
    }
  }

  /// A condition.
  public func box(_ condition: Condition) -> MathBox {
    switch condition {
    case .relation(let left, let relation, let right):
      .row([box(left), .sign(MathSign(relation)), box(right)])
    case .membership(let element, let set):
      membership(element, set)
    }
  }

  /// A condition between square brackets, what is observed on its left.
  func bracket(_ condition: Condition) -> MathBox {
    guard case .relation(let left, let relation, let right) = condition, !store.containsAny(left, observed),
      store.containsAny(right, observed)
    else { return .fenced(.square, box(condition)) }
    return .fenced(.square, box(.relation(right, relation.mirrored, left)))
  }

  /// A half-line as a comparison, any other set after the sign of membership.
  private func membership(_ element: Expr, _ set: NumberSet) -> MathBox {
    switch set {
    case .interval(let lower?, nil, let isClosed, _):
      .row([box(element), .sign(isClosed ? .greaterOrEqual : .greater), box(lower)])
    case .interval(nil, let upper?, _, let isClosed):
      .row([box(element), .sign(isClosed ? .lessOrEqual : .less), box(upper)])
    case .interval(let lower?, let upper?, let closedBelow, let closedAbove):
      .row([
        box(lower), .sign(closedBelow ? .lessOrEqual : .less), box(element),
        .sign(closedAbove ? .lessOrEqual : .less), box(upper),
      ])
    default: .row([box(element), .sign(.element), box(set)])
    }
  }

  /// A set of numbers.
  public func box(_ set: NumberSet) -> MathBox {
    switch set {
    case .reals, .interval(nil, nil, _, _): return .sign(.reals)
    case .finite(let elements): return .fenced(.curly, .list(elements.map { box($0) }))
    case .lattice(nil, nil): return .sign(.integers)
    case .lattice(let lower, let upper): return .fenced(.curly, .list(lattice(lower, upper)))
    case .interval(let lower, let upper, let closedBelow, let closedAbove):
      let bounds = MathBox.list([
        lower.map { box($0) } ?? box(store.negated(store.infinity)), upper.map { box($0) } ?? box(store.infinity),
      ])
      switch (closedBelow, closedAbove) {
      case (false, false): return bounds.parenthesised
      case (true, true): return .fenced(.square, bounds)
      case (false, true): return .fenced(.openClosed, bounds)
      case (true, false): return .fenced(.closedOpen, bounds)
      }
    }
  }

  /// All elements of a short lattice, else enough to show its rule.
  private func lattice(_ lower: Expr?, _ upper: Expr?) -> [MathBox] {
    if let lower, let upper, let first = store.integerValue(lower), let last = store.integerValue(upper),
      first <= last, last - first < 4
    {
      return (first...last).map { box(store.integer($0)) }
    }
    var elements: [MathBox] = []
    if let lower {
      elements += [box(lower), box(store.sum([lower, store.one]))]
      if upper == nil { elements.append(box(store.sum([lower, store.two]))) }
    }
    elements.append(.sign(.ellipsis))
    if let upper {
      if lower == nil { elements.append(box(store.difference(upper, store.one))) }
      elements.append(box(upper))
    }
    return elements
  }
}
