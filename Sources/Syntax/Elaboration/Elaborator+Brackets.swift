internal import Diagnostics
internal import Expressions
internal import Multiprecision

extension Elaborator {
  /// A condition as brackets: that it holds, and that it fails; several brackets all have to hold.
  private typealias Test = (holds: Expr, fails: Expr)

  /// Telling parts of the range apart takes time that grows fast with the number of their bounds.
  private static let longestCell = 8
  /// The same of the size of their formulas: beyond, parts of the range may be kept that have no members.
  private static let largestCell = 64

  /// A part of the range on which one case applies: the brackets that are all 1 there.
  private typealias Cell = [Expr]

  /// `[x > 0]`, `[x = 1]`, `[a <= x < b]`: 1 where the condition holds, else 0.
  mutating func bracket(_ condition: NodeID) -> Expr {
    guard let tests = tests(condition) else { return store.one }
    return store.product(tests.map(\.holds))
  }

  /// `cases(a if x < 0, b otherwise)` is `[x < 0]*a + [x >= 0]*b`, each case with the brackets of its part of the range.
  mutating func cases(_ node: NodeID) -> Expr {
    let parts = tree.children(node)
    var remaining: [Cell] = [[]]
    var terms: [Expr] = []
    for k in stride(from: 0, to: parts.count - 1, by: 2) {
      let value = caseValue(parts[k])
      guard let tests = tests(parts[k + 1]) else { return store.one }
      let holding = tests.map(\.holds)
      let left = remaining.flatMap { failing(tests, within: $0) }
      // The last case has what the others leave, where nothing is left after it.
      let isRest = left.isEmpty && k + 2 == parts.count
      let cells = isRest ? remaining : remaining.compactMap { reduced($0 + holding) }
      terms += cells.map { store.product($0 + [value]) }
      remaining = left
      if remaining.count > limits.cells || remaining.contains(where: { $0.count > Self.longestCell }) {
        return fail(.tooManyCases(limits.cells, tree.span(node)))
      }
    }
    if parts.count.isMultiple(of: 2) {
      let listsPoints = isDensity && !terms.flatMap(store.factors).contains { store.indicatedCondition($0) != nil }
      if !remaining.isEmpty, !listsPoints {
        return fail(.casesIncomplete(tree.span(node), end: tree.span(parts[parts.count - 1])))
      }
    } else {
      let value = caseValue(parts[parts.count - 1])
      terms += remaining.map { store.product($0 + [value]) }
    }
    return store.sum(terms)
  }

  /// The value of a case; `-inf`, the logarithm of a density that vanishes, leaves no term.
  private mutating func caseValue(_ node: NodeID) -> Expr {
    guard purpose == .model, infinity(node) == -1 else { return expression(node) }
    excludesCases = true
    return store.zero
  }

  /// The parts of a cell on which some test fails, without overlap: the first fails, or the first holds and the second
  /// fails, and so on.
  private func failing(_ tests: [Test], within cell: Cell) -> [Cell] {
    var found: [Cell] = []
    var prefix = cell
    for test in tests {
      if let failing = reduced(prefix + [test.fails]) { found.append(failing) }
      guard let holding = reduced(prefix + [test.holds]) else { break }
      prefix = holding
    }
    return found
  }

  // MARK: Conditions

  /// What a condition tests; nil after an error.
  private mutating func tests(_ condition: NodeID) -> [Test]? {
    let parts = tree.children(condition)
    if tree.kind(condition) == .membership { return tests(ofMembership: parts, condition) }
    if let mixed = mixedDirections(condition) {
      _ = fail(mixed)
      return nil
    }
    let sides = stride(from: 0, to: parts.count, by: 2).map { expression(parts[$0]) }
    let tests = (0..<(sides.count - 1)).flatMap { k -> [Test] in
      guard case .relation(let relation) = tree.kind(parts[2 * k + 1]) else { return [] }
      return withoutAbsoluteValue(sides[k], relation, sides[k + 1]).compactMap { test($0.0, relation, $0.1) }
    }
    // A case is meant to occur: 0 < x < c says that c is positive.
    if tests.count > 1, case .relation(let relation) = tree.kind(parts[1]), relation != .equal {
      assumptions.assume(.relation(sides[0], relation, sides[sides.count - 1]))
    }
    return tests
  }

