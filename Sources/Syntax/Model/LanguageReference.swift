public import Expressions

/// What is to be said of the language: its grammar, as the normative file has it, and the functions of a table.
public enum LanguageReference {
  /// A function with its arguments, and what is known of it.
  public struct Function: Sendable {
    /// A call with the names of the parameters, e.g. `polygamma(n, x)`.
    public let call: String
    /// Further spellings, and the conditions under which the function is defined.
    public let meaning: String
  }

  /// The functions that a model may call, in the order of the table, and the names that are read as formulas in them.
  public static func functions(of table: FunctionTable) -> [Function] {
    let functions = table.definitions.filter { $0.evaluate != nil && $0.indicates == nil }.map { definition in
      let arguments = definition.parameters.isEmpty ? "" : "(\(definition.parameters.joined(separator: ", ")))"
      let remarks = [
        definition.aliases.isEmpty ? nil : "also \(definition.aliases.joined(separator: ", "))",
        definition.domain.isEmpty ? nil : "for \(definition.domain.joined(separator: ", "))",
      ]
      return Function(
        call: definition.name + arguments, meaning: remarks.compactMap { $0 }.joined(separator: "; "))
    }
    return functions
      + Shorthand.all.map { shorthand in
        let others = shorthand.names.dropFirst().map { "also \($0); " }.joined()
        return Function(
          call: "\(shorthand.names[0])(\(shorthand.parameters.joined(separator: ", ")))",
          meaning: others + "written out as \(shorthand.formula)")
      }
  }
}
