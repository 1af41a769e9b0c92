internal import Calculus
internal import Expressions

extension ReportWriter {
  /// The log-density, the support and the domains, with what was inferred.
  func model() -> Article.Section? {
    let setting = report.setting
    var equations = [Article.Equation(left: symbols.logDensity, right: symbols.logDensityFormula(builder))]
    if let normalizer = setting.logNormalizer {
      let name = MathBox.words("log of the normaliser")
      equations.append(Article.Equation(left: name, right: builder.box(normalizer)))
    }
    return section(
      "Model", [.equations(equations), .facts(facts())] + report.notes.map { .sentence(builder.prose($0)) })
  }

  /// Support and domains alone.
  func setting() -> Article.Section? { section("Setting", [.facts(facts())]) }

  private func facts() -> [Article.Fact] {
    let setting = report.setting
    var facts: [Article.Fact] = []
    if !setting.support.isEmpty {
      facts.append(fact("support", setting.support, inferred: setting.supportInferred))
    }
    let known = Set(setting.known)
    for domain in setting.domains {
      let conditions =
        domain.conditions.isEmpty ? [Condition.membership(domain.symbol, .reals)] : domain.conditions
      facts.append(fact(known.contains(domain.symbol) ? "known" : "parameter", conditions, inferred: domain.inferred))
    }
    if !setting.constraints.isEmpty {
      facts.append(fact("constraint", setting.constraints, inferred: false))
    }
    return facts
  }

  private func fact(_ label: String, _ conditions: [Condition], inferred: Bool) -> Article.Fact {
    let value: Prose = [.formula(builder.inline.box(conditions))]
    return Article.Fact(label: [.words(label)], value: inferred ? value + [.words(" (inferred)")] : value)
  }

  /// The first derivatives.
  func score() -> Article.Section? {
    let equations = zip(parameters, report.score).map { parameter, entry in
      Article.Equation(left: derivative([parameter]), right: builder.box(entry))
    }
    return section("Score", equations.isEmpty ? [] : [.equations(equations)])
  }

  /// The second derivatives, each once.
  func hessian() -> Article.Section? {
    var equations: [Article.Equation] = []
    for (i, row) in report.hessian.enumerated() {
      for (j, entry) in row.enumerated() where j >= i {
        equations.append(
          Article.Equation(left: derivative([parameters[i], parameters[j]]), right: builder.box(entry)))
      }
    }
    return section("Hessian", equations.isEmpty ? [] : [.equations(equations)])
  }

  /// The partial derivative of the log-density by one or two parameters.
  func derivative(_ variables: [Expr]) -> MathBox {
    derivative(of: .row([.sign(.application), symbols.shortLogDensity]), by: variables)
  }

  /// The partial derivative of a function by one or two variables.
  func derivative(of function: MathBox, by variables: [Expr]) -> MathBox {
    let order = MathBox.number("\(variables.count)")
    let partial = MathBox.sign(.partial)
    let upper = MathBox.row([variables.count == 1 ? partial : .superscript(partial, order), function])
    let lower: MathBox
    if variables.count == 2, variables[0] == variables[1] {
      lower = .row([partial, .superscript(builder.box(variables[0]), order)])
    } else {
      lower = .row(variables.flatMap { [partial, builder.box($0)] })
    }
    return builder.layout == .stacked ? .fraction(upper, lower) : .row([upper, .sign(.slash), lower])
  }
}
