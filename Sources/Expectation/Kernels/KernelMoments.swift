internal import Calculus
internal import Expressions

/// The derivatives of exp(L) by the kernel's parameters, divided by exp(L), for L the log-integral:
/// `Q_0 = 1`, `Q_(m + e_i) = ∂_i Q_m + Q_m ∂_i L`.
struct KernelMoments {
  private let kernel: CompiledKernel
  private let differentiation: Differentiation
  private let store: ExpressionStore
  private var known: [[Int]: Expr] = [:]

  init(_ kernel: CompiledKernel, _ differentiation: Differentiation, _ store: ExpressionStore) {
    self.kernel = kernel
    self.differentiation = differentiation
    self.store = store
  }

  /// Q for a multi-index of differentiations, in the kernel's own parameters; nil where a derivative has no name.
  mutating func quotient(_ orders: [Int]) -> Expr? {
    if let result = known[orders] { return result }
    guard let i = orders.firstIndex(where: { $0 > 0 }) else { return store.one }
    var lower = orders
    lower[i] -= 1
    guard let previous = quotient(lower),
      let slope = try? differentiation.derivative(of: kernel.logIntegral, by: kernel.parameters[i]),
      let change = try? differentiation.derivative(of: previous, by: kernel.parameters[i])
    else { return nil }
    let result = store.sum([change, store.product([previous, slope])])
    known[orders] = result
    return result
  }
}
