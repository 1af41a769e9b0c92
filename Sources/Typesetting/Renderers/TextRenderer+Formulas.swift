extension TextRenderer {
  /// Equations aligned at their relations, remarks in a column of their own where there is room.
  func lines(_ equations: [Article.Equation]) -> [StyledLine] {
    let lefts = equations.map { backend.line($0.left) }
    let relationColumn = lefts.map(\.count).max() ?? 0
    let rights = equations.map { backend.line($0.right).count + $0.relation.unicode.count }
    let remarkColumn = relationColumn + (rights.max() ?? 0) + 4
    var result: [StyledLine] = []
    for (equation, left) in zip(equations, lefts) {
      var head = StyledLine(left)
      head.pad(to: relationColumn)
      head.append(equation.relation.unicode)
      var lines = broken(equation.right, after: head, hanging: relationColumn + 3)
      let remark = text(equation.remark)
      if !remark.isEmpty {
        if remarkColumn + remark.count + 2 > width {
          lines.append(StyledLine("    "))
        } else {
          lines[lines.count - 1].pad(to: remarkColumn)
        }
        lines[lines.count - 1].append(remark, equation.tone == .neutral ? .faint : StyledLine.Style(equation.tone))
      }
      result += lines
    }
    return result
  }

  /// A matrix between brackets; one that is too wide is listed entry by entry.
  func lines(_ matrix: Article.Matrix) -> [StyledLine] {
    var head: [MathBox] = [matrix.name, .sign(matrix.relation)]
    if let factor = matrix.factor { head += [factor, .words(" ")] }
    let block = backend.block(.row(head + [.matrix(matrix.entries)]))
    if block.width + 2 <= width { return block.lines.map { StyledLine($0) } }
    var equations: [Article.Equation] = []
    for (i, row) in matrix.entries.enumerated() {
      for (j, entry) in row.enumerated() where j >= i {
        let index = MathBox.list([matrix.indices[i], matrix.indices[j]]).parenthesised
        equations.append(Article.Equation(left: index, right: entry))
      }
    }
    var introduction = backend.line(.row([matrix.name, .sign(matrix.relation)]))
    if let factor = matrix.factor { introduction += backend.line(factor) + " times " }
    let entries = TextRenderer(width: width - 2, colour: colour).lines(equations).map { indented($0) }
    return [StyledLine(introduction + "the symmetric matrix with entries")] + entries
  }

  /// A formula after the beginning of its line, broken before signs where it would pass the width.
  func broken(_ box: MathBox, after head: StyledLine, hanging: Int) -> [StyledLine] {
    let segments = backend.segments(box)
    let lines = segments.lines(used: head.width, indent: hanging, width: width - 2)
    return lines.enumerated().map { i, segments in
      var line = i == 0 ? head : StyledLine(String(repeating: " ", count: hanging))
      let text = segments.map(\.text).joined()
      line.append(i == 0 ? text : text.trimmingBlanks)
      return line
    }
  }
}
