public import Expressions

/// The transformations of expressions that hold under a set of assumptions, remembered for one problem.
public final class Simplifier {
  /// The store of all handles.
  public let store: ExpressionStore
  /// What is assumed of the symbols.
  public let assumptions: Assumptions
  /// The parsed formulas of the function table.
  public let formulas: FunctionFormulas
  private let expansion: Rewriter
  private let contraction: Rewriter
  /// The normal form of the field that the functions generate.
  public let rational: RationalNormalForm
  /// What a person wrote, from which everything else comes: its functions may be shown, its symbols are taken.
  public let text: Expr?
  /// Symbols that no new variable may be called, beyond those of the text.
  public let reserved: [Expr]
  private let textbook: TextbookForm
  private let furtherRules: [any RewriteRule]
  private let brackets: PointBrackets
  private var normalForms: [Expr: Expr] = [:]
  private var beyondPoints: [Expr: Simplifier] = [:]

  /// Creates a simplifier; formulas may be shared between simplifiers of one store, rules added to the standard ones, and
  /// textbook forms told which functions a text was written with.
  public convenience init(
    _ assumptions: Assumptions, formulas: FunctionFormulas? = nil, furtherRules: [any RewriteRule] = [],
    writtenAs text: Expr? = nil
  ) {
    let shared = formulas ?? FunctionFormulas(assumptions.store)
    self.init(
      assumptions, furtherRules: furtherRules, formulas: shared,
      rational: RationalNormalForm(assumptions.store, formulas: shared), text: text, reserved: [])
  }

  private init(
    _ assumptions: Assumptions, furtherRules: [any RewriteRule], formulas: FunctionFormulas,
    rational: RationalNormalForm, text: Expr?, reserved: [Expr]
  ) {
    store = assumptions.store
    self.assumptions = assumptions
    brackets = PointBrackets(assumptions)
    self.furtherRules = furtherRules
    self.formulas = formulas
    let context = RewriteContext(store: store, assumptions: assumptions, formulas: formulas, rational: rational)
    expansion = Rewriter(context, rules: furtherRules + Self.expansionRules)
    contraction = Rewriter(context, rules: furtherRules + Self.expansionRules + Self.valueRules)
    self.rational = rational
    self.text = text
    self.reserved = reserved
    textbook = TextbookForm(
      store, rational: rational, formulas: formulas, assumptions: assumptions, writtenAs: text)
  }

  /// The same transformations under other assumptions.
  public func assuming(_ other: Assumptions) -> Simplifier { copy(other, reserved: reserved) }

  /// The same transformations, with more symbols that no new variable may be called.
  public func reserving(_ symbols: [Expr]) -> Simplifier { copy(assumptions, reserved: reserved + symbols) }

  private func copy(_ assumptions: Assumptions, reserved: [Expr]) -> Simplifier {
    Simplifier(
      assumptions, furtherRules: furtherRules, formulas: formulas, rational: rational, text: text, reserved: reserved)
  }

  /// Logarithms, powers and exponentials taken apart as far as the signs are known, functions written through more basic
  /// ones: log(a^2*b) = 2*log(a) + log(b).
  ///
  /// At the least integers of a symbol that brackets single out, functions have values; off them the symbol is larger: beside
  /// `1 - [x = 0]`, `log(x^(-s))` is `-s*log(x)`.
  public func expandedLogarithms(_ e: Expr) -> Expr {
    guard let split = brackets.split(e), let larger = beyond(split) else { return expansion.rewritten(e) }
    // At a point functions have values: 1/x! is 1 at 0.
    return split.joined(store, off: larger.expandedLogarithms) { contraction.rewritten($0) }
  }

  /// The same transformations off the points of a split, if these are the least integers that their symbol may be.
  private func beyond(_ split: PointSplit) -> Simplifier? {
    guard case .lattice(let lower?, _) = assumptions.domain(of: split.symbol) else { return nil }
    var next = lower
    while split.places.contains(next) { next = store.sum([next, store.one]) }
    if next == lower { return nil }
    if let known = beyondPoints[next] { return known }
    let made = assuming(assumptions.assuming([.relation(split.symbol, .greaterOrEqual, next)]))
    beyondPoints[next] = made
    return made
  }

