internal import Calculus
internal import Diagnostics
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

/// The mass of a density in closed form, where it is not 1 somewhere on the domain.
///
/// Integrals at a few points do not see what a far end of the support cuts off, nor the last digits of a rounded constant; the
/// closed form does, at those points with all its digits or nearer to the end.
struct ExactMass {
  private let mass: Expr
  private let excess: Real
  private let place: String
  private let model: Model

  private static let digits = 12
  /// What differs by more at an ordinary point has been refuted by an integral; else the closed form is in doubt.
  private static let screened = Real(1e-5)
  private static let powersOfTen = [1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6]

  /// The mass of a density that was given as normalised; nil where it is 1, or has no closed form.
  init?(_ derived: DerivedModel) {
    let (store, symbols) = (derived.model.store, derived.symbols)
    guard !derived.model.isUpToNormalizer, let mass = derived.results.normalizer?.result, mass != store.one,
      !store.containsExpectation(mass),
      let evaluator = try? ClosedFormEvaluator(
        store, expressions: [store.difference(mass, store.one)], parameters: symbols)
    else { return nil }
    func excess(_ point: [Rational]) -> Real? {
      let estimate = evaluator.estimates(at: point, digits: Self.digits)[0]
      return estimate.isFinite && estimate.digits > 1 && !estimate.isIndistinguishableFromZero ? estimate.value : nil
    }
    let points = derived.model.samplePoints.points(upTo: ModelAnalysis.pointCount)
    if points.contains(where: { point in excess(point).map { $0.magnitude > Self.screened } ?? false }) { return nil }
    let all = points + Self.farther(points).filter { derived.model.samplePoints.admits($0) == .yes }
    guard let (point, found) = all.firstValue({ point in excess(point).map { (point, $0) } }) else { return nil }
    self.mass = derived.results.setting.simplifier.textbookForm(mass)
    self.excess = found
    place = zip(symbols, point).map { "\(store.symbolName($0) ?? "") = \($1)" }.joined(separator: ", ")
    model = derived.model
  }

  /// Points a power of ten farther out, or farther in.
  private static func farther(_ points: [[Rational]]) -> [[Rational]] {
    powersOfTen.flatMap { power -> [[Rational]] in
      let factor = Rational(10).power(power)
      return points.map { $0.map { $0 * factor } }
    }
  }

  /// What there is to say of it.
  var complaint: Diagnostic {
    let printer = PlainPrinter(model.store)
    let text = MassMessages.isShort(mass, model.store) ? "`\(printer.print(mass))`" : nil
    let position = place.isEmpty ? "" : "at \(place) "
    let seen =
      excess.magnitude > Self.screened
      ? "is \((Real(1) + excess).description(digits: 6))" : "differs from 1 by \(excess.description(digits: 2))"
    return .wrongMass(
      model.parsed.densitySpan, mass: text ?? "(a sum of many terms)",
      over: model.supportConditions.map(printer.print).joined(separator: ", "), notes: [position + "it \(seen)"],
      offer: MassMessages.offer)
  }
}
