/// Random sentences of a grammar, the same for the same seed.
struct GrammarSentences {
  private let grammar: GrammarFile
  private var generator: SplitMix
  /// The least depth of derivation that each production needs.
  private let depths: [String: Int]

  /// Prepares sentences of a grammar, of which some productions may be replaced by narrower ones.
  init(_ grammar: GrammarFile, seed: UInt64, narrowed: [String: GrammarFile.Node] = [:]) {
    var grammar = grammar
    for (name, node) in narrowed { grammar.narrow(name, to: node) }
    self.grammar = grammar
    generator = SplitMix(state: seed)
    var depths: [String: Int] = [:]
    var isChanging = true
    while isChanging {
      isChanging = false
      for name in grammar.names {
        guard let node = grammar.productions[name], let depth = Self.depth(node, depths) else { continue }
        if depths[name].map({ $0 > depth + 1 }) ?? true {
          depths[name] = depth + 1
          isChanging = true
        }
      }
    }
    self.depths = depths
  }

  private static func depth(_ node: GrammarFile.Node, _ known: [String: Int]) -> Int? {
    switch node {
    case .literal, .characters: return 0
    case .reference(let name): return known[name]
    case .sequence(let parts):
      let all = parts.map { depth($0, known) }
      return all.contains { $0 == nil } ? nil : all.compactMap { $0 }.max()
    case .choice(let branches): return branches.compactMap { depth($0, known) }.min()
    case .repeated(let inner, let least, _): return least == 0 ? 0 : depth(inner, known)
    case .exclusion(let inner, _): return depth(inner, known)
    }
  }

  /// A part of a sentence with the production that it was derived from.
  indirect enum Derivation {
    case text(String)
    case production(String, [Derivation])

    /// The words of the part; those of a token are one.
    var words: [String] {
      switch self {
      case .text(let text): return [text]
      case .production(let name, let parts):
        let all = parts.flatMap(\.words)
        return name.allSatisfy(\.isUppercase) ? [all.joined()] : all
      }
    }
  }

  /// A sentence derived from a production; derivations deeper than `budget` are closed as soon as possible.
  mutating func sentence(from name: String, budget: Int) -> String {
    derivation(from: name, budget: budget).words.joined(separator: " ")
  }

  /// A sentence with its derivation.
  mutating func derivation(from name: String, budget: Int) -> Derivation {
    guard let production = grammar.productions[name] else { return .text("<\(name)>") }
    return .production(name, parts(production, budget - 1))
  }

  private mutating func parts(_ node: GrammarFile.Node, _ budget: Int) -> [Derivation] {
    switch node {
    case .literal(let text): return [.text(text)]
    case .characters(let ranges): return [.text(character(ranges))]
    case .reference(let name): return [derivation(from: name, budget: budget)]
    case .sequence(let all): return all.flatMap { parts($0, budget) }
    case .choice(let branches): return parts(branch(branches, budget), budget)
    case .repeated(let inner, let least, let isUnbounded):
      var count = least
      let fits = (Self.depth(inner, depths) ?? budget) < budget
      while fits, generator.below(3) == 0, isUnbounded ? count < least + 3 : count < 1 { count += 1 }
      return (0..<count).flatMap { _ in parts(inner, budget) }
    case .exclusion(let inner, let excluded):
      let forbidden = literals(excluded)
      while true {
        let made = parts(inner, budget)
        if !forbidden.contains(made.flatMap(\.words).joined()) { return made }
      }
    }
  }

  private mutating func branch(_ branches: [GrammarFile.Node], _ budget: Int) -> GrammarFile.Node {
    let fitting = branches.filter { (Self.depth($0, depths) ?? Int.max) < budget }
    if !fitting.isEmpty { return fitting[generator.below(fitting.count)] }
    return branches.min { (Self.depth($0, depths) ?? Int.max) < (Self.depth($1, depths) ?? Int.max) } ?? branches[0]
  }

  private func literals(_ node: GrammarFile.Node) -> [String] {
    switch node {
    case .literal(let text): return [text]
    case .choice(let branches): return branches.flatMap(literals)
    case .reference(let name): return grammar.productions[name].map(literals) ?? []
    default: return []
    }
  }

  private mutating func character(_ ranges: [ClosedRange<UInt32>]) -> String {
    let range = ranges[generator.below(ranges.count)]
    let value = range.lowerBound + UInt32(generator.below(range.count))
    return Unicode.Scalar(value).map(String.init) ?? ""
  }
}
