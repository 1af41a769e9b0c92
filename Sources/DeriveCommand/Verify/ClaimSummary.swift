import Calculus
import FamilyCatalog

/// The table of all claims, what is not as expected, and the exit status that follows.
struct ClaimSummary {
  private let results: [(family: Family, result: Result<FamilyVerification, InputFailure>)]
  private let verifications: [FamilyVerification]
  /// The families that could not be derived at all, in order.
  let failures: [InputFailure]
  private let outcomes: [ClaimOutcome]

  init(_ families: [Family], _ results: [Result<FamilyVerification, InputFailure>]) {
    self.results = Array(zip(families, results))
    verifications = results.compactMap { try? $0.get() }
    failures = results.compactMap { result in
      if case .failure(let failure) = result { failure } else { nil }
    }
    outcomes = verifications.flatMap(\.outcomes)
  }

  /// A defect outweighs a refuted claim, which outweighs what was not decided.
  var status: ExitStatus {
    let unexpected = outcomes.filter { !$0.isExpected }
    if unexpected.contains(where: { $0.verdict == .contradiction }) || !contradicted.isEmpty { return .contradiction }
    if unexpected.contains(where: { $0.verdict != .undecided }) { return .refuted }
    if let failure = failures.first { return ExitStatus(failure.diagnostics) }
    return unexpected.isEmpty && mistagged.isEmpty ? .success : .undecided
  }

  /// The table with everything that a reader must know about what is not as expected.
  var text: String {
    var text = TextTable(results.flatMap { rows($0.family.name.text, $0.result) }).text
    for verification in verifications {
      for outcome in verification.outcomes where !outcome.isExpected {
        text +=
          "\n\(verification.family.name.text): \(outcome.statement)\n  \(outcome.complaint)\n"
          + "  source: \(outcome.claim.source)\n"
        if let derived = outcome.derived { text += "  derived: \(derived)\n" }
        if case .differs(let place) = outcome.numbers { text += "  \(place)\n" }
      }
    }
    for verification in mistagged {
      text += "\n\(verification.family.name.text): \(verification.status.rawValue), but its tags say otherwise\n"
    }
    for verification in contradicted {
      text += "\n\(verification.family.name.text): symbolic and numeric results disagree\n"
    }
    return text + "\n" + totals
  }

  private var contradicted: [FamilyVerification] { verifications.filter { $0.isContradicted } }
  private var mistagged: [FamilyVerification] { verifications.filter { !$0.isTaggedTruly } }

  private var totals: String {
    let proved = outcomes.filter { $0.isProved == true }.count
    let unexpected = outcomes.filter { !$0.isExpected }.count
    return "\(counted(results.count, "family", "families")), \(counted(outcomes.count, "claim", "claims")): "
      + "\(proved) proved, \(outcomes.count - unexpected) as expected, \(unexpected) not as expected"
      + (failures.isEmpty ? "" : ", \(counted(failures.count, "family", "families")) without a result") + "\n"
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

  private func rows(_ name: String, _ result: Result<FamilyVerification, InputFailure>) -> [[String]] {
    guard case .success(let verification) = result else { return [[name, "no result"]] }
    if verification.outcomes.isEmpty { return [[name, "no claims", verification.status.rawValue]] }
    return verification.outcomes.map { [name] + $0.row }
  }
}
