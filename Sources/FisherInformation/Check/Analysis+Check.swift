public import Diagnostics
internal import Multiprecision

extension Analysis {
  /// Understands and derives a model, ready to be checked at one point: the one asked for, or a typical one.
  ///
  /// - Throws: diagnostics for text that is not understood, and for limits that were reached (`limit.…`).
  public func check(_ source: SourceText) throws(DiagnosticList) -> CheckedModel {
    let understood = try understood(source)
    let model = understood.model
    let derived = try DerivedModel(model, formulas: understood.formulas, tools: tools)
    var point = model.samplePoints.points(upTo: 1).first
    if let asked = options.point { point = try AskedPoint(asked, model).values(derived.symbols) }
    guard let point else { throw DiagnosticList([.noSamplePoint(model)]) }
    return CheckedModel(derived: derived, point: point, digits: options.digits, limits: understood.limits)
  }
}
