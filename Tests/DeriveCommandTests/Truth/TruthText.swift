import TestSupport

/// A kernel written down in one of many forms: terms in any order and in any of their forms, as density or log-density, up
/// to a constant or not, and in another observed variable.
struct TruthText {
  /// `log p =`, `log p ~`, `p =` or `p ~`.
  let head: String
  let body: String
  /// The condition on the observed variable.
  let support: String

  init(_ kernel: TruthKernel, observed: String, parameters: [String], using random: inout SplitMix) {
    let parameters = parameters.map { "(\($0))" }
    var (domain, value) = (kernel.observed, observed)
    var further: [String] = []
    if let link = TruthLink.onto(kernel.observed).randomElement(using: &random),
      Int.random(in: 0..<3, using: &random) == 0
    {
      (domain, value) = (link.domain, "(\(link.value.replacing("#", with: observed)))")
      further = link.logSlope == "0" ? [] : [link.logSlope.replacing("#", with: observed)]
    }
    let isUpToConstant = Int.random(in: 0..<4, using: &random) == 0
    let kept = kernel.terms.filter { !(isUpToConstant && $0.isConstant && Bool.random(using: &random)) }
    let terms = kept.compactMap { $0.forms.randomElement(using: &random) }
      .map { Self.filled($0, observed: value, parameters: parameters) }
    let sum = (terms + further).shuffled(using: &random).joined(separator: " + ")
    let isDensity = Int.random(in: 0..<5, using: &random) == 0
    head = (isDensity ? "p" : "log p") + (isUpToConstant ? " ~" : " =")
    body = isDensity ? "exp(\(sum))" : sum
    support = domain.condition(observed)
  }

  /// A text with the observed variable and the parameters put in.
  static func filled(_ text: String, observed: String, parameters: [String]) -> String {
    var text = text.replacing("{x}", with: observed)
    for (index, parameter) in parameters.enumerated() { text = text.replacing("{\(index + 1)}", with: parameter) }
    return text
  }
}
