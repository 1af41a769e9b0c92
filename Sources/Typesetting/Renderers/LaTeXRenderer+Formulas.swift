extension LaTeXRenderer {
  /// Equations aligned at their relations.
  func lines(_ equations: [Article.Equation]) -> [String] {
    let rows = equations.map { equation in
      var rows = broken(equation.right, after: equation.left.letters)
      rows[0] = "\(backend.text(equation.left)) &\(equation.relation.latex)" + rows[0]
      if !equation.remark.isEmpty { rows[rows.count - 1] += tag(text(equation.remark)) }
      return rows
    }
    return aligned(rows.flatMap(\.self))
  }

  /// How many letters more fit on a line that carries no tag.
  private static let untaggedLetters = 8

  /// A matrix between parentheses; one that is too wide is listed entry by entry.
  func lines(_ matrix: Article.Matrix) -> [String] {
    let head = backend.text(matrix.name) + matrix.relation.latex + (matrix.factor.map { backend.text($0) } ?? "")
    let box = MathBox.matrix(matrix.entries)
    if box.letters + matrix.name.letters + (matrix.factor?.letters ?? 0) <= lineLetters + Self.untaggedLetters {
      return [#"\["#, head + backend.text(box), #"\]"#]
    }
    let introduction = introduction(matrix)
    var rows: [String] = []
    for (i, row) in matrix.entries.enumerated() {
      for (j, entry) in row.enumerated() where j >= i {
        var lines = broken(entry, after: 8)
        let index = MathBox.list([matrix.indices[i], matrix.indices[j]]).parenthesised
        lines[0] = "\(backend.text(index)) &= " + lines[0]
        rows += lines
      }
    }
    return introduction + aligned(rows)
  }

  /// What stands before the entries of a matrix that is listed.
  private func introduction(_ matrix: Article.Matrix) -> [String] {
    let head = backend.text(matrix.name) + matrix.relation.latex
    let words = "the symmetric matrix with the entries"
    guard let factor = matrix.factor else { return [#"\["#, head + #"\text{\#(words)}"#, #"\]"#] }
    if matrix.name.letters + factor.letters + words.count <= lineLetters {
      return [#"\["#, head + backend.text(factor) + #"\ \text{times \#(words)}"#, #"\]"#]
    }
    var rows = broken(factor, after: matrix.name.letters - Self.untaggedLetters)
    rows[0] = "\(backend.text(matrix.name)) &\(matrix.relation.latex)" + rows[0]
    return aligned(rows) + ["times \(words)"]
  }

  /// Chains of equalities, each line with its reason at the margin; only the first chain may have a title.
  func lines(_ derivations: [DerivationText]) -> [String] {
    guard let title = derivations.first?.title else { return [] }
    let head = title.isEmpty ? [] : [heading(1, Self.capitalised(text(title)))]
    return head + aligned(derivations.map { rows($0) })
  }

  private func rows(_ derivation: DerivationText) -> [String] {
    var rows: [String] = []
    let subject = backend.text(derivation.subject)
    let isShort = derivation.subject.letters <= 24
    if !isShort || derivation.lines.isEmpty {
      rows = broken(derivation.subject, after: 0)
      rows[0] = "& " + rows[0]
    }
    for (i, line) in derivation.lines.enumerated() {
      var formulas = broken(line.formula, after: isShort ? derivation.subject.letters : 4)
      let head = isShort ? (i == 0 ? subject + " &= " : "&= ") : #"&\quad = "#
      formulas[0] = head + formulas[0]
      if !line.reason.isEmpty {
        let letters = line.reason.letters + (line.condition.map { $0.letters + 6 } ?? 0)
        formulas[formulas.count - 1] += tag(reason(line), letters: letters)
      }
      rows += formulas
    }
    return rows
  }

  private func reason(_ line: DerivationText.Line) -> String {
    let condition = line.condition.map { #", for $\#(backend.text($0))$"# } ?? ""
    return text(line.reason) + condition
  }

  private func aligned(_ rows: [String]) -> [String] { aligned([rows]) }

  /// Groups of lines aligned with each other, a little apart.
  private func aligned(_ groups: [[String]]) -> [String] {
    let groups = groups.filter { !$0.isEmpty }
    if groups.isEmpty { return [] }
    var lines: [String] = []
    for (k, rows) in groups.enumerated() {
      // No page begins or ends with a single line of several.
      let ends = rows.indices.map { i in
        i == rows.count - 1
          ? (k == groups.count - 1 ? "" : #" \\[1ex]"#) : i == 0 || i == rows.count - 2 ? #" \\*"# : #" \\"#
      }
      lines += zip(rows, ends).map { "  " + $0 + $1 }
    }
    return [#"\begin{align*}"#] + lines + [#"\end{align*}"#]
  }

  /// The number of letters of a remark that fit on a line.
  private static let tagLetters = 84

  /// A remark at the right margin; one that is wider than the line is a paragraph there.
  private func tag(_ text: String, letters: Int = 0) -> String {
    if letters <= Self.tagLetters { return #" \tag*{\footnotesize \#(text)}"# }
    return #" \tag*{\parbox[t]{0.9\linewidth}{\footnotesize\raggedleft \#(text)}}"#
  }

  /// A formula cut before signs where it would pass the line; later lines begin with their alignment.
  private func broken(_ box: MathBox, after indent: Int) -> [String] {
    if indent + box.letters <= lineLetters { return [backend.text(box)] }
    let segments = backend.segments(box, limit: lineLetters - 20)
    // Later lines begin at the alignment as well, and a little further in.
    let breaking = LineBreaking(segments, used: indent, indent: max(8, indent + 4), width: lineLetters)
    return breaking.lines.enumerated().map { i, line in
      (i == 0 ? "" : #"&\qquad {}"# + line[0].lead) + line.map(\.text).joined()
    }
  }
}
