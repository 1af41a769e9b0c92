internal import Calculus
internal import Expressions
internal import Multiprecision
internal import Syntax

/// A kernel's formulas as expressions of one store, its log-integrand taken apart into statistics.
struct CompiledKernel {
  /// A function of the variable that the log-integrand contains, with the coefficient that it carries:
  /// `factor * parameter + offset`.
  struct Statistic {
    var function: Expr
    let parameter: Int?
    let factor: Rational
    let offset: Expr
  }

  let kernel: Kernel
  private(set) var variable: Expr
  let range: KernelRange
  let parameters: [Expr]
  let shapeParameters: [Expr]
  private(set) var statistics: [Statistic]
  private let value: Value
  /// The logarithm of the integral.
  var logIntegral: Expr { value.logIntegral }
  /// The conditions under which it is that.
  var conditions: [Condition] { value.conditions }

  /// What is asked of a kernel once a density is its integrand, parsed then: most kernels are compared and never used.
  private final class Value {
    private(set) lazy var logIntegral = kernel.formula(kernel.logIntegral, renamed, in: store)
    private(set) lazy var conditions = kernel.conditions.map { kernel.condition($0, renamed, in: store) }
    private let kernel: Kernel
    private let renamed: [(Expr, Expr)]
    private let store: ExpressionStore

    init(_ kernel: Kernel, _ renamed: [(Expr, Expr)], _ store: ExpressionStore) {
      (self.kernel, self.renamed, self.store) = (kernel, renamed, store)
    }
  }

  /// Parses a kernel; the symbols are renamed so that they cannot meet those of the model.
  ///
  /// - Returns: nil where the range does not parse or the log-integrand is not affine in the parameters, which the tests of
  ///   the kernel table rule out.
  init?(_ kernel: Kernel, simplifier: Simplifier) {
    let store = simplifier.store
    let own = [kernel.variable] + kernel.parameters + kernel.rangeParameters + kernel.shapeParameters
    let renamed = kernel.renamed(own, in: store)
    guard let range = KernelRange(kernel, in: store) else { return nil }
    self.kernel = kernel
    self.range = range
    variable = renamed[0].1
    parameters = kernel.symbols(kernel.parameters, in: store)
    shapeParameters = kernel.symbols(kernel.shapeParameters, in: store)
    value = Value(kernel, renamed, store)
    let logIntegrand = kernel.formula(kernel.logIntegrand, renamed, in: store)
    guard let statistics = Self.statistics(logIntegrand, variable, parameters, store, simplifier) else { return nil }
    self.statistics = statistics
  }

  /// The same kernel in another variable.
  func over(_ other: Expr, in store: ExpressionStore) -> CompiledKernel {
    var result = self
    for i in statistics.indices {
      result.statistics[i].function = store.substitute(statistics[i].function, [(variable, other)])
    }
    result.variable = other
    return result
  }

  private static func statistics(
    _ logIntegrand: Expr, _ variable: Expr, _ parameters: [Expr], _ store: ExpressionStore, _ simplifier: Simplifier
  ) -> [Statistic]? {
    var functions: [Expr] = []
    var coefficients: [[Expr]] = []
    for term in store.terms(simplifier.expanded(logIntegrand)) {
      let (coefficient, function) = store.split(term, over: variable)
      if let known = functions.firstIndex(of: function) {
        coefficients[known].append(coefficient)
      } else {
        functions.append(function)
        coefficients.append([coefficient])
      }
    }
    var result: [Statistic] = []
    for (function, parts) in zip(functions, coefficients) {
      guard let statistic = statistic(function, parts, parameters, store) else { return nil }
      result.append(statistic)
    }
    return result
  }

  private static func statistic(
    _ function: Expr, _ parts: [Expr], _ parameters: [Expr], _ store: ExpressionStore
  ) -> Statistic? {
    var offset: [Expr] = []
    var found: (parameter: Int, factor: Rational)?
    for part in parts {
      let (factor, rest) = store.coefficientAndRest(part)
      if let parameter = parameters.firstIndex(of: rest) {
        guard found == nil else { return nil }
        found = (parameter, factor)
      } else if store.containsAny(part, parameters) {
        return nil
      } else {
        offset.append(part)
      }
    }
    return Statistic(
      function: function, parameter: found?.parameter, factor: found?.factor ?? Rational(1), offset: store.sum(offset))
  }
}

extension Kernel {
  /// A formula of the kernel with its symbols renamed.
  fileprivate func formula(_ text: String, _ renamed: [(Expr, Expr)], in store: ExpressionStore) -> Expr {
    guard let parsed = try? store.parse(text) else { preconditionFailure("`\(text)` of \(id) does not parse") }
    return store.substitute(parsed, renamed)
  }

  /// A condition of the kernel with its symbols renamed.
  fileprivate func condition(_ text: String, _ renamed: [(Expr, Expr)], in store: ExpressionStore) -> Condition {
    guard let parsed = try? store.parseCondition(text) else {
      preconditionFailure("`\(text)` of \(id) does not parse")
    }
    return parsed.substituting(renamed, in: store)
  }
}
