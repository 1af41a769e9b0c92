extension ExpressionStore {
  /// The values of a variable at which something holds that holds at no value next to them: the places of kinks, and those
  /// where the exponent of a power of 0, a linear function of the variable, is 0, such as 1000 for `[k = 1000]`.
  public func isolatedValues(of e: Expr, in variable: Expr) -> [Expr] {
    var found = kinks(of: e, in: variable)
    var seen: Set<Expr> = []
    func visit(_ e: Expr) {
      guard seen.insert(e).inserted, contains(e, variable) else { return }
      if op(e) == .power, operand(e, at: 0) == zero, let parts = affineParts(of: operand(e, at: 1), in: variable) {
        let place = quotient(negated(parts.offset), parts.slope)
        if !found.contains(place) { found.append(place) }
      }
      operands(e).forEach(visit)
    }
    visit(e)
    return found
  }
}
