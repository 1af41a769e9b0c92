internal import Expressions

/// Applies a list of rules from the leaves upwards until none applies, remembering every node.
final class Rewriter {
  /// A bound on rewritings of one node, so that two rules that undo each other cannot run forever.
  private static let maximumRounds = 32

  private let context: RewriteContext
  private let rules: [any RewriteRule]
  private var known: [Expr: Expr] = [:]
  /// The rules that fired since the last reset, in order of first use.
  private(set) var fired: [String] = []

  init(_ context: RewriteContext, rules: [any RewriteRule]) {
    self.context = context
    self.rules = rules
  }

  /// The rewritten expression.
  func rewritten(_ e: Expr) -> Expr {
    if let result = known[e] { return result }
    var current = context.store.mapOperands(e) { rewritten($0) }
    for _ in 0..<Self.maximumRounds {
      guard let next = onceRewritten(current) else { break }
      current = context.store.mapOperands(next) { rewritten($0) }
    }
    known[e] = current
    known[current] = current
    return current
  }

  private func onceRewritten(_ e: Expr) -> Expr? {
    for rule in rules {
      if let rewriting = rule.rewrite(e, context), rewriting.after != e {
        if !fired.contains(rule.id) { fired.append(rule.id) }
        return rewriting.after
      }
    }
    return nil
  }
}
