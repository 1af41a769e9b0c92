internal import Calculus
internal import Expressions

extension ReportWriter {
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
        word: "verified", sentence: Prose("the closed form agrees with both integrals to \(range)") + domain,
        tone: .good)
    case .numeric:
      return Article.Verdict(
        word: "numeric", sentence: whyNumeric + Prose("; the two integrals agree to \(range)") + domain,
        tone: .caution)
    case .irregular:
      return Article.Verdict(word: "irregular", sentence: failure(), tone: .bad)
    case .undecided:
      return Article.Verdict(word: "undecided", sentence: whyUndecided, tone: .bad)
    }
  }

  /// Which entries have no closed form, and the first expectation that is left in them where it is short.
  private var whyNumeric: Prose {
    let fisher = report.fisher ?? []
    let missing = fisher.indices.flatMap { i in (i..<count).filter { fisher[i][$0] == nil }.map { (i, $0) } }
    guard let first = missing.first else { return Prose("some entry has no closed form") }
    let indices = [first.0, first.1].map { builder.inline.box(parameters[$0]) }
    let name = count == 1 ? symbols.informationName : symbols.indexed(symbols.informationName, indices)
    var sentence: Prose = [.words("no closed form for "), .formula(name)]
    if missing.count > 1 {
      sentence.append(.words(missing.count == 2 ? " and another entry" : " and \(missing.count - 1) other entries"))
    }
    let rest = report.unresolved.isEmpty ? nil : report.unresolved[first.0][first.1]
    if let rest, let left = expectation(in: rest).map({ builder.inline.box($0) }), left.letters <= 40 {
      sentence += [.words(": no integral that is known here gives "), .formula(left)]
    }
    return sentence
  }

  /// The first expectation that stands in an expression.
  private func expectation(in e: Expr) -> Expr? {
    if report.store.function(e)?.notation.style == .expectation { return e }
    return report.store.operands(e).firstValue { expectation(in: $0) }
  }

  /// What keeps the report from standing behind anything.
  private var whyUndecided: Prose {
    if report.numeric.isEmpty { return Prose("the integrals could be computed at no point") }
    if let (mass, point) = unnormalised {
      let places = point.at.map { symbol, value in
        MathBox.row([builder.inline.box(symbol), .sign(.equal), builder.inline.box(report.store.number(value))])
      }
      return Prose("the density does not integrate to 1, and no closed form of its normaliser was found: its mass is ")
        + [.formula(.number(DecimalText.rounded(mass, to: 6))), .words(" at "), .formula(.list(places))]
    }
    if let entry = entry(.undecided) {
      return [.words("too few digits are known of "), .formula(entry), .words(" to compare its two integrals")]
    }
    if report.firstBartlett == .unknown { return Prose("whether the score has mean zero could not be told") }
    return Prose("a step of the derivation could not be checked")
  }

  /// Whether the mass of the density is not 1, so that nothing is an expectation.
  var isUnnormalised: Bool { unnormalised != nil }

  /// The mass of a density at the first point where that is not 1.
  private var unnormalised: (mass: String, point: Report.NumericPoint)? {
    guard report.status == .undecided else { return nil }
    return report.numeric.firstValue { point in
      guard let value = Double(point.normalizer), (value - 1).magnitude >= 1e-6 else { return nil }
      return (point.normalizer, point)
    }
  }

  /// The first entry of the information with a verdict.
  private func entry(_ status: Report.EntryStatus) -> MathBox? {
    for (i, row) in report.entryStatus.enumerated() {
      guard let j = row.indices.first(where: { $0 >= i && row[$0] == status }) else { continue }
      let indices = [i, j].map { builder.inline.box(parameters[$0]) }
      return count == 1 ? symbols.informationName : symbols.indexed(symbols.informationName, indices)
    }
    return nil
  }

  /// The part of the declared domain that a verdict speaks of.
  private var domain: Prose {
    report.conditions.isEmpty ? [] : [.words("; valid for "), .formula(builder.inline.box(report.conditions))]
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
