/// The bars of a text, `|x|`, by the stretch in which each has to find its partner.
///
/// No absolute value reaches over a comma, a relation, a word such as `for`, or a bracket that it did not open.
struct BarGroups {
  /// The number of the stretch of each bar, by the bar's position.
  private var groups: [Int: Int] = [:]
  /// How many bars a stretch has.
  private var counts: [Int: Int] = [:]

  init(_ tokens: [Token]) {
    guard tokens.contains(where: { $0.kind == .bar }) else { return }
    var (open, last) = ([0], 0)
    for (position, token) in tokens.enumerated() {
      if token.closer != nil {
        last += 1
        open.append(last)
      } else if token.isCloser, open.count > 1 {
        open.removeLast()
      } else if Self.separates(token.kind) {
        last += 1
        open[open.count - 1] = last
      } else if token.kind == .bar {
        groups[position] = open[open.count - 1]
        counts[open[open.count - 1], default: 0] += 1
      }
    }
  }

  /// The stretch of the bar at a position; nil where another token stands.
  func group(at position: Int) -> Int? { groups[position] }

  /// Whether a bar stands at a position that has more than one other to pair with.
  func isCrowded(at position: Int) -> Bool { groups[position].flatMap { counts[$0] } ?? 0 > 2 }

  private static func separates(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .comma, .semicolon, .tilde, .ampersand, .lineBreak, .gap: true
    case .keywordIn, .keywordKnown, .keywordIf, .keywordOtherwise, .keywordAnd: true
    default: Parser.relation(kind) != nil
    }
  }
}

extension Parser {
  /// Whether a bar comes next that cannot close an absolute value: none is open in the same stretch.
  var isAtOpeningBar: Bool { barGroups.group(at: position).map { $0 != openBars.last } ?? false }

  /// Whether a factor stands beside a bar, before or behind it, where the bars could pair in another way.
  var isBesideUnclearBar: Bool {
    barGroups.isCrowded(at: position - 1) || barGroups.isCrowded(at: position)
  }
}
