internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// The law of the maximum-likelihood estimator, orthogonality, nuisance parameters, singular points, observed information.
  func remarks() -> Article.Section? {
    guard report.fisher != nil, report.regularity.extent != .never else { return nil }
    return parts.section(
      "Remarks", asymptoticLaw() + orthogonality() + nuisance() + singularities() + observedInformation())
  }

  private func orthogonality() -> [Article.Block] {
    let pairs = report.structure.orthogonal
    guard !pairs.isEmpty else { return [] }
    let boxes = pairs.map { i, j in
      MathBox.row([builder.box(parts.parameters[i]), .sign(.orthogonal), builder.box(parts.parameters[j])])
    }
    return [
      .sentence(
        Prose("Orthogonal parameters: ") + Prose(enumerating: boxes)
          + Prose(
            """
            . Maximum-likelihood estimators of orthogonal parameters are asymptotically independent, and not knowing one \
            does not enlarge the asymptotic variance for the other
            """))
    ]
  }

  private func asymptoticLaw() -> [Article.Block] {
    guard detail != .brief, let bound = report.structure.cramerRao, !bound.contains(where: { $0.contains(nil) }),
      report.regularity.extent == .always
    else { return [] }
    let differences = parts.parameters.map { p in
      MathBox.row([.hat(builder.box(p)), .sign(.minus), builder.box(p)])
    }
    let root = MathBox.row([
      .squareRoot(builder.box(symbols.sampleSize)), .sign(.invisibleTimes), MathBox.list(differences).parenthesised,
    ])
    let inverse = MathBox.superscript(symbols.information, .row([.sign(.negative), .number("1")]))
    let kind = count == 1 ? "variance" : "covariance"
    var sentence = Prose(
      """
      For the maximum-likelihood estimator, {root} is asymptotically normal with mean 0 and \(kind) {inverse}, the bound \
      for {n} = 1 (Lehmann & Casella 1998, Theory of Point Estimation, section 6.5)
      """, filling: [("root", root), ("inverse", inverse), ("n", builder.box(symbols.sampleSize))])
    let isDiagonal = bound.indices.allSatisfy { i in bound.indices.allSatisfy { i == $0 || bound[i][$0] == store.zero }
    }
    if count > 1, isDiagonal {
      let variances = bound.indices.compactMap { bound[$0][$0] }.map { builder.inline.box($0) }
      sentence += Prose(". The covariance matrix is diagonal, with the variances ") + Prose(enumerating: variances)
    }
    return [.sentence(sentence)]
  }

  private func nuisance() -> [Article.Block] {
    guard let efficient = report.consequences?.efficient, !efficient.isEmpty, report.structure.rank == count else {
      return []
    }
    let blocks = efficient.map { entry in
      let others = parts.parameters.indices.filter { $0 != entry.parameter }.map { builder.box(parts.parameters[$0]) }
      let index = MathBox.row([
        builder.box(parts.parameters[entry.parameter]), .sign(.centredDot), .list(others, separator: .comma),
      ])
      let name = MathBox.subscript(symbols.informationName, index)
      let chain = entry.derivation.derivation
      return count > 2 && detail != .full
        ? ends(chain, named: name) : block(chain, named: name)
    }
    let words =
      count == 2
      ? "Where the other parameter is unknown too, the information about one falls to the efficient information:"
      : """
      Where the other parameters are unknown too, the information about one falls to the efficient information, the Schur \
      complement of their part of the matrix:
      """
    return [.sentence(Prose(words))] + blocks
  }

  private func singularities() -> [Article.Block] {
    var blocks: [Article.Block] = report.structure.singularAt.map { point in
      .sentence(
        Prose(
          """
          The information is singular at {point}: there the bound is infinite in some direction, and the usual asymptotic \
          theory does not apply
          """, filling: [("point", builder.inline.box(point))]))
    }
    let isSingular = report.structure.rank.map { $0 < count } ?? false
    if isSingular, parts.covariates.isEmpty, let section = parts.identifiability() {
      blocks += section.blocks
    }
    return blocks
  }

  private func observedInformation() -> [Article.Block] {
    guard report.hessian.count == count, count > 0 else { return [] }
    let negative = MathBox.row([.sign(.negative), symbols.hessian])
    let depends = report.hessian.contains { $0.contains(where: isObserved) }
    let text =
      depends
      ? "The observed information {h} depends on the observations and equals the expected information only in the mean"
      : "The observed information {h} does not depend on the observations: it is the expected information"
    return [.sentence(Prose(text, filling: [("h", negative)]))]
  }

  /// Whether the observation stands in an expression, outside of expectations.
  private func isObserved(_ e: Expr) -> Bool {
    if report.setting.observed.contains(e) { return true }
    return store.function(e)?.notation.style != .expectation && store.operands(e).contains(where: isObserved)
  }

  /// The canonical form of an exponential family, and the information on its mean.
  func canonical() -> Article.Section? {
    guard let form = report.consequences?.canonical else { return nil }
    let name = symbols.cumulant
    let size = detail == .brief ? Prose([]) : Prose(":")
    var blocks: [Article.Block] = [
      .sentence(
        Prose(
          "The observation enters the log-density only in products of {p} with a statistic, so {p} is canonical. With the "
            + "cumulant function",
          filling: [("p", count == 1 ? parameterList : parameterList.parenthesised)]) + [.words(":")]),
      .equations([
        Article.Equation(left: .row([name, parameterList.parenthesised]), right: builder.box(form.cumulant))
      ]),
      .sentence(
        Prose(
          count == 1
            ? "the first derivative is the mean of the statistic, the second its variance and the information"
            : "the first derivatives are the means of the statistics, the second their covariances and the information")
          + size),
    ]
    if detail == .brief { return parts.section("Canonical form", blocks) }
    let chains =
      form.means.enumerated().map { (derivative(of: name, [$0]), $1.derivation) }
      + form.curvature.enumerated().flatMap { i, row in
        row.enumerated().map { (derivative(of: name, [i, $0]), $1.derivation) }
      }
    if detail == .full {
      blocks += chains.map { block($1, named: $0) }
    } else {
      blocks.append(.equations(chains.map { Article.Equation(left: $0, right: builder.box($1.result)) }))
    }
    if let chain = form.meanInformation?.derivation { blocks += meanValue(chain, name) }
    return parts.section("Canonical form", blocks)
  }

  /// The information on the mean of the statistic.
  private func meanValue(_ chain: Derivation, _ name: MathBox) -> [Article.Block] {
    let mean = symbols.mean
    let first = MathBox.row([name, .sign(.prime), parameterList.parenthesised])
    let second = MathBox.row([name, .sign(.prime), .sign(.prime), parameterList.parenthesised])
    let ratio = MathBox.fraction(symbols.information, .superscript(second, .number("2")))
    let slots = [
      ("definition", MathBox.row([mean, .sign(.equal), first])), ("p", parameterList), ("second", second), ("m", mean),
    ]
    return [
      .sentence(
        Prose(
          """
          In the mean-value parameter {definition} a step of {p} is stretched by {second}. The information about {m} is \
          therefore that about {p} over the square of {second}, which is its reciprocal:
          """, filling: slots)),
      block(chain, named: .row([symbols.informationName, mean.parenthesised, .sign(.equal), ratio])),
    ]
  }

  /// A derivative of a function of the parameters: primed where there is one, by its variables where there are several.
  private func derivative(of name: MathBox, _ indices: [Int]) -> MathBox {
    if count == 1 {
      return .row([name] + indices.map { _ in .sign(.prime) } + [parameterList.parenthesised])
    }
    return parts.derivative(of: name, by: indices.sorted().map { parts.parameters[$0] })
  }
}
