/// The functions of the language, looked up by name or alias.
public struct FunctionTable: Sendable {
  /// All definitions, in the order of their handles.
  public let definitions: [FunctionDefinition]
  private let byName: [String: Int]
  let exponential: FunctionID
  let logarithm: FunctionID
  let infinity: FunctionID

  /// Creates a table of the standard core (exponential, logarithm, infinity) and further functions.
  public init(_ further: [FunctionDefinition]) {
    definitions = [.exp, .log, .inf] + further
    var names: [String: Int] = [:]
    for (index, definition) in definitions.enumerated() {
      for name in [definition.name] + definition.aliases {
        precondition(names[name] == nil, "two functions are named \(name)")
        names[name] = index
      }
    }
    byName = names
    exponential = FunctionID(index: 0)
    logarithm = FunctionID(index: 1)
    infinity = FunctionID(index: 2)
  }

  /// The definition of a function.
  public subscript(_ function: FunctionID) -> FunctionDefinition { definitions[function.index] }

  /// The function with a name or alias.
  public func function(named name: String) -> FunctionID? { byName[name].map(FunctionID.init(index:)) }

  /// The function that formulas write with a sign of its own, `B(a, b)`, `Φ(x)`, `Γ(s, x)`, and so many arguments.
  public func function(written sign: String, arguments count: Int) -> FunctionID? {
    written(sign, .call) { $0.arity == count } ?? (sign == "C" ? coefficient(count) : nil)
  }

  /// The binomial coefficient, which is set without a name but in running text as `C(n, k)`.
  private func coefficient(_ count: Int) -> FunctionID? {
    definitions.firstIndex { $0.notation.style == .binomial && $0.arity == count }.map(FunctionID.init(index:))
  }

  /// The function whose first argument is written as an index of its sign: `I` in `I_0(x)`.
  public func function(indexed sign: String, arguments count: Int) -> FunctionID? {
    written(sign, .subscriptedCall) { $0.arity == count }
  }

  private func written(
    _ sign: String, _ style: FunctionNotation.Style, _ fits: (FunctionDefinition) -> Bool
  ) -> FunctionID? {
    definitions.firstIndex { $0.notation.style == style && $0.notation.unicode == sign && fits($0) }
      .map(FunctionID.init(index:))
  }

  /// All names and aliases, sorted, for suggestions.
  public var names: [String] { definitions.flatMap { [$0.name] + $0.aliases }.sorted() }
}
