internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  /// The set that a node stands for, or nil after an error.
  mutating func set(_ node: NodeID) -> NumberSet? {
    let parts = tree.children(node)
    switch tree.kind(node) {
    case .reals: return .reals
    case .integers: return .lattice(lower: nil, upper: nil)
    case .half(let kind, let isNegative, let holdsZero):
      return half(of: kind, isNegative: isNegative, holdsZero: holdsZero)
    case .interval(let lowerClosed, let upperClosed): return interval(node, parts, lowerClosed, upperClosed)
    case .finite: return .finite(distinct(parts.map { expression($0) }))
    case .range: return lattice(node, from: parts[0], to: parts[1])
    case .progression(let dotsFirst, let dotsLast, let isBounded):
      return progression(node, parts, dotsFirst: dotsFirst, dotsLast: dotsLast, isBounded: isBounded)
    default: return nil
    }
  }

  private func half(of kind: NumberKind, isNegative: Bool, holdsZero: Bool) -> NumberSet {
    let bound = kind == .reals || holdsZero ? store.zero : isNegative ? store.minusOne : store.one
    switch kind {
    case .reals:
      return .interval(
        lower: isNegative ? nil : bound, upper: isNegative ? bound : nil, lowerClosed: holdsZero && !isNegative,
        upperClosed: holdsZero && isNegative)
    case .integers: return .lattice(lower: isNegative ? nil : bound, upper: isNegative ? bound : nil)
    }
  }

  private func distinct(_ members: [Expr]) -> [Expr] {
    var seen = Set<Expr>()
    return members.filter { seen.insert($0).inserted }
  }

  private mutating func interval(
    _ node: NodeID, _ parts: [NodeID], _ lowerClosed: Bool, _ upperClosed: Bool
  ) -> NumberSet? {
    let low = bound(parts[0], allowsInfinity: true)
    let high = bound(parts[1], allowsInfinity: true)
    let below = store.negated(store.infinity)
    if low == store.infinity || high == below {
      _ = fail(.emptyInterval(text(node), tree.span(node)))
      return nil
    }
    if low == below && lowerClosed || high == store.infinity && upperClosed {
      _ = fail(.closedInfinity(text(node), tree.span(node)))
      return nil
    }
    let lower = low == below ? nil : low
    let upper = high == store.infinity ? nil : high
    if lower == nil, upper == nil { return .reals }
    if let lower, let upper, let sign = sign(of: store.difference(upper, lower)), sign <= 0 {
      let isPoint = sign == 0 && lowerClosed && upperClosed
      _ = fail(
        isPoint ? .singlePoint(text(node), tree.span(node)) : .emptyInterval(text(node), tree.span(node)))
      return nil
    }
    return .interval(lower: lower, upper: upper, lowerClosed: lowerClosed, upperClosed: upperClosed)
  }

  /// The sign of a rational multiple of a positive constant; nil where it would take algebra or numbers to tell.
  func sign(of e: Expr) -> Int? {
    let (coefficient, rest) = store.coefficientAndRest(e)
    if rest == store.one { return coefficient.signum }
    guard let definition = store.function(rest), definition.arity == 0, definition.sign == .positive else { return nil }
    return coefficient.signum
  }

  /// `{a..b}`.
  private mutating func lattice(_ node: NodeID, from first: NodeID, to last: NodeID) -> NumberSet? {
    let low = bound(first, allowsInfinity: true)
    let high = bound(last, allowsInfinity: true)
    let below = store.negated(store.infinity)
    for (value, place) in [(low, first), (high, last)] {
      if let number = store.numberValue(value), !number.isInteger {
        _ = fail(.latticeBoundNotInteger(text(place), tree.span(place)))
        return nil
      }
    }
    let lower = low == below ? nil : low
    let upper = high == store.infinity ? nil : high
    let isBackwards = lower.flatMap { l in upper.flatMap { sign(of: store.difference($0, l)) } }.map { $0 < 0 } ?? false
    if isBackwards || low == store.infinity || high == below {
      _ = fail(.emptyRange(text(node), tree.span(node)))
      return nil
    }
    return .lattice(lower: lower, upper: upper)
  }

  /// `{0, 1, 2, ...}`: at least two members show the step, which has to be one.
  private mutating func progression(
    _ node: NodeID, _ parts: [NodeID], dotsFirst: Bool, dotsLast: Bool, isBounded: Bool
  ) -> NumberSet? {
    let listed = isBounded ? Array(parts.dropLast()) : parts
    let members = listed.map { expression($0) }
    guard members.count > 1 || isBounded || (dotsFirst && dotsLast) else {
      _ = fail(.unclearProgression(tree.span(node)))
      return nil
    }
    for k in 1..<max(members.count, 1) where store.difference(members[k], members[k - 1]) != store.one {
      _ = fail(.stepNotOne(text(listed[k - 1]), text(listed[k]), tree.span(listed[k - 1]).union(tree.span(listed[k]))))
      return nil
    }
    for (member, place) in zip(members, listed) {
      if let number = store.numberValue(member), !number.isInteger {
        _ = fail(.latticeBoundNotInteger(text(place), tree.span(place)))
        return nil
      }
    }
    if isBounded { return lattice(node, from: parts[0], to: parts[parts.count - 1]) }
    return .lattice(lower: dotsFirst ? nil : members[0], upper: dotsLast ? nil : members[members.count - 1])
  }
}
