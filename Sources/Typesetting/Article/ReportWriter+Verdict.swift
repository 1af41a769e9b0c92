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
        word: "numeric", sentence: Prose("some entry has no closed form; the two integrals agree to \(range)") + domain,
        tone: .caution)
    case .irregular:
      return Article.Verdict(word: "irregular", sentence: failure(), tone: .bad)
    case .undecided:
      return Article.Verdict(word: "undecided", sentence: Prose("nothing here can be stood behind"), tone: .bad)
    }
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