  /// Products multiplied out into a sum of terms.
  public func expanded(_ e: Expr) -> Expr { rational.expanded(e) }

  /// A normal form: equal expressions of the field that the functions generate get the same handle, zero among them.
  public func normal(_ e: Expr) -> Expr {
    if let known = normalForms[e] { return known }
    if let split = brackets.split(e) {
      let result = split.joined(store) { normal($0) }
      normalForms[e] = result
      normalForms[result] = result
      return result
    }
    let result = undividedNormal(e)
    normalForms[e] = result
    normalForms[result] = result
    return result
  }

  /// The normal form in which brackets are symbols like others.
  private func undividedNormal(_ e: Expr) -> Expr {
    var current = e
    for _ in 0..<8 {
      let next = rational.normalForm(reduction.reduced(contraction.rewritten(current)))
      if next == current { break }
      current = next
    }
    return current
  }

  /// Whether an expression is proved to vanish identically.
  public func isZero(_ e: Expr) -> Bool { normal(e) == store.zero }

  /// The cheapest of several equal forms, as a textbook prints it.
  public func textbookForm(_ e: Expr) -> Expr {
    guard let split = brackets.split(e) else { return textbook.choose(normal(e), from: contraction.rewritten(e)) }
    let apart = split.joined(store) { textbookForm($0) }
    guard split.isDefinedThroughout else { return apart }
    let mixed = textbook.choose(undividedNormal(e), from: contraction.rewritten(e))
    // Where the variable stands off the points, `(1 - [y = 0])*(y - m)` says more than `[y = 0]*m - m + y`.
    let symbols = split.points.flatMap { store.freeSymbols($0.bracket) }
    guard store.containsAny(split.rest, symbols) else { return textbook.cheaper(apart, mixed) }
    return textbook.cost(apart) <= textbook.cost(mixed) + Self.worthOfCases ? apart : mixed
  }

  /// The normal form, or the textbook form where functions of the text, such as the normal density, would stand in the
  /// normal form as exponentials: textbook forms of all intermediate results cost too much.
  public func normalAsWritten(_ e: Expr) -> Expr {
    let normal = normal(e)
    let mayHide = !textbook.written.isEmpty && store.nodeCount(normal) <= Self.longestAsWritten
    return mayHide ? textbookForm(normal) : normal
  }

  /// The most nodes of an intermediate result that is brought to textbook form.
  private static let longestAsWritten = 120

  /// How many tokens a form may be longer that keeps the points of a variable apart from the rest.
  private static let worthOfCases = 6

  private var reduction: ShiftReduction { ShiftReduction(store: store, formulas: formulas, rational: rational) }

  private static let expansionRules: [any RewriteRule] = [
    FunctionDefinitions(), AbsoluteValueOfSigned(), BracketOfDecided(), BracketSelects(), LogarithmOfNumber(),
    LogarithmOfFunction(), LogarithmOfProduct(), LogarithmOfBracket(),
    LogarithmOfPower(), LogarithmOfSum(), PowerOfPower(), PowerOfProduct(), NumericPowerOfSum(),
    ExponentialOfLogarithms(),
  ]
  private static let valueRules: [any RewriteRule] = [SpecialValues(), NumericShift()]
}

extension Simplifier {
  /// The rule of `expandedLogarithms`.
  public var logarithmRule: Rule {
    Rule(id: "simplify.logarithms", sentence: "by the laws of logarithms and powers") { e in
      Rewriting(self.expandedLogarithms(e))
    }
  }

  /// The rule of `normal`.
  public var normalFormRule: Rule {
    Rule(id: "simplify.normal-form", sentence: "simplified", isMinor: true) { e in Rewriting(self.normal(e)) }
  }

  /// The rule of `normalAsWritten`: that of `normal` where the text has no functions to write.
  public var normalAsWrittenRule: Rule {
    if textbook.written.isEmpty { return normalFormRule }
    return Rule(id: "simplify.as-written", sentence: "simplified", isMinor: true) { e in
      Rewriting(self.normalAsWritten(e))
    }
  }

  /// The rule of `textbookForm`.
  public var textbookRule: Rule {
    Rule(id: "simplify.textbook", sentence: "simplified", isMinor: true) { e in Rewriting(self.textbookForm(e)) }
  }
}
