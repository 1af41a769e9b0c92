internal import Diagnostics
internal import Expressions
internal import Syntax

/// Which of the symbols that are not observed are parameters, and which are known constants.
///
/// A symbol that is integer-valued, or that bounds a lattice support, has no derivative to speak of and can only be known.
struct SymbolRoles {
  private(set) var parameters: [Expr] = []
  private(set) var known: [Expr] = []
  /// Symbols that are known although no list says so, with the reason.
  private(set) var reasons: [(symbol: Expr, reason: String)] = []
  /// Domains that follow from the place of a symbol: the bound of a lattice is an integer.
  private(set) var inferredDomains: [Condition] = []
  /// A listed parameter that cannot be one.
  private(set) var conflict: Diagnostic?
  private let store: ExpressionStore
  private let parsed: ParsedModel
  /// The parameters that a list names; there may be very many of them.
  private let listedParameters: Set<Expr>

  init(store: ExpressionStore, parsed: ParsedModel, observed: [Expr], ranges: [NumberSet], declared: Assumptions) {
    self.store = store
    self.parsed = parsed
    let latticeRanges = ranges.filter(\.isDiscrete)
    let bounding = latticeRanges.flatMap(\.bounds).flatMap(store.freeSymbols).filter { !observed.contains($0) }
    let inUse = Set(store.freeSymbols(parsed.density)).union(ranges.flatMap(\.bounds).flatMap(store.freeSymbols))
    listedParameters = Set(parsed.parameters ?? [])
    let listed = listedParameters.union(parsed.known)
    let others = parsed.symbols.map(\.symbol).filter { !observed.contains($0) && !listed.contains($0) }
    known = parsed.known
    for symbol in (parsed.parameters ?? []) + others {
      if declared.domain(of: symbol).isDiscrete {
        demote(symbol, "its domain consists of single points")
      } else if bounding.contains(symbol) {
        demote(symbol, "it bounds the support, whose members are counted")
      } else if inUse.contains(symbol) || listedParameters.contains(symbol) {
        parameters.append(symbol)
      } else {
        demote(symbol, "only conditions mention it")
      }
    }
    for symbol in known where bounding.contains(symbol) && !declared.domain(of: symbol).isDiscrete {
      inferredDomains.append(.membership(symbol, integers(bounding: symbol, latticeRanges)))
    }
  }

  private mutating func demote(_ symbol: Expr, _ reason: String) {
    known.append(symbol)
    reasons.append((symbol, reason))
    guard conflict == nil, !parsed.listsLoosely, listedParameters.contains(symbol) else { return }
    let name = store.symbolName(symbol) ?? ""
    let place = parsed.conditions.first { $0.condition.freeSymbols(in: store).contains(symbol) }?.span
    conflict = .latticeParameter(name, parsed.span(of: symbol) ?? parsed.densitySpan, because: reason, at: place)
  }

  /// The integers that an undeclared bound of a lattice may be: above a numeric lower end, else any.
  private func integers(bounding symbol: Expr, _ ranges: [NumberSet]) -> NumberSet {
    for case .lattice(let lower?, let upper?) in ranges where upper == symbol && store.isNumber(lower) {
      return .lattice(lower: store.sum([lower, store.one]), upper: nil)
    }
    return .lattice(lower: nil, upper: nil)
  }
}
