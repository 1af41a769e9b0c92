/// The totals over a file of reference results, and what is wrong in it.
struct ReferenceSummary {
  private let outcomes: [ReferenceOutcome]
  private let digits: Int

  init(_ outcomes: [ReferenceOutcome], digits: Int) {
    self.outcomes = outcomes
    self.digits = digits
  }

  /// Refuted if anything is wrong.
  var status: ExitStatus { wrong.isEmpty ? .success : .refuted }

  private var wrong: [ReferenceOutcome] { outcomes.filter { !$0.mistakes.isEmpty } }

  /// What is wrong, then what has no result, then the totals.
  var text: String {
    var text = ""
    for outcome in wrong {
      text += "wrong: \(outcome.id)\n" + outcome.mistakes.map { "  \($0)\n" }.joined()
    }
    let silent = outcomes.filter { !$0.isUnderstood }
    for outcome in silent { text += "no result: \(outcome.id): \(outcome.status)\n" }
    for outcome in outcomes {
      for form in outcome.forms where !form.isShort {
        text +=
          "longer than stated: \(outcome.id)[\(form.place)]\n"
          + "  derived: \(form.derived)\n  stated: \(form.stated)\n"
      }
    }
    if !text.isEmpty { text += "\n" }
    let forms = outcomes.flatMap(\.forms)
    let given = outcomes.filter(\.isClosedFormGiven)
    let rows = [
      ["entries", "\(outcomes.count)"],
      ["closed forms derived", "\(given.filter { $0.closedForm?.isDerived == true }.count) of \(given.count)"],
      [
        "entries at most \(FormLength.tolerance) times as long as stated",
        "\(forms.filter(\.isShort).count) of \(forms.count)",
      ],
      ["numbers agreed to \(digits) digits", "\(outcomes.filter(hasNumbers).count) of \(outcomes.count)"],
      ["irregular found", irregular], ["undecided", "\(outcomes.filter(\.isUndecided).count)"],
      ["no result", "\(silent.count)"], ["wrong", "\(wrong.count)"],
    ]
    return text + TextTable(rows).text
  }

  private var irregular: String {
    let all = outcomes.filter(\.isIrregular)
    return "\(all.filter { $0.isIrregularityFound == true }.count) of \(all.count)"
  }

  private func hasNumbers(_ outcome: ReferenceOutcome) -> Bool {
    guard outcome.isUnderstood, case .agrees(let agreed, let points) = outcome.numbers else { return false }
    return agreed >= digits && points == outcome.pointCount
  }
}
