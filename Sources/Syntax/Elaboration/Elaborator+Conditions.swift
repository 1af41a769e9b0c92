internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  /// The conditions that a clause states; a chained comparison states one for each pair of neighbours.
  mutating func conditions(_ node: NodeID) -> [ParsedCondition] {
    let parts = tree.children(node)
    if tree.kind(node) == .membership {
      let member = bound(parts[0], allowsInfinity: false)
      guard let set = set(parts[1]) else { return [] }
      return [ParsedCondition(condition: .membership(member, set), span: tree.span(node))]
    }
    if let mixed = mixedDirections(node) {
      _ = fail(mixed)
      return []
    }
    let sides = stride(from: 0, to: parts.count, by: 2).map { bound(parts[$0], allowsInfinity: true) }
    var found: [ParsedCondition] = []
    var infinite: [ParsedCondition] = []
    for k in 0..<(sides.count - 1) {
      guard case .relation(let relation) = tree.kind(parts[2 * k + 1]) else { continue }
      let span = tree.span(parts[2 * k]).union(tree.span(parts[2 * k + 2]))
      if let trivial = comparisonWithInfinity(sides[k], relation, sides[k + 1], span) {
        infinite.append(trivial)
      } else {
        found += withoutBars(sides[k], relation, sides[k + 1]).map { ParsedCondition(condition: $0, span: span) }
      }
    }
    return found.isEmpty ? Array(infinite.prefix(1)) : found
  }

  /// `-c < e` and `e < c` for `|e| < c` with a number c; any other comparison as it is.
  private func withoutBars(_ left: Expr, _ relation: Relation, _ right: Expr) -> [Condition] {
    switch relation {
    case .less, .lessOrEqual:
      guard store.functionName(left) == "abs", store.freeSymbols(right).isEmpty else { break }
      let inside = store.operand(left, at: 0)
      return [.relation(store.negated(right), relation, inside), .relation(inside, relation, right)]
    case .greater, .greaterOrEqual:
      if store.functionName(right) == "abs" { return withoutBars(right, relation.mirrored, left) }
    case .equal, .notEqual: break
    }
    return [.relation(left, relation, right)]
  }

  /// A side of a comparison or a bound of a set, where infinity has a meaning.
  mutating func bound(_ node: NodeID, allowsInfinity: Bool) -> Expr {
    guard allowsInfinity, purpose == .model, let sign = infinity(node) else { return expression(node) }
    return sign < 0 ? store.negated(store.infinity) : store.infinity
  }

  /// 1 for `inf`, -1 for `-inf`, else nil.
  func infinity(_ node: NodeID) -> Int? {
    switch tree.kind(node) {
    case .symbol(let name):
      return !declared.contains(names[name]) && constant(named: names[name]) == store.infinity ? 1 : nil
    case .negation: return infinity(tree.children(node)[0]).map { -$0 }
    default: return nil
    }
  }

  /// `x < inf` says that x is real; a comparison that nothing meets is an error.
  private mutating func comparisonWithInfinity(
    _ left: Expr, _ relation: Relation, _ right: Expr, _ span: SourceSpan
  ) -> ParsedCondition? {
    let below = store.negated(store.infinity)
    guard purpose == .model, [left, right].contains(where: { $0 == store.infinity || $0 == below }) else { return nil }
    let rises = relation == .less && (right == store.infinity || left == below)
    let falls = relation == .greater && (left == store.infinity || right == below)
    guard rises || falls, left != right else {
      _ = fail(.unmeetableInfinity(source.text(in: span).excerpt, span))
      return ParsedCondition(condition: .membership(store.zero, .reals), span: span)
    }
    let member = left == store.infinity || left == below ? right : left
    return ParsedCondition(condition: .membership(member, .reals), span: span)
  }

  /// `0 < x > 1` compares in two directions, which is more often a slip than meant.
  func mixedDirections(_ node: NodeID) -> Diagnostic? {
    var first: (direction: Int, span: SourceSpan)?
    for part in tree.children(node) {
      guard case .relation(let relation) = tree.kind(part) else { continue }
      let direction: Int
      switch relation {
      case .less, .lessOrEqual: direction = 1
      case .greater, .greaterOrEqual: direction = -1
      case .equal, .notEqual: direction = relation == .equal ? 0 : 2
      }
      guard let known = first else {
        first = (direction, tree.span(part))
        continue
      }
      if known.direction != direction || direction == 2 {
        return .mixedDirections(text(node), known.span, tree.span(part))
      }
    }
    return nil
  }
}
