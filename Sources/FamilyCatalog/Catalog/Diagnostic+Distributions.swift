import Diagnostics
import Syntax

// What can be wrong with a distribution that a model names.
extension Diagnostic {
  static func ambiguousDistribution(_ call: DistributionCall, forms: [String]) -> Diagnostic {
    Diagnostic(
      id: "family.ambiguous-distribution", message: "`\(call.name)` can be read in \(forms.count) ways",
      primary: Label(call.nameSpan), notes: forms.map { "as `\($0)`" }, help: "give the arguments with their keys")
  }

  static func argumentsDoNotFit(_ call: DistributionCall, forms: [String]) -> Diagnostic {
    let place = call.arguments.first.map { first in
      first.span.union(call.arguments[call.arguments.count - 1].span)
    }
    return Diagnostic(
      id: "family.arguments", message: "`\(call.name)` does not take these arguments",
      primary: Label(place ?? call.nameSpan), help: "write \(forms.map { "`\($0)`" }.joined(separator: " or "))")
  }

  static func distributionWithoutCatalogue(_ call: DistributionCall, folders: [String]) -> Diagnostic {
    Diagnostic(
      id: "family.no-catalogue", message: "there are no families to look for `\(call.name)` in",
      primary: Label(call.nameSpan),
      notes: [searched(folders)], help: folderHelp)
  }

  static func unknownDistribution(_ call: DistributionCall, among known: [String]) -> Diagnostic {
    let nearest = SpellingSuggestion(among: known).nearest(to: call.name).map { "`\($0)`" }
    return Diagnostic(
      id: "family.unknown-distribution", message: "there is no distribution `\(call.name)` in the catalogue",
      primary: Label(call.nameSpan, "no family is called so"), notes: ["`derive families` lists them"],
      help: nearest.isEmpty
        ? "write its density, as in `log p(\(call.variable) | …) = …`"
        : "did you mean \(nearest.joined(separator: " or "))?")
  }
}
