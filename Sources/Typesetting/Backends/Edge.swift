/// What a box shows at its left or right end, which decides how two factors may stand beside each other.
enum Edge {
  /// A digit: two numbers must not run together.
  case digit
  /// A word of several letters.
  case word
  /// The name of a function with its argument.
  case call
  /// Anything that may touch its neighbour.
  case plain
}

extension MathBox {
  /// The left end.
  var leadingEdge: Edge {
    switch self {
    case .number: .digit
    case .name(let name): name.isWord ? .word : .plain
    case .function(let mark): mark.unicode.count > 2 ? .call : .plain
    case .row(let boxes): Self.startsCall(boxes) ? .call : boxes.first?.leadingEdge ?? .plain
    // A power of e is read as a call; powers of constants stand beside numbers as letters do.
    case .superscript(.function(let mark), _): mark.unicode.allSatisfy(\.isASCII) ? .call : .plain
    case .superscript(let base, _), .subscript(let base, _), .hat(let base): base.leadingEdge
    case .words: .word
    case .limits: .call
    case .sign, .fraction, .squareRoot, .fenced, .binomial, .matrix: .plain
    }
  }

  /// The right end.
  var trailingEdge: Edge {
    switch self {
    case .number: .digit
    case .name(let name): name.isWord ? .word : .plain
    case .function(let mark): mark.unicode.count > 2 ? .call : .plain
    case .row(let boxes): boxes.last?.trailingEdge ?? .plain
    case .hat(let base): base.trailingEdge
    case .words: .word
    case .sign, .fraction, .superscript, .subscript, .squareRoot, .fenced, .binomial, .limits, .matrix: .plain
    }
  }

  /// Whether the box is one letter after the other, as the indices of an entry.
  var isJuxtaposed: Bool {
    guard case .row(let boxes) = self else { return false }
    return boxes.allSatisfy { box in
      if case .name(let name) = box { return !name.isWord }
      return box == .sign(.invisibleTimes)
    }
  }

  /// Whether a row begins with a function's name, possibly with an index or exponent, before its argument.
  private static func startsCall(_ boxes: [MathBox]) -> Bool {
    guard boxes.count > 1 else { return false }
    switch boxes[1] {
    case .fenced, .sign(.application): break
    default: return false
    }
    var head = boxes[0]
    while true {
      switch head {
      case .superscript(let base, _), .subscript(let base, _): head = base
      case .function: return true
      default: return false
      }
    }
  }
}
