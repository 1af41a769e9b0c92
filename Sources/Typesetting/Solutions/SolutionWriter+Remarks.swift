internal import Calculus
internal import Expressions

extension SolutionWriter {
  /// Orthogonality, the law of the maximum-likelihood estimator, nuisance parameters, singular points, observed information.
  func remarks() -> Article.Section? {
    guard report.fisher != nil, report.regularity.extent != .never else { return nil }
    return parts.section(
      "Remarks", orthogonality() + asymptoticLaw() + nuisance() + singularities() + observedInformation())
  }

  private func orthogonality() -> [Article.Block] {
    guard !report.structure.orthogonal.isEmpty else { return [] }
    let pairs = report.structure.orthogonal.map { i, j in
      MathBox.row([builder.box(parts.parameters[i]), .sign(.orthogonal), builder.box(parts.parameters[j])])
    }
    return [
      .sentence(
        Prose(
          """
          Orthogonal parameters: {pairs}. Maximum-likelihood estimators of orthogonal parameters are asymptotically \
          independent, and not knowing one does not enlarge the asymptotic variance for the other
          """, filling: [("pairs", .list(pairs))]))
    ]
  }

  private func asymptoticLaw() -> [Article.Block] {
    guard count > 1, let bound = report.structure.cramerRao, !bound.contains(where: { $0.contains(nil) }),
      report.regularity.extent == .always
    else { return [] }
    let size = builder.box(symbols.sampleSize)
    let difference = MathBox.list(
      parts.parameters.map { p in .row([.hat(builder.box(p)), .sign(.minus), builder.box(p)]) }
    ).parenthesised
    let root = MathBox.row([.squareRoot(size), .sign(.invisibleTimes), difference])
    let inverse = MathBox.superscript(symbols.information, .row([.sign(.negative), .number("1")]))
    return [
      .sentence(
        Prose(
          """
          For the maximum-likelihood estimator, {root} is asymptotically normal with mean 0 and covariance {inverse} \
          (Lehmann & Casella 1998, Theory of Point Estimation, section 6.5):
          """, filling: [("root", root), ("inverse", inverse)])), parts.statement(inverse, bound),
    ]
  }

  private func nuisance() -> [Article.Block] {
    guard let efficient = report.consequences?.efficient, !efficient.isEmpty else { return [] }
    let blocks = efficient.map { entry in
      let others = parts.parameters.indices.filter { $0 != entry.parameter }.map { builder.box(parts.parameters[$0]) }
      let index = MathBox.row([
        builder.box(parts.parameters[entry.parameter]), .sign(.centredDot), .list(others, separator: .comma),
      ])
      return block(entry.derivation.derivation, named: .subscript(symbols.informationName, index))
    }
    return [
      .sentence(
        Prose(
          """
          Where the other parameters are unknown too, the information about one parameter falls to the efficient \
          information, the Schur complement of the rest:
          """))
    ] + blocks
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
    if let section = parts.identifiability(), report.structure.rank.map({ $0 < count }) ?? false {
      blocks += section.blocks
    }
    return blocks
  }

  private func observedInformation() -> [Article.Block] {
    guard report.hessian.count == count, count > 0 else { return [] }
    let negative = MathBox.row([.sign(.negative), symbols.hessian])
    let depends = report.hessian.contains { $0.contains { store.containsAny($0, report.setting.observed) } }
    let text =
      depends
      ? "The observed information {h} depends on the observations and equals the expected information only in the mean"
      : "The observed information {h} does not depend on the observations: it is the expected information"
    return [.sentence(Prose(text, filling: [("h", negative)]))]
  }

  /// The canonical form of an exponential family, and the information on its mean.
  func canonical() -> Article.Section? {
    guard let form = report.consequences?.canonical else { return nil }
    let name = MathBox.name(MathName("A"))
    var blocks: [Article.Block] = [
      .sentence(
        Prose(
          """
          The observation enters the log-density only in products of {p} with a statistic, so {p} is canonical; the \
          first derivatives of the cumulant function {a} are the means of the statistics, the second the information:
          """, filling: [("p", count == 1 ? parameterList : parameterList.parenthesised), ("a", name)])),
      .equations([
        Article.Equation(left: .row([name, parameterList.parenthesised]), right: builder.box(form.cumulant))
      ]),
    ]
    blocks += form.means.map { block($0.derivation) } + form.curvature.flatMap { $0 }.map { block($0.derivation) }
    if let chain = form.meanInformation?.derivation {
      let second = MathBox.row([name, .sign(.prime), .sign(.prime)])
      let ratio = MathBox.fraction(symbols.information, .superscript(second.parenthesised, .number("2")))
      blocks += [
        .sentence(
          Prose(
            """
            In the mean-value parameter, the first derivative of {a}, the information is that in {p} over the square of \
            the second derivative, which makes it the reciprocal:
            """, filling: [("a", name), ("p", parameterList)])), block(chain, named: ratio),
      ]
    }
    return parts.section("Canonical form", blocks)
  }

  /// What a change of coordinates showed.
  func coordinates() -> Article.Section? {
    guard let change = report.consequences?.coordinates else { return nil }
    let map = MathBox.list(
      change.map.map { .row([builder.inline.box($0.old), .sign(.equal), builder.inline.box($0.value)]) })
    let jacobian = MathBox.name(MathName("J"))
    let inverse = MathBox.superscript(symbols.informationName, .row([.sign(.negative), .number("1")]))
    let gradient = MathBox.row([inverse, .sign(.invisibleTimes), symbols.score])
    let law = MathBox.row([
      jacobian, .sign(.transpose), .sign(.invisibleTimes), symbols.informationName, .sign(.invisibleTimes), jacobian,
    ])
    let moved = MathBox.row([jacobian, .sign(.invisibleTimes), gradient])
    var blocks: [Article.Block] = [
      .sentence(
        Prose(
          """
          Let {j} be the Jacobian matrix of the map {map}. The information in the old coordinates becomes, in the new \
          ones:
          """, filling: [("j", jacobian), ("map", map)]))
    ]
    blocks += change.information.flatMap { $0 }.map { block($0.derivation, named: law) }
    blocks.append(
      .sentence(
        Prose(
          "This is what was derived above from the density in the new coordinates. There the natural gradient {g} is:",
          filling: [("g", gradient)])))
    blocks += change.gradient.map { block($0.derivation, named: gradient) }
    blocks.append(.sentence(Prose("The Jacobian matrix takes it to the old coordinates:")))
    blocks += change.transported.map { block($0.derivation, named: moved) }
    blocks.append(.sentence(Prose("The natural gradient that is formed in the old coordinates is, at the same point:")))
    blocks += change.oldGradient.map { block($0.derivation, named: gradient) }
    blocks.append(
      .sentence(
        Prose(
          change.isInvariant
            ? "Both are the same vector: the natural gradient does not depend on the coordinates"
            : "That both are the same vector was not proved here")))
    return parts.section("Natural gradient", blocks)
  }
}
