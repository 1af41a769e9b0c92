internal import Calculus
internal import Expressions

/// Expectations as sums over single points and over regions of the support.
final class PartitionRoute: ExpectationRoute {
  let id = "route.partition"
  private(set) var lemmas: [Derivation] = []
  let newVariables: [(Expr, Expr)] = []
  private let setting: DensitySetting
  private let store: ExpressionStore
  private let variable: Expr
  private let atoms: [(point: Expr, mass: Expr)]
  private let regions: [PartitionRegion]
  private var values: [Expr: Expr] = [:]
  private var refused: Set<Expr> = []

  init(
    _ setting: DensitySetting, _ variable: Expr, _ atoms: [(point: Expr, mass: Expr)], _ regions: [PartitionRegion]
  ) {
    self.setting = setting
    store = setting.store
    self.variable = variable
    self.atoms = atoms
    self.regions = regions
  }

  var obstacles: [Obstacle] { regions.flatMap { $0.engine.obstacles } }

  var logMass: Expr? {
    integral(of: store.one).map { setting.simplifier.normal(store.log(setting.simplifier.normal($0))) }
  }

  var normalizer: Derivation? {
    var derivation = Derivation(.normalizer, from: store.expectation(of: store.one))
    derivation.apply(partitionRule, in: store)
    derivation.apply(setting.simplifier.normalFormRule, in: store)
    return derivation
  }

  func advance(_ derivation: inout Derivation) {
    if setting.hasAtoms {
      derivation.apply(atomRule, in: store)
    } else if !derivation.apply(bracketRule, in: store), isApartAtAtoms(derivation.result) {
      // What stands off a single point has no value there: log(x) at 0.
      derivation.apply(atomRule, in: store)
    } else {
      // Terms may diverge where regions meet although their sum does not: |x - m|/(x - m) is x/(x - m) - m/(x - m) above m.
      if regions.count == 1 { derivation.apply(linearityRule, in: store) }
    }
    for argument in store.expectationArguments(derivation.result) { prepareMoment(argument) }
    derivation.apply(momentRule, in: store)
    derivation.apply(setting.simplifier.textbookRule, in: store)
  }

  /// Whether an expectation has brackets that tell the single points from the one region there is.
  private func isApartAtAtoms(_ e: Expr) -> Bool {
    guard let g = store.expectationArgument(e) else { return false }
    return regions.count == 1 && !atoms.isEmpty && store.containsBracket(g)
  }

  /// g as its formula off the single points, and its difference from that at each of them.
  private var bracketRule: Rule {
    Rule(id: "expectation.brackets", sentence: "with the brackets taken apart", isMinor: true) { [store] e in
      guard let g = store.expectationArgument(e), let apart = self.apart(g) else { return nil }
      return Rewriting(store.expectation(of: apart))
    }
  }

  private func apart(_ g: Expr) -> Expr? {
    guard let region = regions.first, regions.count == 1, !atoms.isEmpty, store.containsBracket(g) else { return nil }
    let rest = region.setting.simplifier.normal(region.setting.resolvingBrackets(g, variable, at: nil))
    var parts = [rest]
    for (point, _) in atoms {
      guard let here = setting.value(of: g, variable, at: point),
        let continued = region.setting.value(of: rest, variable, at: point)
      else { return nil }
      let bracket = store.power(store.zero, store.difference(variable, point))
      parts.append(store.product([bracket, setting.simplifier.normal(store.difference(here, continued))]))
    }
    return store.sum(parts)
  }

