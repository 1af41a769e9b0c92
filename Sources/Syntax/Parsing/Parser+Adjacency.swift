internal import Diagnostics

extension Parser {
  /// Whether what comes next begins an operand although an operator is due.
  var isAtAdjacentOperand: Bool {
    next.startsOperand || next.kind == .leftBracket || (next.kind == .leftBrace && usesLatex) || isAtOpeningBar
  }

  /// Two operands without an operator between them: `2x`, `2 pi sigma`, `x log x`, `(1 - x)(1 - y)` and `λx` are products,
  /// and so is `\alpha x` in LaTeX; whatever could be read in two ways, or is probably a slip, is an error.
  mutating func extendByAdjacency(_ chain: inout OperatorChain, _ minimum: Int) throws(Diagnostic) -> Bool {
    if continuesExponent(chain) {
      throw .ambiguousExponent(source.text(in: previous.span), found(next), previous.span.union(next.span))
    }
    if isBesideUnclearBar { throw .ambiguousBars(previous.span.union(next.span)) }
    guard isProduct else { throw missingOperator() }
    guard minimum < BindingPower.product else { return false }
    if chain.endsInDivision { throw try ambiguousQuotient(chain) }
    join(.product, try expression(BindingPower.product), &chain)
    return true
  }

  /// Whether a factor might belong to a bare exponent before it: `2^2x`, `e^-lambda x`.
  private func continuesExponent(_ chain: OperatorChain) -> Bool {
    if usesLatex || next.kind == .leftParenthesis && next.traits.contains(.blankBefore) { return false }
    let isNumeric = previous.kind == .number && position >= 2 && tokens[position - 2].kind == .caret
    if isNumeric { return !next.traits.contains(.blankBefore) }
    return chain.endsInSignedExponent && previous.kind == .name && !isFunction(next)
  }

  /// Whether two neighbours can only be factors.
  private var isProduct: Bool {
    if isIndicator(next) { return true }
    if next.kind == .number || next.kind == .vulgarFraction { return false }
    if usesLatex { return next.kind != .leftBracket || previous.kind != .name || next.traits.contains(.blankBefore) }
    switch previous.kind {
    case .number, .vulgarFraction: return true
    case .rightParenthesis, .superscript, .bang, .rightBrace, .rightBracket, .bar: return true
    case .name:
      if isFunction(previous), !isConstant(names[previous.payload]), !previous.traits.contains(.greekLetter),
        !listedNames.contains(previous.payload)
      {
        return false
      }
      return next.traits.contains(.blankBefore) || previous.traits.contains(.greekLetter)
        || next.traits.contains(.greekLetter) || next.kind == .bar
    default: return false
    }
  }

  private func missingOperator() -> Diagnostic {
    let span = previous.span.union(next.span)
    if previous.kind == .name, isFunction(previous), !(previous.traits.contains(.greekLetter)) {
      let name = source.text(in: previous.span)
      return .missingParentheses(name.excerpt, argument: nameOrNumber(next), span)
    }
    let left = source.text(in: previous.span).excerpt
    return .missingOperator(left: left, right: source.text(in: next.span).excerpt, span)
  }

  /// `1/2x`: the diagnostic shows what either reading would be written as.
  private mutating func ambiguousQuotient(_ chain: OperatorChain) throws(Diagnostic) -> Diagnostic {
    let parts = tree.children(chain.left)
    let divisor = parts[parts.count - 1]
    let start = tree.span(chain.left).lower
    let dividend = source.text(in: SourceSpan(start, tree.span(divisor).lower)).trimmed
    let denominator = source.text(in: SourceSpan(tree.span(divisor).lower + 1, previous.span.upper)).trimmed
    let second = next.span.lower
    _ = try expression(BindingPower.product)
    let factor = source.text(in: SourceSpan(second, previous.span.upper)).trimmed
    return .ambiguousQuotient(
      dividend.excerpt, denominator.excerpt, factor.excerpt, SourceSpan(start, previous.span.upper))
  }
}
