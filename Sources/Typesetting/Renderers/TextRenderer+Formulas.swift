extension TextRenderer {
  /// Equations aligned at their relations, remarks in a column of their own where there is room.
  func lines(_ equations: [Article.Equation]) -> [StyledLine] {
    let blocks = equations.map { backend.block($0.left) }
    let column = blocks.map(\.width).max() ?? 0
    let wholes = zip(equations, blocks).map { equation, left in
      left.padded(to: column) + TextBlock(backend.line(.sign(equation.relation))) + backend.block(equation.right)
    }
    guard wholes.allSatisfy({ $0.width + 4 <= width }) else { return linear(equations) }
    let remarkColumn = (wholes.map(\.width).max() ?? 0) + 4
    let isTall = wholes.contains { $0.lines.count > 1 }
    var result: [StyledLine] = []
    for (i, (equation, whole)) in zip(equations, wholes).enumerated() {
      if i > 0, isTall { result.append(StyledLine()) }
      var lines = whole.lines.map { StyledLine($0) }
      append(equation, to: &lines, at: whole.baseline, column: remarkColumn)
      result += lines
    }
    return result
  }

  /// The remark beside an equation, or below it where there is no room.
  private func append(_ equation: Article.Equation, to lines: inout [StyledLine], at place: Int, column: Int) {
    let remark = text(equation.remark)
    if remark.isEmpty { return }
    var line = place
    if column + remark.count + 2 > width {
      lines.append(StyledLine("    "))
      line = lines.count - 1
    } else {
      lines[line].pad(to: column)
    }
    lines[line].append(remark, equation.tone == .neutral ? .faint : StyledLine.Style(equation.tone))
  }

  /// Equations on single lines, broken before signs.
  private func linear(_ equations: [Article.Equation]) -> [StyledLine] {
    let lefts = equations.map { backend.line($0.left) }
    let relationColumn = lefts.map(\.count).max() ?? 0
    return zip(equations, lefts).flatMap { equation, left in
      var head = StyledLine(left)
      head.pad(to: relationColumn)
      head.append(backend.line(.sign(equation.relation)))
      var lines = broken(equation.right, after: head, hanging: relationColumn + 3)
      append(equation, to: &lines, at: lines.count - 1, column: width)
      return lines
    }
  }

  /// A formula after the beginning of its line: in two dimensions where there is room, else broken before signs.
  func displayed(_ box: MathBox, after head: String, hanging: Int) -> [StyledLine] {
    let block = TextBlock(head) + backend.block(box)
    if block.width + 2 <= width { return block.lines.map { StyledLine($0) } }
    return broken(box, after: StyledLine(head), hanging: hanging)
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
    let name = backend.line(.row([matrix.name, .sign(matrix.relation)]))
    let words = "the symmetric matrix with entries"
    var introduction = [StyledLine(name + words)]
    if let factor = matrix.factor {
      introduction = displayed(factor, after: name, hanging: 4)
      introduction.append(StyledLine("times " + words))
    }
    let entries = TextRenderer(width: width - 2, colour: colour, alphabet: backend.alphabet).lines(equations).map {
      indented($0)
    }
    return introduction + entries
  }

  /// A formula after the beginning of its line, broken before signs and between factors where it would pass the width.
  func broken(_ box: MathBox, after head: StyledLine, hanging: Int) -> [StyledLine] {
    let segments = backend.segments(box)
    let lines = LineBreaking(segments, used: head.width, indent: hanging, width: width - 2).lines
    return lines.enumerated().map { i, segments in
      var line = i == 0 ? head : StyledLine(String(repeating: " ", count: hanging))
      let text = segments.map(\.text).joined()
      line.append(i == 0 ? text : segments[0].lead + text.trimmingBlanks)
      return line
    }
  }
}
