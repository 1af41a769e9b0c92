internal import Expressions

extension PlainPrinter {
  /// A call by its name in the language; a constant by its name alone.
  func call(_ e: Expr) -> String {
    guard let definition = store.function(e) else { return "" }
    if definition.arity == 0, !definition.isVariadic { return definition.name }
    return definition.name + "(" + store.operands(e).map { print($0) }.joined(separator: ", ") + ")"
  }
}
