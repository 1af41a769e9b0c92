internal import Calculus
internal import Expressions
internal import Multiprecision

extension ReportWriter {
  /// The information, or why there is none.
  func information() -> Article.Section? {
    var blocks: [Article.Block] = []
    if let fisher = report.fisher, count > 0 {
      blocks.append(statement(symbols.information, withUnresolved(fisher)))
      if !report.conditions.isEmpty {
        blocks.append(.sentence([.words("provided that "), .formula(builder.inline.box(report.conditions))]))
      }
      let open = zip(fisher.joined(), withUnresolved(fisher).joined())
        .filter { $0 == nil && $1 != report.store.infinity }.map(\.1)
      if !open.isEmpty {
        let mark = open.allSatisfy { $0 == nil } ? Prose("–") : [.formula(symbols.expectation(of: .words("…")))]
        blocks.append(
          .sentence(
            Prose("an entry with ") + mark + Prose(" has no closed form here; its digits stand in the cross-check")))
      }
    } else if !isUnnormalised, report.firstBartlett == .fails {
      blocks.append(.sentence(Prose("none: the score does not have mean zero")))
    } else {
      blocks.append(.sentence(Prose("none was found")))
    }
    for point in report.specialPoints {
      blocks.append(
        .sentence([.words("at "), .formula(builder.inline.box(point.condition)), .words(", as the limit:")]))
      blocks.append(statement(symbols.information, point.fisher))
    }
    return section("Fisher information", blocks)
  }

  /// The information with the expectations that are left where an entry has no closed form.
  private func withUnresolved(_ fisher: [[Expr?]]) -> [[Expr?]] {
    if report.unresolved.isEmpty { return fisher }
    return zip(fisher, report.unresolved).map { row, other in zip(row, other).map { $0 ?? $1 } }
  }

  /// Both identities with what was found, and the values where one fails.
  func bartlett() -> Article.Section? {
    if isUnnormalised { return nil }
    let zero = MathBox.number("0")
    let equations = [
      equation(symbols.expectation(of: symbols.score), zero, report.firstBartlett),
      equation(symbols.scoreOuter(count: count), symbols.negativeHessian, report.secondBartlett),
    ]
    var blocks: [Article.Block] = [.equations(equations)]
    if report.firstBartlett == .fails {
      blocks.append(
        .equations(
          zip(parameters, report.moments.expectedScore).map { parameter, value in
            let name = count == 1 ? symbols.score : symbols.indexed(symbols.score, [builder.box(parameter)])
            return Article.Equation(left: symbols.expectation(of: name), right: builder.box(value))
          }))
    }
    if report.secondBartlett == .fails {
      blocks.append(statement(symbols.scoreOuter(count: count), report.moments.expectedScoreOuter))
      blocks.append(statement(symbols.negativeHessian, report.moments.expectedNegativeHessian))
    }
    return section("Bartlett identities", blocks)
  }

  private func equation(_ left: MathBox, _ right: MathBox, _ verdict: Report.Verdict) -> Article.Equation {
    let (remark, tone): (String, Article.Tone) =
      switch verdict {
      case .proved: (remarkOnProof, .good)
      case .agrees: ("agrees numerically, not proved", .caution)
      case .fails: ("fails", .bad)
      case .unknown: ("not decided", .caution)
      }
    return Article.Equation(
      left: left, relation: verdict == .fails ? .notEqual : .equal, right: right, remark: Prose(remark), tone: tone)
  }

  /// Where the theory holds, and why not where it does not.
  func regularity() -> Article.Section? {
    if isUnnormalised { return nil }
    let regularity = report.regularity
    var facts: [Article.Fact] = []
    switch regularity.extent {
    case .always:
      facts.append(Article.Fact(label: Prose("regular"), value: Prose("on the whole domain"), tone: .good))
    case .when:
      let tried = Prose(regularity.holdsAtTriedPointsOnly ? "at the points that were tried" : "")
      let conditions: Prose = [.words("when "), .formula(builder.inline.box(regularity.conditions))]
      let extent = regularity.conditions.isEmpty ? tried : tried.isEmpty ? conditions : tried + Prose(", ") + conditions
      facts.append(Article.Fact(label: Prose("regular"), value: extent, tone: .caution))
    case .never:
      facts.append(Article.Fact(label: Prose("not regular"), value: Prose("anywhere"), tone: .bad))
    }
    let label: String =
      switch regularity.extent {
      case .always: "reason"
      case .when: "condition"
      case .never: "fails"
      }
    for reason in regularity.reasons {
      let value = builder.prose("\(reason.condition): \(reason.detail)")
      facts.append(Article.Fact(label: Prose(label), value: value))
    }
    return section("Regularity", [.facts(facts)])
  }

