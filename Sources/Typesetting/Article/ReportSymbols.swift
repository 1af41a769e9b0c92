internal import Calculus
internal import Expressions

/// The letters that a report needs beside the model's own, chosen so that they do not clash with them.
struct ReportSymbols {
  /// `p(x | theta; sigma)`.
  let density: MathBox
  /// `log p(x | theta; sigma)`.
  let logDensity: MathBox
  /// `log p`.
  let shortLogDensity: MathBox
  /// The score.
  let score: MathBox
  /// The Hessian of the log-density.
  let hessian: MathBox
  /// The information at the parameters, `I(theta)`.
  let information: MathBox
  /// The information without its argument.
  let informationName: MathBox
  /// The number of observations.
  let sampleSize: Expr
  /// An index over the observations.
  let index: MathBox
  /// The mean of a statistic.
  let mean: MathBox
  /// The cumulant function of a canonical form.
  let cumulant: MathBox
  /// The Jacobian of a change of coordinates.
  let jacobian: MathBox
  /// `Z(theta)`, the mass of a density whose normaliser has no closed form; nil for others.
  let normalizer: MathBox?
  /// The log-density as it is typeset: less the logarithm of its normaliser, where that has no closed form.
  let logDensityFormula: (BoxBuilder) -> MathBox

  private let expectationMark: MathBox

  init(_ report: Report) {
    let store = report.store
    let setting = report.setting
    let builder = BoxBuilder(store, layout: .inline, observed: setting.observed)
    let old = report.consequences?.coordinates.map { $0.map.map(\.old) } ?? []
    var used = Set((setting.observed + setting.parameters + setting.known + old).compactMap { store.symbolName($0) })
    func fresh(_ candidates: [String]) -> String {
      let name = candidates.first { !used.contains($0) } ?? candidates[0] + "_0"
      used.insert(name)
      return name
    }

    let name = MathBox.name(MathName(fresh(["p", "f", "q", "g"])))
    density = .row([name, Self.arguments(setting, builder).parenthesised])
    let mark = Self.mark(of: .prefixCall, like: store.log(store.two), in: store)
    logDensity = .row([mark, .sign(.application), density])
    shortLogDensity = .row([mark, .sign(.application), name])
    score = .name(MathName(fresh(["s", "S", "U"])))
    hessian = .name(MathName(fresh(["H", "K"])))
    informationName = .name(MathName(fresh(["I", "J"])))
    information = .row([informationName, MathBox.list(setting.parameters.map { builder.box($0) }).parenthesised])
    sampleSize = store.symbol(fresh(["n", "N", "m", "M"]))
    expectationMark = Self.mark(of: .expectation, like: nil, in: store)
    index = .name(MathName(fresh(["i", "j", "k"])))
    mean = .name(MathName(fresh(["m", "M", "w"])))
    cumulant = .name(MathName(fresh(["A", "B", "C"])))
    jacobian = .name(MathName(fresh(["J", "D", "T"])))
    let mass = MathBox.row([
      .name(MathName(fresh(["Z", "C", "K"]))), MathBox.list(setting.parameters.map { builder.box($0) }).parenthesised,
    ])
    normalizer = setting.isNormalizedNumerically ? mass : nil
    logDensityFormula = { builder in
      let box = builder.box(setting.logDensity)
      return setting.isNormalizedNumerically ? .row([box, .sign(.minus), mark, .sign(.application), mass]) : box
    }
  }

  /// `E[…]`.
  func expectation(of box: MathBox) -> MathBox { .row([expectationMark, .fenced(.square, box)]) }

  /// `E[s sᵀ]`, or `E[s²]` where there is one parameter.
  func scoreOuter(count: Int) -> MathBox {
    if count == 1 { return expectation(of: .superscript(score, .number("2"))) }
    return expectation(of: .row([score, .words(" "), score, .sign(.transpose)]))
  }

  /// `E[-H]`.
  var negativeHessian: MathBox { expectation(of: .row([.sign(.negative), hessian])) }

  /// A quantity with indices.
  func indexed(_ name: MathBox, _ indices: [MathBox]) -> MathBox {
    .subscript(name, .list(indices, separator: .invisibleTimes))
  }

  private static func arguments(_ setting: Report.Setting, _ builder: BoxBuilder) -> MathBox {
    var row = [MathBox.list(setting.observed.map { builder.box($0) })]
    if !setting.parameters.isEmpty {
      row += [.sign(.given), .list(setting.parameters.map { builder.box($0) })]
    }
    if !setting.known.isEmpty {
      row += [.sign(.semicolon), .list(setting.known.map { builder.box($0) })]
    }
    return .joined(row)
  }

  /// The name of the function of an expression, or of the first function with a style.
  private static func mark(of style: FunctionNotation.Style, like e: Expr?, in store: ExpressionStore) -> MathBox {
    if let notation = e.flatMap({ store.function($0) })?.notation { return .function(FunctionMark(notation)) }
    let found = store.functions.definitions.first { $0.notation.style == style }
    return found.map { .function(FunctionMark($0.notation)) } ?? .words("mean")
  }
}
