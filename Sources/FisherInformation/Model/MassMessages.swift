internal import Calculus
internal import Diagnostics
internal import Expressions
internal import Multiprecision
internal import Syntax

/// Complaints about densities that do not integrate to 1: what they do integrate to, and how to go on.
struct MassMessages {
  let store: ExpressionStore
  let parsed: ParsedModel
  let normalizer: (any NormalizerProof)?
  let formulas: FunctionFormulas

  /// What there is to say of the mass of a reading at a point; nothing if it is as it should be, or could not be found.
  func complaint(_ screening: MassScreening, _ reading: Reading, at point: [Rational]) -> [Diagnostic] {
    let rough = RoughMass(store: store, reading: reading, formulas: formulas).mass(at: point)
    if let rough, parsed.isUpToNormalizer ? !rough.isLowerBound : rough.isOne { return [] }
    let mass = screening.mass(reading, at: point)
    switch mass {
    case .finite(let value):
      if parsed.isUpToNormalizer || mass.isOne { return [] }
      return wrongMass([SupportInference.Candidate(reading: reading, masses: [(value, point)])])
    case .none: return [.infiniteMass(parsed.densitySpan, over: support(reading), at: place(reading, point))]
    case .undecided: return []
    }
  }

  /// The complaint about readings none of which has mass 1; the one whose mass is a mere constant is put first.
  func wrongMass(_ candidates: [SupportInference.Candidate]) -> [Diagnostic] {
    guard !candidates.isEmpty else {
      return [.infiniteMassEverywhere(parsed.densitySpan, isUpToNormalizer: parsed.isUpToNormalizer)]
    }
    let chosen = candidates.first(where: isConstant) ?? candidates[0]
    let others = candidates.filter { $0.reading.supportConditions != chosen.reading.supportConditions }
    let notes = others.prefix(2).map { other in
      let value = other.masses[0].mass.description(digits: 6)
      return "over `\(support(other.reading))` its mass is \(value)\(suffix(other.reading, other.masses[0].point))"
    }
    return [
      .wrongMass(
        parsed.densitySpan, mass: massText(chosen), over: support(chosen.reading), notes: notes,
        offer: Self.offer)
    ]
  }

  /// Whether a mass can be shown in a sentence.
  static func isShort(_ mass: Expr, _ store: ExpressionStore) -> Bool { store.nodeCount(mass) <= longestMass }

  /// The most nodes of a mass in a sentence.
  private static let longestMass = 80

  /// How to go on with a density that lacks a constant.
  static let offer = "write `~` in place of `=`, as in `log p ~ …`, to have the constant found"

  private func isConstant(_ candidate: SupportInference.Candidate) -> Bool {
    candidate.masses.allSatisfy { MassScreening.agree($0.mass, candidate.masses[0].mass) }
  }

  /// The mass in closed form and in digits, or in digits at a point.
  private func massText(_ candidate: SupportInference.Candidate) -> String {
    let (mass, point) = candidate.masses[0]
    let digits = mass.description(digits: 6)
    let reading = candidate.reading
    guard let logMass = normalizer?.logMass(of: reading.modelReading(in: store)) else {
      return digits + suffix(reading, point)
    }
    let closed = Simplifier(reading.assumptions, formulas: formulas).textbookForm(store.exp(logMass))
    guard Self.isShort(closed, store) else { return digits + suffix(reading, point) }
    let text = PlainPrinter(store).print(closed)
    return store.freeSymbols(closed).isEmpty ? "`\(text)` = \(digits)" : "`\(text)`"
  }

  private func suffix(_ reading: Reading, _ point: [Rational]) -> String {
    let place = place(reading, point)
    return place.isEmpty ? "" : " at \(place)"
  }

  private func place(_ reading: Reading, _ point: [Rational]) -> String {
    zip(reading.symbols, point).map { "\(store.symbolName($0) ?? "") = \($1)" }.joined(separator: ", ")
  }

  private func support(_ reading: Reading) -> String {
    let printer = PlainPrinter(store)
    let atoms = reading.observed.flatMap { observed in
      observed.atoms.map { "the point " + printer.print(.relation(observed.symbol, .equal, $0)) }
    }
    let stated = Set(reading.supportConditions.flatMap { $0.freeSymbols(in: store) })
    let ranges = reading.observed.filter { !stated.contains($0.symbol) }.map {
      Condition.membership($0.symbol, $0.range)
    }
    return ((reading.supportConditions + ranges).map(printer.print) + atoms).joined(separator: ", ")
  }
}
