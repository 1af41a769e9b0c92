internal import Expectation
internal import Expressions
internal import Multiprecision
internal import Numerics
internal import Syntax

/// A script that repeats a check in another system, from the log-density and the closed forms alone.
///
/// Functions and arithmetic are those of the other system, scores and second derivatives are difference quotients. Integrals
/// are trapezoidal sums in plain view, as the other systems' own rules lose the digits of a power at the end of an interval
/// and evaluate each entry anew; slow sums are transformed by van Wijngaarden's rule.
struct ReplayScript {
  let text: String

  /// What the script says, in the other language.
  struct Parts {
    var title: [String]
    var digits: Int
    var definitions: [String] = []
    var point: [String]
    /// The support as it is, or its parts where single points have a probability of their own.
    var supports: [Support]
    /// The closed forms of the lower triangle of the information, row by row; nil where there is none.
    var closedForms: [String?]
    var parameters: [String]
    /// How the score grows next to an end: like this power of the inverse distance.
    var scoreGrowth = 0
  }

  /// A part of the support: the log-density there and, for each observed variable, what it runs over.
  struct Support {
    var logDensity: String
    var ranges: [Range]
  }

  /// What a variable runs over, in the other language; nil is infinite.
  enum Range {
    case line(center: String)
    case interval([String?])
    case lattice(String?, String?)
    case finite([String])

    /// The name that the scripts have for it.
    var kind: String {
      switch self {
      case .line: "line"
      case .interval: "interval"
      case .lattice: "integers"
      case .finite: "points"
      }
    }

    func places(infinity: String) -> [String] {
      func ends(_ places: [String?]) -> [String] {
        places.enumerated().map { $1 ?? ($0 == 0 ? "-" : "") + infinity }
      }
      return switch self {
      case .line(let center): [center]
      case .interval(let places): ends(places)
      case .lattice(let lower, let upper): ends([lower, upper])
      case .finite(let points): points
      }
    }
  }

  init(_ checked: CheckedModel, _ language: ReplayLanguage) throws(ScriptPrinter.Missing) {
    let (derived, store) = (checked.derived, checked.derived.model.store)
    let setting = derived.results.setting
    var printer = ScriptPrinter(
      store, language, symbols: derived.symbols, observed: setting.observed.map(\.variable))
    var supports: [Support] = []
    for part in setting.parts { supports.append(try Self.support(part, checked, &printer)) }
    var forms: [String?] = []
    for i in derived.model.parameters.indices {
      for form in derived.forms.information[i].prefix(i + 1) {
        // A function that only the closed form needs is no reason to repeat nothing.
        forms.append(form.flatMap { try? printer.print($0) })
      }
    }
    let plain = PlainPrinter(store)
    let place = zip(derived.symbols, checked.point).map { "\(plain.print($0)) = \($1)" }.joined(separator: ", ")
    var parts = Parts(
      title: ["log-density: " + plain.print(derived.model.logDensity), "at: " + place], digits: checked.digits,
      point: checked.point.map { printer.number($0) }, supports: supports, closedForms: forms,
      parameters: derived.model.parameters.map { plain.print($0) })
    parts.definitions = printer.definitions
    let ends = setting.parts.flatMap(\.observed).flatMap(\.range.bounds)
    let moves = ends.contains { store.containsAny($0, derived.model.parameters) }
    parts.scoreGrowth = moves ? 1 : 0
    text = language == .mpmath ? parts.mpmath : parts.pari
  }

  private static func support(
    _ part: SupportPart, _ checked: CheckedModel, _ printer: inout ScriptPrinter
  ) throws(ScriptPrinter.Missing) -> Support {
    let store = checked.derived.model.store
    let logDensity = part.restricted(checked.derived.model.logDensity)
    var ranges: [Range] = []
    for observed in part.observed {
      let kinks = store.kinks(of: part.restricted(checked.derived.results.setting.logDensity), in: observed.variable)
      let set = IntegrationSet(observed.range, kinks: kinks, in: store)
      ranges.append(try range(set, checked, &printer))
    }
    return Support(logDensity: try printer.print(logDensity), ranges: ranges)
  }

  /// What a variable runs over; the center of a line is where the density is likely to be large.
  private static func range(
    _ set: IntegrationSet, _ checked: CheckedModel, _ printer: inout ScriptPrinter
  ) throws(ScriptPrinter.Missing) -> Range {
    switch set {
    case .finite(let points):
      var texts: [String] = []
      for point in points { texts.append(try printer.print(point)) }
      return .finite(texts)
    case .lattice(let lower, let upper): return .lattice(try text(lower, &printer), try text(upper, &printer))
    case .interval(let lower, let upper, let kinks):
      if lower == nil, upper == nil, kinks.isEmpty {
        return .line(center: try printer.print(checked.derived.location ?? checked.derived.model.store.zero))
      }
      var places: [String?] = [try text(lower, &printer)]
      for kink in kinks { places.append(try printer.print(kink)) }
      return .interval(places + [try text(upper, &printer)])
    }
  }

  private static func text(
    _ bound: Expr?, _ printer: inout ScriptPrinter
  ) throws(ScriptPrinter.Missing) -> String? {
    guard let bound else { return nil }
    return try printer.print(bound)
  }
}

extension DerivedModel {
  /// A symbol with the whole line as its domain, which is likely to say where the density lies.
  fileprivate var location: Expr? {
    symbols.first {
      model.assumptions.isPositive($0) == .unknown && model.assumptions.isPositive(model.store.negated($0)) == .unknown
    }
  }
}
