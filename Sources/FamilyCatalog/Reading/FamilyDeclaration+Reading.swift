import Diagnostics
import Expressions
import Multiprecision
import Syntax

extension Family.Declaration {
  /// Reads `k in (0, inf) typical 0.7, 1.5`.
  init(_ body: Passage) throws(Diagnostic) {
    let (declared, listed) = body.divided(at: "typical").map { ($0.before, $0.after.listed) } ?? (body, [])
    guard let (name, set) = declared.divided(at: "in"), name.words.count == 1, !set.text.isEmpty else {
      throw .notADeclaration(declared)
    }
    self.init(name: name, condition: declared, typical: listed)
  }

  /// Typical values that are no exact numbers, or that the domain excludes.
  func typicalMistakes(
    in store: ExpressionStore, declaring names: Set<String>
  ) throws(DiagnosticList) -> [Diagnostic] {
    guard !typical.isEmpty,
      case .membership(_, let set) = try store.parseCondition(condition, declaring: names)
    else { return [] }
    let assumptions = Assumptions(store)
    return typical.compactMap { passage in
      guard let value = Rational(passage.text) else { return .notAnExactNumber(passage) }
      guard assumptions.holds(.membership(store.number(value), set)) == .no else { return nil }
      return .typicalValueOutside(passage, condition: condition)
    }
  }
}
