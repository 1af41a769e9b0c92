public import Diagnostics
import Expressions
import Syntax

/// A model that names a distribution, with the catalogue's density put in as text.
public struct NamedModel: Sendable {
  /// The model in the log-density language.
  public let text: String
  /// What the arguments were taken to be.
  public let note: String

  /// Reads a text such as `x ~ Normal(mu, sigma^2), known sigma`; nil where it names no distribution.
  ///
  /// - Throws: diagnostics that point into the text, where the distribution or an argument is unknown.
  public init?(_ source: SourceText, catalog: FamilyCatalog) throws(DiagnosticList) {
    let functions = FunctionTable.standard
    guard let call = DistributionCall(source, functions: functions) else { return nil }
    let families = catalog.names.compactMap { try? catalog.family(named: $0) }
    let candidates = families.flatMap { family in
      family.calls.filter { $0.name.text == call.name }.map { (family: family, form: $0) }
    }
    guard !candidates.isEmpty else {
      guard !catalog.names.isEmpty else {
        throw DiagnosticList([.distributionWithoutCatalogue(call, folders: catalog.folders)])
      }
      let known = families.flatMap(\.calls).map(\.name.text)
      throw DiagnosticList([.unknownDistribution(call, among: Array(Set(known)).sorted())])
    }
    let fitting = candidates.compactMap { entry in
      Self.bindings(call, entry.form).map { (family: entry.family, form: entry.form, values: $0) }
    }
    guard
      let chosen = Self.chosen(fitting.map(\.family), call).flatMap({ name in
        fitting.first { $0.family.name.text == name }
      })
    else {
      let forms = candidates.map { Self.described($0.form) }
      throw DiagnosticList([
        fitting.count > 1
          ? .ambiguousDistribution(call, forms: fitting.map { Self.described($0.form) })
          : .argumentsDoNotFit(call, forms: forms)
      ])
    }
    text = Self.text(call, chosen.family, chosen.values, functions)
    let values = zip(chosen.form.arguments, chosen.values).map { "\($0.key) = \($1.text)" }
    note = "\(call.name) is read with \(values.joined(separator: ", ")), as in the family \(chosen.family.name.text)"
  }

  /// The family that is meant: the only one that fits, or the one that has the distribution's own name.
  private static func chosen(_ families: [Family], _ call: DistributionCall) -> String? {
    if families.count == 1 { return families[0].name.text }
    return families.map(\.name.text).first { FamilyCatalog.fileName(call.name) == $0 }
  }

  /// The arguments in the order of a form; nil where they do not fit it.
  private static func bindings(_ call: DistributionCall, _ form: FamilyCall) -> [DistributionCall.Argument]? {
    guard call.arguments.count == form.arguments.count else { return nil }
    var values: [DistributionCall.Argument?] = Array(repeating: nil, count: form.arguments.count)
    for (position, argument) in call.arguments.enumerated() {
      var place = position
      if let key = argument.key {
        guard let named = form.arguments.firstIndex(where: { $0.key == key || $0.symbol.text == key }) else {
          return nil
        }
        place = named
      }
      guard values[place] == nil else { return nil }
      values[place] = argument
    }
    return values.compactMap { $0 }
  }

  private static func described(_ form: FamilyCall) -> String {
    "\(form.name.text)(\(form.arguments.map { "\($0.key) = …" }.joined(separator: ", ")))"
  }

  private static func text(
    _ call: DistributionCall, _ family: Family, _ values: [DistributionCall.Argument], _ functions: FunctionTable
  ) -> String {
    var replacements: [String: String] = [:]
    for variable in family.variables { replacements[variable.name.text] = call.variable }
    let form = family.calls.first { $0.name.text == call.name && $0.arguments.count == values.count }
    var given: [String: DistributionCall.Argument] = [:]
    for (argument, value) in zip(form?.arguments ?? [], values) {
      replacements[argument.symbol.text] = value.text
      given[argument.symbol.text] = value
    }
    func inserted(_ text: String) -> String {
      DistributionCall.substituting(replacements, in: text, functions: functions)
    }
    let known = Set(family.known.map(\.name.text))
    let names = isPlain(call, values, functions) ? listed(values, form, known: known) : ""
    let opening = (family.isLogDensity ? "log p(" : "p(") + call.variable + names + ")"
    let density = inserted(family.density.text)
    var parts = [density.hasPrefix("~") ? "\(opening) \(density)" : "\(opening) = \(density)"]
    parts += family.variables.map { inserted($0.condition.text) }
    // The domain of an argument that is more than a name is read off the density.
    for declaration in family.parameters + family.known where given[declaration.name.text]?.symbol != nil {
      parts.append(inserted(declaration.condition.text))
    }
    for declaration in family.known where names.isEmpty {
      if let symbol = given[declaration.name.text]?.symbol { parts.append("known \(symbol)") }
    }
    parts += call.covariates.map { "known \($0)" }
    return parts.joined(separator: ", ") + call.clauses
  }

  /// Whether a call consists of different symbols alone, so that they can be listed in the order in which they were typed.
  private static func isPlain(
    _ call: DistributionCall, _ values: [DistributionCall.Argument], _ functions: FunctionTable
  ) -> Bool {
    let symbols = values.compactMap(\.symbol)
    let names = Set(symbols + [call.variable])
    return call.clauses.isEmpty && call.covariates.isEmpty && symbols.count == values.count
      && names.count == symbols.count + 1
      && names.allSatisfy { functions.function(named: $0) == nil && $0.lowercased() != "e" }
  }

  /// ` | a, b; n`: the arguments of a call, those known last.
  private static func listed(
    _ values: [DistributionCall.Argument], _ form: FamilyCall?, known: Set<String>
  ) -> String {
    let entries = zip(form?.arguments ?? [], values).sorted { $0.1.span.lower < $1.1.span.lower }
    let (given, open) = (
      entries.filter { known.contains($0.0.symbol.text) }, entries.filter { !known.contains($0.0.symbol.text) }
    )
    func names(_ entries: [(FamilyCall.Argument, DistributionCall.Argument)]) -> String {
      entries.compactMap(\.1.symbol).joined(separator: ", ")
    }
    if open.isEmpty { return "" }
    return " | " + names(open) + (given.isEmpty ? "" : "; " + names(given))
  }
}