  /// Rank, null directions, singular points and orthogonal pairs.
  func identifiability() -> Article.Section? {
    let structure = report.structure
    var facts: [Article.Fact] = []
    if let rank = structure.rank { facts.append(fact(rank: rank)) }
    for direction in structure.nullDirections {
      let vector = MathBox.list(direction.map { builder.inline.box($0) }).parenthesised
      facts.append(Article.Fact(label: Prose("null direction"), value: [.formula(vector)], tone: .caution))
    }
    for point in structure.singularAt {
      facts.append(
        Article.Fact(label: Prose("singular at"), value: [.formula(builder.inline.box(point))], tone: .caution))
    }
    if !structure.orthogonal.isEmpty {
      let pairs = structure.orthogonal.map { i, j in
        MathBox.row([builder.box(parameters[i]), .sign(.orthogonal), builder.box(parameters[j])])
      }
      facts.append(Article.Fact(label: Prose("orthogonal"), value: [.formula(.list(pairs))]))
    }
    return section("Identifiability", facts.isEmpty ? [] : [.facts(facts)])
  }

  /// What is known of an observation and moves the null directions: the information of several observations adds up over it.
  var covariates: [Expr] {
    report.setting.known.filter { symbol in
      report.structure.nullDirections.contains { $0.contains { report.store.contains($0, symbol) } }
    }
  }

  /// The rank, and whether a lower one is the model's or only that of a single design point.
  private func fact(rank: Int) -> Article.Fact {
    let text = "\(rank) of \(count)"
    if rank == count { return Article.Fact(label: Prose("rank"), value: Prose(text)) }
    if covariates.isEmpty {
      let value = Prose(text + ": not all parameters are identified")
      return Article.Fact(label: Prose("rank"), value: value, tone: .caution)
    }
    let given = MathBox.list(covariates.map { builder.inline.box($0) })
    let value: Prose = [
      .words(text + " for one observation, given "), .formula(given),
      .words("; the informations of several observations add up over their values of "), .formula(given),
    ]
    return Article.Fact(label: Prose("rank"), value: value)
  }

  /// The Cramér–Rao bound for n independent observations.
  func bound() -> Article.Section? {
    let size = builder.box(symbols.sampleSize)
    let remark: Prose = [
      .words("for unbiased estimators from "), .formula(size), .words(" independent observations"),
    ]
    guard let block = boundStatement() else { return nil }
    if case .equations(var equations) = block {
      equations[0].remark = remark
      return section("Cramér–Rao bound", [.equations(equations)])
    }
    return section("Cramér–Rao bound", [.sentence(remark + [.words(":")]), block])
  }

  /// A bound for one observation over the number of observations, as one fraction: (1 + x)/(4*n), not (1/4 + x/4)/n.
  private func overSampleSize(_ bound: Expr) -> Expr {
    let store = report.store
    let terms = store.terms(bound)
    let divisor = terms.reduce(Rational(1)) { divisor, term in
      divisor * Rational((store.coefficientAndRest(term).0 * divisor).denominator, 1)
    }
    guard terms.count > 1, divisor != Rational(1) else { return store.quotient(bound, symbols.sampleSize) }
    let whole = store.sum(terms.map { store.product([store.number(divisor), $0]) })
    return store.quotient(whole, store.product([store.number(divisor), symbols.sampleSize]))
  }

  /// The bound on the variance, or on the covariance matrix, without words.
  func boundStatement() -> Article.Block? {
    guard let bound = report.structure.cramerRao, !bound.isEmpty else { return nil }
    let store = report.store
    let hats = MathBox.list(parameters.map { .hat(builder.box($0)) }).parenthesised
    if count == 1 {
      let entry = bound[0][0].map { overSampleSize($0) }
      return .equations([
        Article.Equation(
          left: .row([.words("Var"), hats]), relation: .greaterOrEqual, right: builder.box(entry))
      ])
    }
    return statement(
      .row([.words("Cov"), hats]), bound, relation: .dominates, factor: store.reciprocal(symbols.sampleSize))
  }
}
