public import Calculus
public import Diagnostics
internal import Expressions
internal import Syntax

extension Analysis {
  /// Derives a model, then the same model in new coordinates by itself, and compares both by the laws of transformation.
  ///
  /// - Parameter coordinates: each old parameter as a function of new ones, then what restricts those:
  ///   `p = 1/(1 + exp(-eta)), eta in R`.
  /// - Returns: the reports in the old and in the new coordinates; the second says what the comparison showed.
  public func run(
    _ source: SourceText, coordinates: SourceText
  ) throws(DiagnosticList) -> (old: Report, new: Report) {
    let old = try run(source)
    let store = ExpressionStore()
    let conditions = try ModelParser(store: store).parseConditions(coordinates).map(\.condition)
    let printer = PlainPrinter(store)
    let names = old.setting.parameters.map { PlainPrinter(old.store).print($0) }
    var map: [(old: Expr, value: Expr)] = []
    for name in names {
      let symbol = store.symbol(name)
      guard let value = conditions.firstValue({ $0.value(of: symbol) }) else {
        throw DiagnosticList([.coordinateMissing(name, coordinates.wholeSpan)])
      }
      map.append((symbol, value))
    }
    let rest = conditions.filter { condition in !map.contains { condition.value(of: $0.old) != nil } }
    let text = try Self.transformed(old, map, store).text(rest.map { printer.print($0) })
    let new = try run(SourceText(name: coordinates.name, text: text)) { store in
      guard let carried = Self.carried(map, printer, to: store) else { return nil }
      return CoordinateChange(carried, old: old, in: store)
    }
    return (old, new)
  }

  private static func carried(
    _ map: [(old: Expr, value: Expr)], _ printer: PlainPrinter, to store: ExpressionStore
  ) -> [(old: Expr, value: Expr)]? {
    let carried = map.compactMap { old, value -> (old: Expr, value: Expr)? in
      guard let symbol = try? store.parse(printer.print(old)), let image = try? store.parse(printer.print(value)) else {
        return nil
      }
      return (symbol, image)
    }
    return carried.count == map.count ? carried : nil
  }

  /// The parts of a model's text with new expressions in place of its parameters.
  private static func transformed(
    _ report: Report, _ map: [(old: Expr, value: Expr)], _ store: ExpressionStore
  ) throws(DiagnosticList) -> TransformedModel {
    let (from, to) = (PlainPrinter(report.store), PlainPrinter(store))
    func carried(_ text: String) throws(DiagnosticList) -> String {
      to.print(store.substitute(try store.parse(text), map.map { ($0.old, $0.value) }))
    }
    func carried(_ condition: Condition) throws(DiagnosticList) -> String {
      let parsed = try store.parseCondition(from.print(condition))
      return to.print(parsed.substituting(map.map { ($0.old, $0.value) }, in: store))
    }
    var clauses: [String] = []
    for condition in report.setting.support { clauses.append(try carried(condition)) }
    let known = Set(report.setting.known)
    for domain in report.setting.domains where known.contains(domain.symbol) {
      for condition in domain.conditions { clauses.append(try carried(condition)) }
    }
    var parameters: [Expr] = []
    for symbol in map.flatMap({ store.freeSymbols($0.value) }) where !parameters.contains(symbol) {
      if !report.setting.known.contains(where: { from.print($0) == to.print(symbol) }) { parameters.append(symbol) }
    }
    return TransformedModel(
      observed: report.setting.observed.map { from.print($0) }, parameters: parameters.map { to.print($0) },
      known: report.setting.known.map { from.print($0) },
      logDensity: try carried(from.print(report.setting.logDensity)), clauses: clauses)
  }
}

/// The text of a model, part by part.
private struct TransformedModel {
  let observed: [String]
  let parameters: [String]
  let known: [String]
  let logDensity: String
  let clauses: [String]

  func text(_ further: [String]) -> String {
    let known = known.isEmpty ? "" : "; " + known.joined(separator: ", ")
    let header = "log p(\(observed.joined(separator: ", ")) | \(parameters.joined(separator: ", "))\(known))"
    return (["\(header) = \(logDensity)"] + clauses + further).joined(separator: ", ")
  }
}

extension Condition {
  /// What an equation states a symbol to be.
  fileprivate func value(of symbol: Expr) -> Expr? {
    if case .relation(symbol, .equal, let value) = self { return value }
    return nil
  }
}
