internal import Diagnostics
internal import Expressions
internal import Multiprecision
internal import Syntax

/// The point at which a user asked for numbers, checked against the model.
struct AskedPoint {
  private let values: [(name: String, value: Rational)]
  private let model: Model

  init(_ values: [(name: String, value: Rational)], _ model: Model) {
    self.values = values
    self.model = model
  }

  /// The values in the order of the model's symbols.
  ///
  /// - Throws: a diagnostic for a missing or unknown name, and for a point outside the domain.
  func values(_ symbols: [Expr]) throws(DiagnosticList) -> [Rational] {
    let store = model.store
    let names = symbols.map { PlainPrinter(store).print($0) }
    if let unknown = values.first(where: { asked in !names.contains(asked.name) }) {
      throw DiagnosticList([.unknownNameAtPoint(unknown.name, known: names)])
    }
    var point: [Rational] = []
    for name in names {
      guard let asked = values.last(where: { $0.name == name }) else {
        throw DiagnosticList([.missingValueAtPoint(name)])
      }
      point.append(asked.value)
    }
    if let condition = model.samplePoints.violated(by: point) {
      let text = zip(names, point).map { "\($0) = \($1)" }.joined(separator: ", ")
      throw DiagnosticList([.pointOutsideDomain(text, PlainPrinter(store).print(condition))])
    }
    return point
  }
}
