extension ExpressionStore {
  /// The values of a variable at which an expression is continuous but not differentiable, e.g. mu for `abs(x - mu)`.
  ///
  /// Read off the function table; only arguments affine in the variable are solved. Without repetitions, in the order of
  /// the calls.
  public func kinks(of e: Expr, in variable: Expr) -> [Expr] {
    var found: [Expr] = []
    for argument in kinkArguments(of: e) {
      guard contains(argument, variable), let (slope, offset) = affineParts(of: argument, in: variable) else {
        continue
      }
      // Multiplied out, so that m - k is found once, not as -(k - m) too.
      let kink = multipliedOut(quotient(negated(offset), slope))
      if !found.contains(kink) { found.append(kink) }
    }
    return found
  }

  /// The expressions at whose zeros a call inside an expression has a kink, in the order of the calls.
  public func kinkArguments(of e: Expr) -> [Expr] {
    var seen: Set<Expr> = []
    var found: [Expr] = []
    func visit(_ e: Expr) {
      guard seen.insert(e).inserted else { return }
      if let definition = function(e), definition.parameters.count == operandCount(e) {
        for text in definition.kinks {
          let argument = DomainText.expression(
            text, parameters: definition.parameters, arguments: operands(e), in: self)
          if let argument, !found.contains(argument) { found.append(argument) }
        }
      }
      operands(e).forEach(visit)
    }
    visit(e)
    return found
  }
}
