import Expressions
import Multiprecision

@testable import Typesetting

/// Reads a laid-out formula as a reader would: rows have no borders, only signs and delimiters tell what belongs together.
///
/// The opposite of `BoxBuilder`; whatever the builder lays out must be read back as the same expression.
struct BoxReader {
  struct Misreading: Error {
    let at: String
  }

  private let store: ExpressionStore
  private var boxes: ArraySlice<MathBox>

  /// The expression that a box shows.
  static func read(_ box: MathBox, in store: ExpressionStore) throws -> Expr {
    var reader = BoxReader(store: store, boxes: flattened(box)[...])
    let result = try reader.sum()
    guard reader.boxes.isEmpty else { throw Misreading(at: "\(reader.boxes)") }
    return result
  }

  private static func flattened(_ box: MathBox) -> [MathBox] {
    if case .row(let boxes) = box { return boxes.flatMap { flattened($0) } }
    return [box]
  }

  private mutating func take(_ sign: MathSign) -> Bool {
    guard boxes.first == .sign(sign) else { return false }
    boxes.removeFirst()
    return true
  }

  private mutating func sum() throws -> Expr {
    var terms = [take(.negative) ? store.negated(try term()) : try term()]
    while true {
      if take(.plus) {
        terms.append(try term())
      } else if take(.minus) {
        terms.append(store.negated(try term()))
      } else {
        return store.sum(terms)
      }
    }
  }

  private mutating func term() throws -> Expr {
    var factors = [try factor()]
    while true {
      if take(.invisibleTimes) {
        factors.append(try factor())
      } else if take(.slash) {
        factors.append(store.reciprocal(try factor()))
      } else {
        return store.product(factors)
      }
    }
  }

  private mutating func factor() throws -> Expr {
    let result = try primary()
    return take(.factorial) ? store.call("factorial", [result]) : result
  }

  private mutating func primary() throws -> Expr {
    guard let box = boxes.popFirst() else { throw Misreading(at: "the end") }
    switch box {
    case .number(let digits): return store.number(Rational(digits) ?? 0)
    case .name(let name): return store.symbol(name.base.text + name.indices.map(\.text).joined())
    case .fraction(let upper, let lower):
      return store.quotient(try Self.read(upper, in: store), try Self.read(lower, in: store))
    case .squareRoot(let radicand): return store.squareRoot(try Self.read(radicand, in: store))
    case .fenced(.round, let content): return try Self.read(content, in: store)
    case .fenced(.square, let content): return try bracket(Self.flattened(content))
    case .fenced(.bars, let content): return try call(.absoluteValue, named: nil, [try Self.read(content, in: store)])
    case .binomial(let upper, let lower):
      return try call(.binomial, named: nil, [try Self.read(upper, in: store), try Self.read(lower, in: store)])
    case .limits(let mark, let below, let above):
      guard take(.application) else { throw Misreading(at: mark.unicode) }
      let first = Self.flattened(below)
      guard let place = first.firstIndex(of: .sign(.equal)) else { throw Misreading(at: "\(below)") }
      let bounds = try [.row(Array(first[..<place])), .row(Array(first[(place + 1)...])), above].map {
        try Self.read($0, in: store)
      }
      return try call(.bound, named: mark, [try term()] + bounds)
    case .function(let mark): return try applied(mark)
    case .superscript(let base, let exponent): return try raised(base, exponent)
    case .subscript(.function(let mark), let index):
      return try call(.subscriptedCall, named: mark, [try Self.read(index, in: store)] + arguments())
    default: throw Misreading(at: "\(box)")
    }
  }

  /// The bracket of an equation or an inequality.
  private func bracket(_ boxes: [MathBox]) throws -> Expr {
    let relations: [Relation] = [.equal, .less, .lessOrEqual, .greater, .greaterOrEqual]
    for relation in relations {
      guard let place = boxes.firstIndex(of: .sign(MathSign(relation))) else { continue }
      let left = try Self.read(.row(Array(boxes[..<place])), in: store)
      let right = try Self.read(.row(Array(boxes[(place + 1)...])), in: store)
      if relation == .equal { return store.power(store.zero, store.difference(left, right)) }
      if let bracket = store.bracket(left, relation, right) { return bracket }
    }
    throw Misreading(at: "\(boxes)")
  }

  /// A name with what follows it, or a constant.
  private mutating func applied(_ mark: FunctionMark) throws -> Expr {
    if take(.application) {
      let argument = try primary()
      if take(.factorial) { return try call(.factorialAfterName, named: mark, [argument]) }
      return try call(.prefixCall, named: mark, [argument])
    }
    guard case .fenced? = boxes.first else { return try call(.constant, named: mark, []) }
    let arguments = try arguments()
    for style in [FunctionNotation.Style.call, .prefixCall, .expectation, .binomial] {
      if let found = try? call(style, named: mark, arguments) { return found }
    }
    throw Misreading(at: mark.unicode)
  }

  private mutating func raised(_ base: MathBox, _ exponent: MathBox) throws -> Expr {
    guard case .function(let mark) = base else {
      return store.power(try Self.read(base, in: store), try Self.read(exponent, in: store))
    }
    if case .fenced(.round, let order) = exponent, case .fenced? = boxes.first {
      return try call(.superscriptedCall, named: mark, [try Self.read(order, in: store)] + arguments())
    }
    if let argument = try? call(.exponential, named: mark, [try Self.read(exponent, in: store)]) { return argument }
    if let constant = try? call(.constant, named: mark, []) {
      return store.power(constant, try Self.read(exponent, in: store))
    }
    return store.power(try applied(mark), try Self.read(exponent, in: store))
  }

  /// What stands between the delimiters that follow a name.
  private mutating func arguments() throws -> [Expr] {
    guard case .fenced(_, let content)? = boxes.popFirst() else { throw Misreading(at: "no arguments") }
    return try Self.flattened(content).split(separator: .sign(.comma)).map {
      try Self.read(.row(Array($0)), in: store)
    }
  }

  /// The call of the function that has a mark and a style.
  private func call(_ style: FunctionNotation.Style, named mark: FunctionMark?, _ arguments: [Expr]) throws -> Expr {
    let found = store.functions.definitions.first { definition in
      definition.notation.style == style && definition.arity == arguments.count
        && (mark == nil || FunctionMark(definition.notation) == mark)
    }
    guard let found else { throw Misreading(at: mark?.unicode ?? "\(style)") }
    return store.call(found.name, arguments)
  }
}
