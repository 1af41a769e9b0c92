internal import Calculus
internal import Expressions
internal import Multiprecision

extension ReportWriter {
  /// The number of significant digits that a table shows beside others.
  static var shownDigits: Int { 16 }

  /// The points of comparison, and the numbers at the first of them.
  func crossCheck() -> Article.Section? {
    guard let display = report.numeric.first, display.hasExpectations, !isUnnormalised else { return nil }
    let isCertified = report.numeric.contains(where: \.isCertified)
    let legend = isCertified ? "; certified: with proven errors" : ""
    let points = Article.Table(
      caption: Prose("each expectation integrated afresh, without the closed form" + legend),
      header: [Prose("point"), Prose("digits asked"), Prose("digits agreed")] + (isCertified ? [[]] : []),
      rows: report.numeric.map { point in
        [place(point), Prose("\(point.digits)"), Prose("\(point.agreedDigits)")]
          + (isCertified ? [Prose(point.isCertified ? "certified" : "")] : [])
      },
      isFlushRight: [false, true, true] + (isCertified ? [false] : []))
    return section("Cross-check", [.table(points), .table(values(display))])
  }

  /// The parameter values of a point.
  private func place(_ point: Report.NumericPoint) -> Prose {
    let equations = point.at.map { symbol, value in
      MathBox.row([builder.inline.box(symbol), .sign(.equal), builder.inline.box(report.store.number(value))])
    }
    return [.formula(.list(equations))]
  }

  /// A matrix of numbers with its name.
  private typealias Quantity = (name: Prose, entries: [[String?]])

  /// What the numbers at a point say of; the covariance too where it is not the second moment.
  private func quantities(_ point: Report.NumericPoint) -> [Quantity] {
    let outer: Quantity = ([.formula(symbols.scoreOuter(count: count))], point.expectedScoreOuter)
    let negative: Quantity = ([.formula(symbols.negativeHessian)], point.expectedNegativeHessian)
    guard report.firstBartlett == .fails else {
      return [outer, negative, (Prose("closed form"), point.closedForm)]
    }
    let covariance: Prose = [.formula(.row([.words("Cov"), .fenced(.square, symbols.score)]))]
    return [
      outer, negative, (covariance, point.covarianceOfScore), (Prose("closed form of ") + covariance, point.closedForm),
    ]
  }

  /// The entries of the matrices: side by side to a readable number of digits, or one below the other with all digits
  /// where the reader asked for one point.
  private func values(_ point: Report.NumericPoint) -> Article.Table {
    let quantities = quantities(point)
    let digits = report.numeric.count == 1 ? point.digits : Self.shownDigits
    func shown(_ text: String?) -> Prose { Prose(text.map { DecimalText.rounded($0, to: digits) } ?? "–") }
    let caption: Prose = [.words("at ")] + place(point)
    let positions = (0..<count).flatMap { i in (i..<count).map { (i, $0) } }
    if digits > Self.shownDigits {
      let rows = positions.flatMap { i, j in
        quantities.enumerated().map { k, quantity in
          [k == 0 ? entryName(i, j) : [], quantity.name, shown(quantity.entries[i][j])]
        }
      }
      return Article.Table(caption: caption, header: [], rows: rows, isFlushRight: [false, false, true])
    }
    return Article.Table(
      caption: caption, header: [[]] + quantities.map(\.name),
      rows: positions.map { i, j in [entryName(i, j)] + quantities.map { shown($0.entries[i][j]) } },
      isFlushRight: [false] + quantities.map { _ in true })
  }

  /// An entry of the information by its indices, or the indices alone where there is no information.
  private func entryName(_ i: Int, _ j: Int) -> Prose {
    let indices = (i == j && count == 1 ? [i] : [i, j]).map { builder.inline.box(parameters[$0]) }
    if report.fisher == nil { return [.formula(.list(indices))] }
    return [.formula(count == 1 ? symbols.informationName : symbols.indexed(symbols.informationName, indices))]
  }
}