  /// E[g] by the values of g at the atoms and, off them, the terms of its formula there, which need have no value at an
  /// atom: `log(x)` at 0.
  private var atomRule: Rule {
    let (store, simplifier, x) = (store, setting.simplifier, variable)
    return Rule(id: "expectation.atoms", sentence: "by linearity, at the single points and off them") { [self] e in
      guard let g = store.expectationArgument(e), let region = regions.first, regions.count == 1 else { return nil }
      let brackets = atoms.map { store.power(store.zero, store.difference(x, $0.point)) }
      var parts: [Expr] = []
      for (bracket, atom) in zip(brackets, atoms) {
        guard let here = setting.value(of: g, x, at: atom.point) else { return nil }
        parts.append(store.product([simplifier.textbookForm(here), store.expectation(of: bracket)]))
      }
      let off = store.difference(store.one, store.sum(brackets))
      let rest = region.setting.simplifier.normal(region.setting.resolvingBrackets(g, x, at: nil))
      parts += simplifier.collected(rest, by: x).map { function, coefficient in
        store.product([coefficient, store.expectation(of: store.product([off, function]))])
      }
      return Rewriting(store.sum(parts))
    }
  }

  /// E of a sum is the sum of the E, constants taken out.
  private var linearityRule: Rule {
    let (store, simplifier, x) = (store, setting.simplifier, variable)
    return Rule(id: "expectation.linearity", sentence: "by linearity of the expectation") { e in
      guard let g = store.expectationArgument(e) else { return nil }
      let parts = simplifier.collected(g, by: x).map { function, coefficient in
        function == store.one ? coefficient : store.product([coefficient, store.expectation(of: function)])
      }
      return Rewriting(store.sum(parts))
    }
  }

  /// ∫ f g over all parts; nil where one of them has no closed form.
  private func integral(of g: Expr) -> Expr? {
    var parts: [Expr] = []
    for (point, mass) in atoms {
      guard let value = setting.value(of: g, variable, at: point) else { return nil }
      parts.append(store.product([mass, value]))
    }
    for region in regions {
      guard let part = region.integral(of: g) else { return nil }
      parts.append(part)
    }
    return store.sum(parts)
  }

  /// Derives E[function] once, as a lemma of its own.
  private func prepareMoment(_ argument: Expr) {
    let subject = store.expectation(of: argument)
    guard values[subject] == nil, !refused.contains(subject) else { return }
    var lemma = Derivation(.moment, from: subject)
    guard lemma.apply(partitionRule, in: store) else {
      refused.insert(subject)
      return
    }
    lemma.apply(setting.simplifier.textbookRule, in: store)
    values[subject] = lemma.result
    lemmas.append(lemma)
  }

  /// The moments that have been derived, put in.
  private var momentRule: Rule {
    Rule(id: "expectation.moments", sentence: "with the moments above") { [store] e in
      let replaced = self.lemmas.compactMap { lemma in self.values[lemma.subject].map { (lemma.subject, $0) } }
      return Rewriting(store.substitute(e, replaced))
    }
  }
}

extension PartitionRoute {
  /// E[g] as the sum over the parts.
  private var partitionRule: Rule {
    var words = Words(atoms.isEmpty ? "over parts of the support" : "over single points and the rest of the support")
    for (point, _) in atoms { words.add("the term at {point}", [.init("point", point)]) }
    for region in regions {
      if let step = region.engine.normalizer?.steps.first { words.add(step.rule.sentence, step.bindings) }
      for (point, _) in region.excluded { words.add("less the term at {point}", [.init("point", point)]) }
    }
    let (sentence, bindings) = (words.sentence, words.bindings)
    let conditions = regions.flatMap { $0.engine.normalizer?.steps.flatMap(\.conditions) ?? [] }
    return Rule(id: "expectation.partition", sentence: sentence) { [store] e in
      guard let g = store.expectationArgument(e), let value = self.integral(of: g) else { return nil }
      return Rewriting(value, bindings: bindings, conditions: conditions)
    }
  }

  /// A sentence put together from several, the slots of each with names of their own.
  private struct Words {
    private(set) var sentence: String
    private(set) var bindings: [Rewriting.Binding] = []
    private var count = 0

    init(_ opening: String) { sentence = opening }

    mutating func add(_ clause: String, _ values: [Rewriting.Binding]) {
      sentence += count == 0 ? ": " : ", "
      count += 1
      for character in clause {
        if character == "}" { sentence += " \(count)" }
        sentence.append(character)
      }
      bindings += values.map { Rewriting.Binding("\($0.name) \(count)", $0.value) }
    }
  }
}
