import Expressions
import Multiprecision
import Numerics
import Syntax
import Testing

@testable import Expectation

@Suite("Master integrals")
struct KernelTests {
  /// Every kernel at every sample of its parameters.
  static let cases = Kernel.standard.flatMap { kernel in kernel.samples.indices.map { (kernel.id, $0) } }

  @Test("the integral is what quadrature or summation finds", arguments: cases)
  func valueAgreesWithQuadrature(id: String, sample: Int) throws {
    let kernel = try #require(Kernel.standard.first { $0.id == id })
    let agreed = try agreedDigits(kernel, sample)
    #expect(agreed >= 38, "\(agreed) digits")
  }

  @Test("a wrong factor is noticed", arguments: Kernel.standard.map(\.id))
  func wrongFactorIsNoticed(id: String) throws {
    let kernel = try #require(Kernel.standard.first { $0.id == id })
    let broken = kernel.replacing(logIntegral: "\(kernel.logIntegral) + log(1001/1000)")
    #expect(try agreedDigits(broken, 0) < 4)
  }

  @Test("every kernel states samples, a source and conditions that parse", arguments: Kernel.standard.map(\.id))
  func kernelsAreComplete(id: String) throws {
    let kernel = try #require(Kernel.standard.first { $0.id == id })
    let store = ExpressionStore()
    #expect(!kernel.samples.isEmpty && !kernel.source.isEmpty && !kernel.title.isEmpty)
    for condition in kernel.conditions { _ = try store.parseCondition(condition) }
    #expect(Kernel.standard.filter { $0.id == id }.count == 1)
  }

  private func agreedDigits(_ kernel: Kernel, _ sample: Int) throws -> Int {
    let store = ExpressionStore()
    let values = kernel.samples[sample]
    let names = kernel.parameters + kernel.rangeParameters + kernel.shapeParameters
    let parameters = names.map { store.symbol($0) }
    let point = try names.map { name in
      let text = try #require(values[name])
      return try #require(Rational(text))
    }
    guard case .membership(let variable, let range) = try store.parseCondition(kernel.range) else {
      Issue.record("the range is not a membership")
      return 0
    }
    let integral = try ExpectationIntegrals(
      store: store, logDensity: try store.parse(kernel.logIntegrand),
      variables: [(variable, IntegrationSet(kernelRange: range, in: store))], integrands: [store.one],
      parameters: parameters)
    let found = try integral.evaluate(at: point, digits: 40)[0]
    let stated = try ClosedFormEvaluator(
      store, expressions: [store.exp(try store.parse(kernel.logIntegral))], parameters: parameters
    ).evaluate(at: point, digits: 45)[0]
    return found.value.relativeDigits(agreeingWith: stated)
  }
}

extension IntegrationSet {
  /// The set of a kernel's range.
  init(kernelRange range: NumberSet, in store: ExpressionStore) {
    func finite(_ bound: Expr?) -> Expr? { bound == store.infinity ? nil : bound }
    switch range {
    case .reals: self = .interval(lower: nil, upper: nil, kinks: [])
    case .interval(let lower, let upper, _, _): self = .interval(lower: finite(lower), upper: finite(upper), kinks: [])
    case .finite(let points): self = .finite(points)
    case .lattice(let lower, let upper): self = .lattice(lower: finite(lower), upper: finite(upper))
    }
  }
}
