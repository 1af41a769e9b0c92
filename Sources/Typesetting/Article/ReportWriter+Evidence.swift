internal import Calculus
internal import Expressions
internal import Multiprecision

extension ReportWriter {
  /// The number of significant digits that a table shows.
  static var shownDigits: Int { 16 }

  /// The checked derivations.
  func derivations() -> Article.Section? {
    guard showsDerivations else { return nil }
    return section(
      "Derivation",
      report.derivations.map { checked in
        let derivation = checked.derivation
        return .derivation(DerivationText(derivation, title: title(derivation.topic), builder: builder))
      })
  }

  private func title(_ topic: Derivation.Topic) -> Prose {
    func name(_ box: MathBox, _ indices: [Int]) -> MathBox {
      count == 1 ? box : symbols.indexed(box, indices.map { builder.box(parameters[$0]) })
    }
    func product(_ i: Int, _ j: Int) -> MathBox {
      if i == j { return .superscript(name(symbols.score, [i]), .number("2")) }
      return .row([name(symbols.score, [i]), .sign(.invisibleTimes), name(symbols.score, [j])])
    }
    switch topic {
    case .logDensity: return Prose("log-density")
    case .score(let i): return [.words("score "), .formula(name(symbols.score, [i]))]
    case .hessian(let i, let j): return [.words("second derivative "), .formula(name(symbols.hessian, [i, j]))]
    case .normalizer: return Prose("normaliser")
    case .moment: return Prose("moment")
    case .expectedScore(let i):
      return [.words("mean of the score "), .formula(symbols.expectation(of: name(symbols.score, [i])))]
    case .expectedScoreOuter(let i, let j):
      return [.words("second moment of the score "), .formula(symbols.expectation(of: product(i, j)))]
    case .expectedNegativeHessian(let i, let j):
      let negative = MathBox.row([.sign(.negative), name(symbols.hessian, [i, j])])
      return [.words("mean curvature "), .formula(symbols.expectation(of: negative))]
    }
  }

  /// The points of comparison, and the numbers at the first of them.
  func crossCheck() -> Article.Section? {
    guard let display = report.numeric.first else { return nil }
    let points = Article.Table(
      caption: Prose("each expectation integrated afresh, without the closed form"),
      header: [Prose("point"), Prose("digits asked"), Prose("digits agreed")],
      rows: report.numeric.map { [place($0), Prose("\($0.digits)"), Prose("\($0.agreedDigits)")] },
      isFlushRight: [false, true, true])
    return section("Cross-check", [.table(points), .table(values(display))])
  }

  /// The parameter values of a point.
  private func place(_ point: Report.NumericPoint) -> Prose {
    let equations = point.at.map { symbol, value in
      MathBox.row([builder.inline.box(symbol), .sign(.equal), builder.inline.box(report.store.number(value))])
    }
    return [.formula(.list(equations))]
  }

  /// The entries of the three matrices side by side; all digits where the reader asked for one point.
  private func values(_ point: Report.NumericPoint) -> Article.Table {
    let digits = report.numeric.count == 1 ? point.digits : Self.shownDigits
    func shown(_ text: String?) -> Prose { Prose(text.map { DecimalText.rounded($0, to: digits) } ?? "–") }
    var rows: [[Prose]] = []
    for i in 0..<count {
      for j in i..<count {
        let indices = [i, j].map { builder.inline.box(parameters[$0]) }
        let entry = count == 1 ? symbols.informationName : symbols.indexed(symbols.informationName, indices)
        rows.append([
          [.formula(entry)], shown(point.expectedScoreOuter[i][j]), shown(point.expectedNegativeHessian[i][j]),
          shown(point.closedForm[i][j]),
        ])
      }
    }
    return Article.Table(
      caption: [.words("at ")] + place(point),
      header: [
        [], [.formula(symbols.scoreOuter(count: count))], [.formula(symbols.negativeHessian)], Prose("closed form"),
      ], rows: rows, isFlushRight: [false, true, true, true])
  }

  /// Where symbolic and numeric results disagree.
  func contradictions() -> Article.Section? {
    section("Contradictions", report.contradictions.map { .sentence(Prose($0)) })
  }

  /// The verdict in words.
  func verdict() -> Article.Verdict {
    guard report.contradictions.isEmpty else {
      return Article.Verdict(
        word: "contradiction", sentence: Prose("symbolic and numeric results disagree: a defect of the program"),
        tone: .bad)
    }
    let points = report.numeric.count == 1 ? "1 point" : "\(report.numeric.count) points"
    let digits = report.numeric.map(\.agreedDigits)
    let range: String
    if let least = digits.min(), let most = digits.max() {
      range = (least == most ? "\(least)" : "\(least) to \(most)") + " digits at " + points
    } else {
      range = "no digits"
    }
    switch report.status {
    case .verified:
      return Article.Verdict(
        word: "verified", sentence: Prose("the closed form agrees with both integrals to \(range)"), tone: .good)
    case .numeric:
      return Article.Verdict(
        word: "numeric", sentence: Prose("some entry has no closed form; the two integrals agree to \(range)"),
        tone: .caution)
    case .irregular:
      return Article.Verdict(word: "irregular", sentence: failure(), tone: .bad)
    case .undecided:
      return Article.Verdict(word: "undecided", sentence: Prose("nothing here can be stood behind"), tone: .bad)
    }
  }

  /// Which identity fails.
  private func failure() -> Prose {
    var failing: [MathBox] = []
    if report.firstBartlett == .fails {
      failing.append(.row([symbols.expectation(of: symbols.score), .sign(.notEqual), .number("0")]))
    }
    if report.secondBartlett == .fails {
      failing.append(.row([symbols.scoreOuter(count: count), .sign(.notEqual), symbols.negativeHessian]))
    }
    if failing.isEmpty { return Prose("the conditions of the theory fail") }
    return [.words("the theory fails: "), .formula(.list(failing))]
  }
}
