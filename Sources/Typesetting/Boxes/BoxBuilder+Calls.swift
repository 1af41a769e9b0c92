internal import Expressions

extension BoxBuilder {
  /// A symbol or the call of a function, by its notation.
  ///
  /// - Parameter bare: whether a name such as log may stand beside a simple argument without parentheses.
  func call(_ e: Expr, bare: Bool) -> MathBox {
    if let name = store.symbolName(e) { return .name(MathName(name)) }
    guard let notation = store.function(e)?.notation else { return box(e) }
    let mark = MathBox.function(FunctionMark(notation))
    let arguments = store.operands(e)
    switch notation.style {
    case .constant: return mark
    case .prefixCall: return applied(mark, to: arguments, bare: bare)
    case .call: return .row([mark, list(arguments).parenthesised])
    case .exponential: return .superscript(mark, inline.box(arguments[0]))
    case .absoluteValue: return .fenced(.bars, box(arguments[0]))
    case .expectation: return .row([mark, .fenced(.square, box(arguments[0]))])
    case .factorial: return .row([atom(arguments[0]), .sign(.factorial)])
    case .factorialAfterName: return .row([mark, .sign(.application), atom(arguments[0]), .sign(.factorial)])
    case .condition:
      return store.statedCondition(e).map { bracket($0) } ?? .row([mark, list(arguments).parenthesised])
    case .binomial: return binomial(mark, arguments)
    case .derivative: return derivative(mark, arguments)
    case .bound: return bound(FunctionMark(notation), arguments)
    case .subscriptedCall: return .row([.subscript(mark, inline.box(arguments[0])), rest(arguments)])
    case .superscriptedCall:
      return .row([.superscript(mark, inline.box(arguments[0]).parenthesised), rest(arguments)])
    }
  }

  /// A name beside its argument, with parentheses only where they are needed.
  func applied(_ name: MathBox, to arguments: [Expr], bare: Bool) -> MathBox {
    if bare, arguments.count == 1, isSimpleArgument(arguments[0]) {
      return .row([name, .sign(.application), box(arguments[0])])
    }
    return .row([name, list(arguments).parenthesised])
  }

  private func list(_ arguments: [Expr]) -> MathBox { .list(arguments.map { box($0) }) }

  private func rest(_ arguments: [Expr]) -> MathBox { list(Array(arguments.dropFirst())).parenthesised }

  /// Whether an argument reads without parentheses: one letter or number, or a call that brings its own.
  private func isSimpleArgument(_ e: Expr) -> Bool {
    if store.op(e) == .call, case .binomial? = store.function(e)?.notation.style { return layout == .stacked }
    return isAtomic(e)
  }

  /// Upper above lower in display, a call on one line.
  private func binomial(_ mark: MathBox, _ arguments: [Expr]) -> MathBox {
    if layout == .inline { return .row([mark, list(arguments).parenthesised]) }
    return .binomial(box(arguments[0]), box(arguments[1]))
  }

  /// The sign of a sum or product with its index, before the term.
  private func bound(_ mark: FunctionMark, _ arguments: [Expr]) -> MathBox {
    let first = MathBox.row([inline.box(arguments[1]), .sign(.equal), inline.box(arguments[2])])
    let body = box(arguments[0])
    let needsParentheses = store.op(arguments[0]) == .sum || DisplayTerm(arguments[0], in: store).isNegative
    let term = needsParentheses ? body.parenthesised : body
    return .row([.limits(mark, below: first, above: inline.box(arguments[3])), .sign(.application), term])
  }

  /// The derivative sign before the function, over the sign before the variable.
  private func derivative(_ mark: MathBox, _ arguments: [Expr]) -> MathBox {
    let variable = MathBox.joined([mark, atom(arguments[1])])
    let function = isAtomic(arguments[0]) ? box(arguments[0]) : box(arguments[0]).parenthesised
    switch layout {
    case .stacked: return .row([.fraction(mark, variable), .sign(.invisibleTimes), function])
    case .inline: return .row([mark, .sign(.slash), variable, .sign(.application), function])
    }
  }
}
