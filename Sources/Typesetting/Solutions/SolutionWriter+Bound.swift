internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// The Cramér–Rao bound, where it means something.
  func bound() -> Article.Section? {
    if report.regularity.extent == .never || report.fisher == nil { return nil }
    let size = builder.box(symbols.sampleSize)
    if let block = parts.boundStatement() {
      let words = Prose("Unbiased estimators from {n} independent observations satisfy:", filling: [("n", size)])
      return parts.section("Cramér–Rao bound", [.sentence(words), block])
    }
    guard let rank = report.structure.rank, rank < count else { return nil }
    return parts.section("Cramér–Rao bound", singularBound())
  }

  /// Why one observation bounds nothing, and what a sample of a regression does.
  private func singularBound() -> [Article.Block] {
    let covariates = parts.covariates
    if covariates.isEmpty {
      return [
        .sentence(
          Prose(
            """
            The information is singular on the whole domain: not all parameters are identified, and an unbiased estimator \
            with a finite variance exists only for functions of them that do not change along the null directions
            """))
      ]
    }
    let index = symbols.index
    let arguments = parts.parameters.map { builder.box($0) }
    let given = MathBox.list(covariates.map { .subscript(builder.box($0), index) })
    let argument = MathBox.row([.list(arguments), .sign(.semicolon), given]).parenthesised
    let total = MathBox.row([
      .subscript(.sign(.sum), index), .sign(.application), .row([symbols.informationName, argument]),
    ])
    let name = MathBox.row([
      .subscript(symbols.informationName, builder.box(symbols.sampleSize)), MathBox.list(arguments).parenthesised,
    ])
    return [
      .sentence(
        Prose("Given ") + Prose(enumerating: covariates.map { builder.box($0) })
          + Prose(
            """
             the information of one observation has rank \(report.structure.rank ?? 0) and no inverse: it says nothing about \
            the direction {v}. The informations of {n} independent observations add up:
            """, filling: [("n", builder.box(symbols.sampleSize)), ("v", nullDirections)])),
      .equations([Article.Equation(left: name, right: total)]),
      .sentence(
        Prose(
          "The bound is the inverse of this sum, which exists where the design points span all \(count) directions")),
    ]
  }

  /// The directions about which one observation says nothing.
  private var nullDirections: MathBox {
    .list(
      report.structure.nullDirections.map { direction in
        MathBox.list(direction.map { builder.inline.box($0) }).parenthesised
      })
  }

  /// Whether an unbiased estimator attains the bound.
  func attainment() -> Article.Section? {
    guard let consequences = report.consequences, !consequences.estimators.isEmpty else { return nil }
    let chains = consequences.estimators.map(\.derivation)
    let attained = chains.indices.filter { !store.containsAny(chains[$0].result, parts.parameters) }
    let missed = chains.indices.filter { !attained.contains($0) }
    let shown = chains.indices.filter { attained.contains($0) || detail == .full || isShort(chains[$0]) }
    var blocks: [Article.Block] = [.sentence(criterion(isFollowed: !shown.isEmpty))]
    blocks += shown.map { block(chains[$0], named: step($0)) }
    blocks += attained.map { .sentence(self.attained($0, by: chains[$0].result)) }
    if !missed.isEmpty { blocks.append(.sentence(notAttained(missed))) }
    if count == 1, let separation = consequences.separation,
      store.containsAny(chains[0].result, parts.parameters)
    {
      blocks += self.blocks(separation)
    }
    return parts.section("Attainment", blocks)
  }

  /// Whether a chain is worth a reader's time where it only shows that there is no statistic.
  private func isShort(_ chain: Derivation) -> Bool {
    detail != .brief && builder.box(chain.subject).letters + builder.box(chain.result).letters < 110
  }

  /// The condition of attainment in terms of the score.
  private func criterion(isFollowed: Bool) -> Prose {
    let text =
      count == 1
      ? "An unbiased estimator attains the bound exactly when {step} is a statistic, that is, does not depend on {p}"
      : """
      An unbiased estimator of one parameter attains its bound exactly when the entry of {step} that belongs to it is a \
      statistic, that is, does not depend on any of the parameters
      """
    return Prose(text, filling: [("step", step(nil)), ("p", parameterList)]) + (isFollowed ? [.words(":")] : [])
  }

  /// θ + I⁻¹ s, or the entry of it that belongs to one of several parameters.
  private func step(_ i: Int?) -> MathBox {
    let (score, information) = (symbols.score, symbols.informationName)
    if count == 1 { return .row([parameterList, .sign(.plus), score, .sign(.slash), information]) }
    let inverse = MathBox.superscript(information, .row([.sign(.negative), .number("1")]))
    let product = MathBox.row([inverse, .sign(.invisibleTimes), score])
    guard let i else { return .row([parameterList.parenthesised, .sign(.plus), product]) }
    let parameter = builder.box(parts.parameters[i])
    return .row([parameter, .sign(.plus), .subscript(product.parenthesised, parameter)])
  }

  /// The estimator that attains the bound, from the statistic of one observation.
  private func attained(_ i: Int, by statistic: Expr) -> Prose {
    let parameter = builder.box(parts.parameters[i])
    let slots: [(name: String, value: MathBox)] = [
      ("hat", .hat(parameter)), ("p", parameter), ("t", builder.inline.box(statistic)),
      ("n", builder.box(symbols.sampleSize)),
    ]
    let name =
      report.setting.observed == [statistic]
      ? "the sample mean" : "the mean of {t} over the sample"
    return Prose(
      "So {hat}, \(name), is unbiased for {p} and attains the bound for every {n}", filling: slots)
  }

  private func notAttained(_ missed: [Int]) -> Prose {
    let parameters = named(missed)
    let end: Prose = [.words(" attains its bound, for any "), .formula(builder.box(symbols.sampleSize))]
    if count == 1 {
      return [.words("It does depend on ")] + parameters + [.words(", and no unbiased estimator of ")] + parameters
        + end
    }
    let does = " it does depend on the parameters, and no unbiased estimator of "
    if missed.count == 1 { return [.words("For ")] + parameters + [.words(does)] + parameters + end }
    return [.words("For ")] + parameters + [.words(does + (missed.count == 2 ? "either" : "any of them"))] + end
  }

  /// The function of the parameter for which the bound is attained.
  private func blocks(_ separation: Report.Consequences.Separation) -> [Article.Block] {
    let mean = symbols.mean
    let isShort = builder.inline.box(separation.mean).letters < 40
    let slots: [(name: String, value: MathBox)] = [
      ("t", builder.inline.box(separation.statistic)),
      ("function", isShort ? .row([mean, .sign(.equal), builder.inline.box(separation.mean)]) : mean),
      ("n", builder.box(symbols.sampleSize)),
    ]
    let slope = MathBox.row([mean, .sign(.prime)])
    let square = MathBox.fraction(.superscript(slope, .number("2")), symbols.informationName)
    let chain = separation.score.derivation
    return [
      .sentence(Prose("The score is linear in the statistic {t}", filling: slots))
    ] + (chain.steps.isEmpty ? [] : [block(chain)])
      + (isShort ? [] : [.equations([Article.Equation(left: mean, right: builder.box(separation.mean))])]) + [
        .sentence(
          Prose(
            """
            The mean of {t} over the sample is therefore unbiased for {function} and attains the bound for that function of the \
            parameter, which is the square of its derivative over the information, divided by {n}:
            """, filling: slots)), block(separation.bound.derivation, named: square),
      ]
  }
}
