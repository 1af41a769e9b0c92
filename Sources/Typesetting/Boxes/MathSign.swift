/// The signs that stand between or beside formulas.
public enum MathSign: Hashable, Sendable, CaseIterable {
  /// Between terms.
  case plus, minus
  /// Before a negative formula.
  case negative
  /// Multiplication without a sign; backends make it visible where digits or words would run together.
  case invisibleTimes
  /// Multiplication with a sign, between numbers.
  case centredDot
  /// The application of a name to an argument without parentheses.
  case application
  /// Division on one line.
  case slash
  /// After its operand.
  case factorial
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  /// Membership in a set.
  case element
  /// The order of matrices by positive semi-definite difference.
  case dominates
  case comma, semicolon, ellipsis
  /// Conditioning: what stands right of it is given.
  case given
  /// The set of real numbers.
  case reals
  /// The set of integers.
  case integers
  case partial
  /// After a function of one variable: its derivative.
  case prime
  case transpose
  /// Orthogonality of two parameters.
  case orthogonal
  /// Summation over an index below it.
  case sum

  /// The sign in LaTeX, with the blanks that its neighbours need.
  public var latex: String {
    switch self {
    case .plus: " + "
    case .minus: " - "
    case .negative: "-"
    case .invisibleTimes: " "
    case .centredDot: #" \cdot "#
    case .application: " "
    case .slash: "/"
    case .factorial: "!"
    case .equal: " = "
    case .notEqual: #" \neq "#
    case .less: " < "
    case .lessOrEqual: #" \leq "#
    case .greater: " > "
    case .greaterOrEqual: #" \geq "#
    case .element: #" \in "#
    case .dominates: #" \succeq "#
    case .comma: ", "
    case .semicolon: "; "
    case .ellipsis: #"\dots"#
    case .given: #" \mid "#
    case .reals: #"\mathbb{R}"#
    case .integers: #"\mathbb{Z}"#
    case .partial: #"\partial "#
    case .prime: "'"
    case .transpose: #"^{\mathsf T}"#
    case .orthogonal: #" \perp "#
    case .sum: #"\sum"#
    }
  }

  /// The sign in Unicode text, with the blanks that belong around it.
  public var unicode: String {
    switch self {
    case .plus: " + "
    case .minus: " − "
    case .negative: "−"
    case .invisibleTimes: ""
    case .centredDot: "·"
    case .application: " "
    case .slash: "/"
    case .factorial: "!"
    case .equal: " = "
    case .notEqual: " ≠ "
    case .less: " < "
    case .lessOrEqual: " ≤ "
    case .greater: " > "
    case .greaterOrEqual: " ≥ "
    case .element: " ∈ "
    case .dominates: " ⪰ "
    case .comma: ", "
    case .semicolon: "; "
    case .ellipsis: "…"
    case .given: " | "
    case .reals: "ℝ"
    case .integers: "ℤ"
    case .partial: "∂"
    case .prime: "′"
    case .transpose: "ᵀ"
    case .orthogonal: " ⟂ "
    case .sum: "∑"
    }
  }

  /// The sign in MathML, as the content of an operator or identifier element.
  public var mathML: String {
    switch self {
    case .invisibleTimes: "&#x2062;"
    case .application: "&#x2061;"
    case .less: "&lt;"
    case .greater: "&gt;"
    case .given: "∣"
    default: unicode.trimmingBlanks
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
