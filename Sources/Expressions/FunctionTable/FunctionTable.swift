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

  /// All names and aliases, sorted, for suggestions.
  public var names: [String] { definitions.flatMap { [$0.name] + $0.aliases }.sorted() }
}
