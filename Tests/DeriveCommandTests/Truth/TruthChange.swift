import TestSupport

/// A random change of all parameters: the old ones in terms of the new, and the derivatives.
struct TruthChange {
  /// The sets over which the new parameters range.
  let domains: [TruthKernel.Domain]
  /// The old parameters.
  let values: [String]
  /// The derivatives of each old parameter by each new one; nil for 0.
  private let jacobian: [[String?]]

  init(of old: [TruthKernel.Domain], names: [String], using random: inout SplitMix) {
    let pairs = TruthPair.onto(old)
    let pair =
      pairs.isEmpty || old.count != 2 || Bool.random(using: &random) ? nil : pairs.randomElement(using: &random)
    let middle = pair?.domains ?? old
    let chains = zip(middle, names).map { TruthChain(onto: $0, name: $1, using: &random) }
    domains = chains.map(\.domain)
    let inner = chains.map { "(\($0.value))" }
    func filled(_ text: String) -> String { TruthText.filled(text, observed: "", parameters: inner) }
    guard let pair else {
      values = chains.map(\.value)
      jacobian = chains.indices.map { i in chains.indices.map { $0 == i ? chains[i].slope : nil } }
      return
    }
    values = pair.values.map(filled)
    jacobian = pair.jacobian.map { row in
      zip(row, chains).map { text, chain in text == "0" ? nil : "(\(filled(text)))*(\(chain.slope))" }
    }
  }

  /// JᵀIJ, with the old parameters replaced.
  func transformed(_ information: (Int, Int) -> String) -> [[String]] {
    let outer = values.map { "(\($0))" }
    let count = values.count
    return (0..<count).map { a in
      (0..<count).map { b in
        var terms: [String] = []
        for i in 0..<count {
          for j in 0..<count {
            let entry = information(i, j)
            guard entry != "0", let left = jacobian[i][a], let right = jacobian[j][b] else { continue }
            terms.append("(\(left))*(\(TruthText.filled(entry, observed: "", parameters: outer)))*(\(right))")
          }
        }
        return terms.isEmpty ? "0" : terms.joined(separator: " + ")
      }
    }
  }
}

/// One or two links after each other, or none.
struct TruthChain {
  let domain: TruthKernel.Domain
  let value: String
  let slope: String

  init(onto old: TruthKernel.Domain, name: String, using random: inout SplitMix) {
    var (domain, value, slope) = (old, "#", "1")
    // None, one or two, one most often.
    for _ in 0..<(Int.random(in: 0...4, using: &random) + 2) / 3 {
      guard let link = TruthLink.onto(domain).randomElement(using: &random) else { break }
      slope = "(\(slope.replacing("#", with: "(\(link.value))")))*(\(link.slope))"
      value = value.replacing("#", with: "(\(link.value))")
      domain = link.domain
    }
    self.domain = domain
    self.value = value.replacing("#", with: name)
    self.slope = slope.replacing("#", with: name)
  }
}
