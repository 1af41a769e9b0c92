import Foundation

/// What a sentence of the grammar means, read off its derivation: the value of the expression and its derivatives at a point.
///
/// One function a production, as the remarks of the grammar file say; nothing here uses the parser.
struct GrammarMeaning {
  typealias Derivation = GrammarSentences.Derivation

  /// A sentence that this evaluator gives no meaning.
  struct Unexpected: Error { let place: String }

  /// The variables with their values.
  let point: [(name: String, value: Double)]
  /// The indices of the sums and products that surround the part.
  private var indices: [String: Double] = [:]

  init(point: [(name: String, value: Double)]) { self.point = point }

  /// The value of a derivation from `Expression`.
  func value(_ derivation: Derivation) throws -> Dual {
    guard case .production(let name, let parts) = derivation else { throw Unexpected(place: "\(derivation)") }
    switch name {
    case "Expression": return try sum(parts)
    case "Term": return try product(parts)
    case "Multiple", "Signed": return try signed(parts)
    case "TailPower", "Power": return try power(parts)
    case "Root": return try value(parts[1]).mappedRoot
    case "Application": return try application(parts)
    case "Group": return try value(parts[1])
    case "Absolute":
      let inner = try value(parts[1])
      return inner.mapped(abs(inner.value), slope: inner.value < 0 ? -1 : 1)
    case "Tail", "Primary": return try value(parts[0])
    case "NUMBER": return constant(Double(derivation.words[0]) ?? .nan)
    case "VULGAR":
      return constant(["½": 0.5, "⅓": 1 / 3.0, "⅔": 2 / 3.0, "¼": 0.25, "¾": 0.75][derivation.words[0]] ?? .nan)
    case "Variable": return try variable(derivation.words.joined())
    case "Call": return try call(parts)
    case "Binder": return try binder(parts)
    case "Cases": return try cases(parts)
    case "Bracket": return try bracket(parts)
    default: throw Unexpected(place: name)
    }
  }

  private func constant(_ value: Double) -> Dual { Dual(value, point.map { _ in 0 }) }

  // MARK: Operators

  private func sum(_ parts: [Derivation]) throws -> Dual {
    var result = try value(parts[0])
    for k in stride(from: 1, to: parts.count, by: 2) {
      let term = try value(parts[k + 1])
      result = isSign(parts[k], ["-", "−"]) ? result + -term : result + term
    }
    return result
  }

  private func product(_ parts: [Derivation]) throws -> Dual {
    var result = try value(parts[0])
    for k in stride(from: 1, to: parts.count, by: 2) {
      let factor = try value(parts[k + 1])
      result = isSign(parts[k], ["/", "÷"]) ? result / factor : result * factor
    }
    return result
  }

  /// Signs, then factors side by side.
  private func signed(_ parts: [Derivation]) throws -> Dual {
    var isNegative = false
    var result: Dual?
    for part in parts {
      if case .production("Sign", let sign) = part {
        if isSign(sign[0], ["-", "−"]) { isNegative.toggle() }
      } else {
        let factor = try value(part)
        result = result.map { $0 * factor } ?? factor
      }
    }
    guard let result else { throw Unexpected(place: "no factor") }
    return isNegative ? -result : result
  }

  private func power(_ parts: [Derivation]) throws -> Dual {
    var result = try value(parts[0])
    for part in parts.dropFirst() {
      if isSign(part, ["!"]) {
        result = result.factorial
      } else if case .production("Exponent", let exponent) = part {
        result = result.raised(to: try self.exponent(exponent))
      }
    }
    return result
  }

  private func exponent(_ parts: [Derivation]) throws -> Dual {
    switch parts[0] {
    case .production("SUPERSCRIPT", _): return constant(try raised(parts[0].words[0]))
    case .production("RAISED", _): return try raisedName(parts[0].words[0])
    default: break
    }
    for part in parts {
      if case .production(let name, _) = part, name == "Signed" || name == "Expression" { return try value(part) }
    }
    throw Unexpected(place: "exponent")
  }

  /// The number that raised digits stand for.
  private func raised(_ text: String) throws -> Double {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    var number = 0.0
    for character in text where character != "⁻" {
      guard let digit = digits.firstIndex(of: character) else { throw Unexpected(place: text) }
      number = 10 * number + Double(digit)
    }
    return text.hasPrefix("⁻") ? -number : number
  }

  private func raisedName(_ text: String) throws -> Dual {
    guard text == "ˣ" else { throw Unexpected(place: text) }
    return try variable("x")
  }

  private func isSign(_ part: Derivation, _ signs: [String]) -> Bool {
    part.words.count == 1 && signs.contains(part.words[0])
  }

  // MARK: Names

  private func variable(_ typed: String) throws -> Dual {
    let name = ["λ": "lambda", "σ": "sigma", "x₁": "x_1"][typed] ?? typed
    if let index = indices[name] { return constant(index) }
    guard let place = point.firstIndex(where: { $0.name == name }) else { throw Unexpected(place: typed) }
    return Dual(point[place].value, point.indices.map { $0 == place ? 1 : 0 })
  }

