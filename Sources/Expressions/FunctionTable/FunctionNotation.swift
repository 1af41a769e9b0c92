/// How a function is set in each kind of output.
public struct FunctionNotation: Sendable {
  /// The shape of a call.
  public enum Style: Sendable {
    /// `f(x)`, always with parentheses.
    case call
    /// `f x`: parentheses are left out around a simple argument, and a power is set on the name, e.g. log²(x + 1), sin x.
    case prefixCall
    /// A constant without arguments.
    case constant
    /// The exponential, set as a power of e.
    case exponential
    /// An absolute value, set between bars.
    case absoluteValue
    /// A condition in brackets, which is 1 where it holds and else 0.
    case condition
    /// A binomial coefficient.
    case binomial
    /// A factorial.
    case factorial
    /// A name before a factorial, e.g. log x!.
    case factorialAfterName
    /// An expectation, set with brackets.
    case expectation
    /// A partial derivative of the first argument by the second.
    case derivative
    /// The first argument set as an index of the name: `f_n(x)`.
    case subscriptedCall
    /// A sign before the first argument, with the values of the second from the third to the fourth below and above it.
    case bound
    /// The first argument set as an order in parentheses above the name: `f^(n)(x)`.
    case superscriptedCall
  }

  /// The name in LaTeX, e.g. `\psi_1`.
  public let latex: String
  /// The name in MathML, e.g. `ψ₁`.
  public let mathML: String
  /// The name in Unicode text, e.g. `ψ₁`.
  public let unicode: String
  /// The shape of a call.
  public let style: Style

  /// Creates a notation.
  public init(latex: String, mathML: String, unicode: String, style: Style = .call) {
    self.latex = latex
    self.mathML = mathML
    self.unicode = unicode
    self.style = style
  }
}
