internal import Multiprecision

extension SignAnalysis {
  /// The signs of a sum: all terms of one sign, else a combination of the assumptions.
  func sumSigns(_ e: Expr) -> Signs {
    let termwise = store.operands(e).map(signs).reduce(Signs.zero) { $0.adding($1) }
    let real = termwise.intersection(.real)
    if real == .positive || real == .negative || real.isEmpty { return termwise }
    return refined(real, store.linearForm(e)).union(termwise.intersection(.undefined))
  }

  /// The signs left after the assumptions have been combined.
  func refined(_ known: Signs, _ form: LinearForm) -> Signs {
    if form.isConstant { return Signs(signum: form.constant.signum) }
    var result = known
    if nonzeroForms.contains(where: { form.ratio(to: $0) != nil }) { result.remove(.zero) }
    let (above, below) = SignProof(analysis: self).proofs(of: form)
    if above == .positive { return result.intersection(.positive) }
    if below == .positive { return result.intersection(.negative) }
    if above == .nonnegative { result.remove(.negative) }
    if below == .nonnegative { result.remove(.positive) }
    return result
  }
}
