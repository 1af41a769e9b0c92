extension MathBox {
  /// Whether the box is a sum of several terms, or carries a sign.
  var isSum: Bool {
    guard case .row(let boxes) = self else { return false }
    return boxes.contains { [.sign(.plus), .sign(.minus), .sign(.negative)].contains($0) }
  }

  /// Roughly how many letters wide the box is when it is set in two dimensions.
  var letters: Int {
    switch self {
    case .number(let digits): digits.count
    case .name(let name): name.base.unicode.count + name.indices.reduce(0) { $0 + $1.unicode.count }
    case .function(let mark): mark.unicode.count
    case .sign(let sign): sign.unicode.count
    case .row(let boxes): boxes.reduce(0) { $0 + $1.letters }
    case .fraction(let upper, let lower): max(upper.letters, lower.letters) + 1
    case .superscript(let base, let script), .subscript(let base, let script):
      base.letters + (script.letters * 2 + 2) / 3
    case .squareRoot(let radicand): radicand.letters + 2
    case .fenced(_, let content): content.letters + (content.isTall ? 4 : 2)
    case .binomial(let upper, let lower): max(upper.letters, lower.letters) + 2
    case .limits(_, let below, let above): max(1, (max(below.letters, above.letters) * 2 + 2) / 3)
    case .matrix(let rows):
      (0..<(rows.first?.count ?? 0)).reduce(2) { sum, column in sum + 2 + (rows.map { $0[column].letters }.max() ?? 0) }
    case .hat(let base): base.letters
    case .words(let words): words.count
    }
  }
}
