internal import Diagnostics
internal import Expressions
internal import Multiprecision

/// Turns a syntax tree into expressions of a store, resolving names against the function table and what the text declares.
///
/// Nothing is expanded or simplified beyond what the store's constructors do. An error leaves a placeholder and is noted,
/// so that several are found in one go.
struct Elaborator {
  /// What a text is for, which decides how strictly it is read.
  enum Purpose {
    /// A model that a person typed: infinities and logarithms of zero are refused.
    case model
    /// A formula, which may contain anything that a result may contain.
    case formula
  }

  let tree: SyntaxTree
  let names: NameTable
  let source: SourceText
  let store: ExpressionStore
  let limits: SyntaxLimits
  let purpose: Purpose
  /// Names that the text declares to be symbols.
  var declared: Set<String> = []
  /// What names that `where` defines stand for.
  var definitions: [String: Expr] = [:]
  /// Those of them that were met.
  var usedDefinitions: Set<String> = []
  /// The values of the indices of sums and products that are being written out.
  var indices: [(name: String, value: Expr)] = []
  var diagnostics: [Diagnostic] = []
  /// What the clauses state, by which the parts of `cases` are told apart.
  var assumptions: Assumptions
  /// Whether the formula is a density, which is 0 at points that no case lists.
  var isDensity = false
  /// Whether some case of a log-density is -inf, so that the other cases are its support.
  var excludesCases = false
  /// The symbols met so far, in order, with the place of the first occurrence.
  private(set) var symbols: [(symbol: Expr, span: SourceSpan)] = []
  private var places: [Expr: Int] = [:]
  private var work = 0
  private var isExhausted = false

  init(_ parser: Parser, store: ExpressionStore, purpose: Purpose) {
    tree = parser.tree
    names = parser.names
    source = parser.source
    limits = parser.limits
    self.store = store
    self.purpose = purpose
    assumptions = Assumptions(store)
  }

  /// Whether the text has cases, whose parts are told apart by what is assumed.
  var hasCases: Bool { tree.contains(.cases) }

  /// Notes an error and gives a placeholder to go on with.
  mutating func fail(_ diagnostic: Diagnostic) -> Expr {
    if diagnostics.count < 4 * DiagnosticList.maximumCount { diagnostics.append(diagnostic) }
    return store.one
  }

  mutating func note(_ symbol: Expr, _ span: SourceSpan) {
    guard let place = places[symbol] else {
      places[symbol] = symbols.count
      symbols.append((symbol, span))
      return
    }
    if span.lower < symbols[place].span.lower { symbols[place].span = span }
  }

  /// Takes back that symbols were met: they stand for others.
  mutating func forget(where isStandIn: (Expr) -> Bool) {
    let kept = symbols.filter { !isStandIn($0.symbol) }
    if kept.count == symbols.count { return }
    symbols = kept
    places = Dictionary(uniqueKeysWithValues: symbols.enumerated().map { ($1.symbol, $0) })
  }

  /// The expression that a node stands for.
  mutating func expression(_ node: NodeID) -> Expr {
    work += 1
    if work > limits.nodes {
      if isExhausted { return store.one }
      isExhausted = true
      return fail(.tooManyNodes(limits.nodes, tree.span(node)))
    }
    switch tree.kind(node) {
    case .number: return number(node)
    case .superscript(let text): return store.number(Rational(names[text]) ?? Rational(0))
    case .symbol(let name): return symbol(names[name], tree.span(node))
    case .indexed(let name): return indexedSymbol(names[name], node)
    case .sum: return store.sum(tree.children(node).map { expression($0) })
    case .product: return store.product(tree.children(node).map { expression($0) })
    case .negation: return store.negated(expression(tree.children(node)[0]))
    case .divisor: return divisor(node)
    case .power: return power(node)
    case .squareRoot: return squareRoot(tree.children(node)[0])
    case .root: return root(node)
    default: return expressionOfCall(node)
    }
  }

  private mutating func number(_ node: NodeID) -> Expr {
    guard let value = Rational(source.text(in: tree.span(node))) else {
      return fail(.decimalExponentTooLarge(text(node), tree.span(node)))
    }
    return store.number(value)
  }
}
