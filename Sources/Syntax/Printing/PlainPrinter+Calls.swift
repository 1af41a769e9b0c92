internal import Expressions

extension PlainPrinter {
  /// A call by its name in the language; a constant by its name alone; a sum or product with its index.
  func call(_ e: Expr) -> String {
    guard let definition = store.function(e) else { return "" }
    if definition.arity == 0, !definition.isVariadic { return definition.name }
    if let condition = store.statedCondition(e) { return "[" + print(condition) + "]" }
    let arguments = store.operands(e).map { print($0) }
    if definition.name == "sum" || definition.name == "prod" {
      return "\(definition.name)(\(arguments[1]) in \(arguments[2])..\(arguments[3]), \(arguments[0]))"
    }
    return definition.name + "(" + arguments.joined(separator: ", ") + ")"
  }
}