  private func application(_ parts: [Derivation]) throws -> Dual {
    let result = try function(parts[0].words[0], [try value(parts[parts.count - 1])])
    let middle = parts.dropFirst().dropLast()
    guard let last = middle.last else { return result }
    if case .production("NUMBER", _) = last { return result.raised(to: try value(last)) }
    return result.raised(to: constant(try raised(last.words[0])))
  }

  private func call(_ parts: [Derivation]) throws -> Dual {
    let name = parts[0].words.joined().filter { $0 != "(" }
    let arguments = try parts.dropFirst().compactMap { part -> Dual? in
      if case .production("Expression", _) = part { return try value(part) }
      return nil
    }
    return try function(name, arguments)
  }

  private func function(_ name: String, _ arguments: [Dual]) throws -> Dual {
    let (argument, x) = (arguments[0], arguments[0].value)
    switch name {
    case "log", "ln": return argument.mapped(log(x), slope: x > 0 ? 1 / x : .nan)
    case "exp": return argument.mapped(exp(x), slope: exp(x))
    case "sqrt": return argument.mappedRoot
    case "abs": return argument.mapped(abs(x), slope: x < 0 ? -1 : 1)
    case "sin": return argument.mapped(sin(x), slope: cos(x))
    case "cos": return argument.mapped(cos(x), slope: -sin(x))
    case "tan": return argument.mapped(tan(x), slope: 1 + tan(x) * tan(x))
    case "sinh": return argument.mapped(sinh(x), slope: cosh(x))
    case "cosh": return argument.mapped(cosh(x), slope: sinh(x))
    case "tanh": return argument.mapped(tanh(x), slope: 1 - tanh(x) * tanh(x))
    case "atan": return argument.mapped(atan(x), slope: 1 / (1 + x * x))
    case "erf": return argument.mapped(erf(x), slope: 2 * exp(-x * x) / sqrt(Double.pi))
    case "gamma", "Γ": return (argument + constant(-1)).factorial
    case "beta":
      let (a, b) = (argument + constant(-1), arguments[1] + constant(-1))
      return a.factorial * b.factorial / (a + b + constant(1)).factorial
    default: throw Unexpected(place: name)
    }
  }

  // MARK: Binders and conditions

  private func binder(_ parts: [Derivation]) throws -> Dual {
    let words = parts.flatMap(\.words)
    guard let body = parts.last(where: { if case .production("Expression", _) = $0 { true } else { false } }),
      let first = Double(words[4]), let last = Double(words[6])
    else { throw Unexpected(place: words.joined()) }
    var result: Dual?
    for index in Int(first)...Int(last) {
      var inner = self
      inner.indices[words[2]] = Double(index)
      let term = inner.constant(Double(index)) * (try inner.value(body))
      result = result.map { words[0] == "sum" ? $0 + term : $0 * term } ?? term
    }
    return result ?? constant(0)
  }

  /// Cases that do not apply have to be defined all the same, since both sides are compared where all of them are.
  private func cases(_ parts: [Derivation]) throws -> Dual {
    var chosen: Dual?
    var pending: Dual?
    var magnitude = 0.0
    for part in parts {
      if case .production("Expression", _) = part {
        let value = try value(part)
        magnitude = max(magnitude, value.value.isFinite ? value.magnitude : .infinity)
        pending = value
      } else if case .production("Condition", let condition) = part {
        if try holds(condition), chosen == nil { chosen = pending }
      }
    }
    guard let result = chosen ?? pending else { throw Unexpected(place: "cases") }
    return Dual(result.value, result.derivatives, magnitude: max(magnitude, result.magnitude))
  }

  private func bracket(_ parts: [Derivation]) throws -> Dual {
    for part in parts {
      if case .production("Condition", let condition) = part { return constant(try holds(condition) ? 1 : 0) }
      if case .production("Expression", _) = part { return try value(part) }
    }
    throw Unexpected(place: "bracket")
  }

  private func holds(_ parts: [Derivation]) throws -> Bool {
    var previous = try value(parts[0])
    var result = true
    for k in stride(from: 1, to: parts.count, by: 2) {
      let next = try value(parts[k + 1])
      guard next.value.isFinite, previous.value.isFinite else { throw Unexpected(place: "undefined condition") }
      switch parts[k].words[0] {
      case "<", "<=", "≤": result = result && previous.value < next.value
      case ">", ">=", "≥": result = result && previous.value > next.value
      default: throw Unexpected(place: parts[k].words[0])
      }
      if abs(next.value - previous.value) < 1e-9 { throw Unexpected(place: "equal sides") }
      previous = next
    }
    return result
  }
}

extension Dual {
  /// The square root.
  fileprivate var mappedRoot: Dual { mapped(sqrt(value), slope: value > 0 ? 0.5 / sqrt(value) : .nan) }
}