  private mutating func tests(ofMembership parts: [NodeID], _ condition: NodeID) -> [Test]? {
    let member = expression(parts[0])
    guard let set = set(parts[1]) else { return nil }
    switch set {
    case .reals: return []
    case .interval(let lower, let upper, let lowerClosed, let upperClosed):
      let below = lower.flatMap { test(member, lowerClosed ? .greaterOrEqual : .greater, $0) }
      let above = upper.flatMap { test(member, upperClosed ? .lessOrEqual : .less, $0) }
      return [below, above].compactMap { $0 }
    case .finite(let values):
      let isOne = store.sum(values.map { indicator(ofZero: store.difference(member, $0)) })
      return [(isOne, store.difference(store.one, isOne))]
    case .lattice(let lower, let upper) where assumptions.isInteger(member) == .yes:
      let below = lower.flatMap { test(member, .greaterOrEqual, $0) }
      let above = upper.flatMap { test(member, .lessOrEqual, $0) }
      return [below, above].compactMap { $0 }
    case .lattice:
      _ = fail(.unsupportedBracket(text(condition), tree.span(condition)))
      return nil
    }
  }

  /// `|a| < b` as `-b < a` and `a < b`, which show where the cases meet; other relations as they are.
  private func withoutAbsoluteValue(_ left: Expr, _ relation: Relation, _ right: Expr) -> [(Expr, Expr)] {
    func inside(_ e: Expr) -> Expr? {
      store.function(e)?.notation.style == .absoluteValue ? store.operand(e, at: 0) : nil
    }
    switch relation {
    case .less, .lessOrEqual:
      if let a = inside(left) { return [(store.negatedTerms(right), a), (a, right)] }
    case .greater, .greaterOrEqual:
      if let a = inside(right) { return [(left, a), (a, store.negatedTerms(left))] }
    case .equal, .notEqual: break
    }
    return [(left, right)]
  }

  private func test(_ a: Expr, _ relation: Relation, _ b: Expr) -> Test? {
    switch relation {
    case .equal, .notEqual:
      // `0^(a - b)`, as `e^0` is 1 also at e = 0.
      let equal = indicator(ofZero: store.difference(a, b))
      let different = store.difference(store.one, equal)
      return relation == .equal ? (equal, different) : (different, equal)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let holds = store.bracket(a, relation, b), let fails = store.bracket(a, relation.negation, b) else {
        return nil
      }
      return (holds, fails)
    }
  }

  private func indicator(ofZero e: Expr) -> Expr {
    if let value = store.numberValue(e) { return value.isZero ? store.one : store.zero }
    return store.power(store.zero, e)
  }

  // MARK: Cells

  /// A cell without brackets that others imply; nil where they contradict each other or what is declared.
  private func reduced(_ cell: Cell) -> Cell? {
    var kept: Cell = []
    for bracket in cell where !kept.contains(bracket) { kept.append(bracket) }
    if isEmpty(kept) { return nil }
    for bracket in kept.reversed() where kept.count > 1 {
      guard store.indicatedCondition(bracket) != nil, let complement = store.complementaryBracket(bracket) else {
        continue
      }
      let others = kept.filter { $0 != bracket }
      if isEmpty(others + [complement]) { kept = others }
    }
    return kept
  }

  /// Whether it is proved that the brackets of a cell are 1 together nowhere within what is declared.
  private func isEmpty(_ cell: Cell) -> Bool {
    if cell.contains(where: { bracket in store.complementaryBracket(bracket).map(cell.contains) ?? false }) {
      return true
    }
    let conditions = cell.compactMap(store.indicatedCondition)
    if missesList(cell) { return true }
    let size = conditions.flatMap(\.expressions).reduce(0) { $0 + store.nodeCount($1) }
    if conditions.isEmpty || size > Self.largestCell { return false }
    let excluded = cell.compactMap(excludedPoint)
    let there = assumptions.assuming(conditions)
    if there.isContradictory || excluded.contains(where: { there.isZero($0) == .yes }) { return true }
    // Of the integers from 0 to 1, none is left without 0 and without 1.
    return excluded.count > 1
      && there.assuming(excluded.map { .relation($0, .notEqual, store.zero) }).isContradictory
  }

  /// Whether a cell leaves out every value of a variable whose values are listed.
  private func missesList(_ cell: Cell) -> Bool {
    let symbols = Set(cell.flatMap { store.freeSymbols($0) })
    return symbols.contains { symbol in
      guard case .finite(let values) = assumptions.domain(of: symbol) else { return false }
      return values.allSatisfy { value in
        cell.contains { store.substitute($0, [(symbol, value)]) == store.zero }
      }
    }
  }

  /// What must not vanish where `1 - 0^e` is 1.
  private func excludedPoint(_ bracket: Expr) -> Expr? {
    guard store.op(bracket) == .sum, let equation = store.complementaryBracket(bracket) else { return nil }
    return store.baseAndExponent(equation).1
  }
}
