extension HTMLRenderer {
  /// Equations aligned at their relations; with remarks, each stands beside its own.
  func lines(_ equations: [Article.Equation]) -> [String] {
    if equations.contains(where: { !$0.remark.isEmpty }) {
      return equations.flatMap { equation in
        let remark = #"<span class="remark \#(equation.tone.className)">\#(text(equation.remark))</span>"#
        return [#"<div class="remarked">"#] + formula(rows(equation)) + [remark, "</div>"]
      }
    }
    return formula(equations.flatMap { rows($0) })
  }

  /// A matrix between parentheses; one that is too wide is listed entry by entry.
  func lines(_ matrix: Article.Matrix) -> [String] {
    let head = [matrix.name, .sign(matrix.relation)] + (matrix.factor.map { [$0, .words(" ")] } ?? [])
    let whole = MathBox.row(head + [.matrix(matrix.entries)])
    if whole.letters <= lineLetters { return formula(backend.formula(whole)) }
    var equations: [Article.Equation] = []
    for (i, row) in matrix.entries.enumerated() {
      for (j, entry) in row.enumerated() where j >= i {
        let index = MathBox.list([matrix.indices[i], matrix.indices[j]]).parenthesised
        equations.append(Article.Equation(left: index, right: entry))
      }
    }
    let introduction: Prose = [.formula(.row(head)), .words(" the symmetric matrix with entries")]
    return ["<p>\(text(introduction))</p>"] + lines(equations)
  }

  /// A chain of equalities as a list of steps, each with its reason; a short beginning stands before the first of them.
  func lines(_ derivation: DerivationText) -> [String] {
    let subject = derivation.subject
    if derivation.lines.isEmpty { return formula(rows(left: "", relation: nil, subject, indent: 0)) }
    let isShort = subject.letters <= 24
    var lines = isShort ? [] : formula(rows(left: "", relation: nil, subject, indent: 0))
    lines.append(#"<ol class="steps">"#)
    for (i, line) in derivation.lines.enumerated() {
      let left = isShort && i == 0 ? backend.text(subject) : ""
      lines.append(left.isEmpty ? #"<li class="next">"# : "<li>")
      lines += formula(
        rows(left: left, relation: .equal, line.formula, indent: left.isEmpty ? 4 : subject.letters))
      if !line.reason.isEmpty { lines.append(reason(line)) }
      lines.append("</li>")
    }
    return lines + ["</ol>"]
  }

  private func reason(_ line: DerivationText.Line) -> String {
    let condition = line.condition.map { ", for " + text([.formula($0)]) } ?? ""
    let names = line.rules.map { "<code>\(MathMLBackend.escaped($0))</code>" }.joined(separator: " ")
    let rules = names.isEmpty ? "" : #" <span class="rules">\#(names)</span>"#
    return #"<p class="reason">\#(text(line.reason))\#(condition)\#(rules)</p>"#
  }

  /// Prose with its formulas, escaped.
  func text(_ prose: Prose) -> String {
    var isTied = false
    return prose.enumerated().map { i, part in
      switch part {
      case .words(let words):
        let rest = isTied ? String(words.drop(while: Self.isMark)) : words
        isTied = false
        return MathMLBackend.escaped(rest)
      case .code(let code):
        isTied = false
        return "<code>\(MathMLBackend.escaped(code))</code>"
      case .formula(let box):
        let formula = "<math>\(backend.text(box))</math>"
        guard i + 1 < prose.count, case .words(let words) = prose[i + 1], let mark = words.first, Self.isMark(mark)
        else {
          return formula
        }
        isTied = true
        return #"<span class="tied">\#(formula)\#(words.prefix(while: Self.isMark))</span>"#
      }
    }.joined()
  }

  /// Whether a sign stays on the line of the formula before it.
  private static func isMark(_ character: Character) -> Bool { ".,:;!?)".contains(character) }

  /// Prose as plain text, for titles and labels.
  func plain(_ prose: Prose) -> String {
    let backend = UnicodeBackend()
    return MathMLBackend.escaped(
      prose.map { part in
        switch part {
        case .words(let words), .code(let words): words
        case .formula(let box): backend.line(box)
        }
      }.joined())
  }

  /// Prose that begins with a capital letter.
  func capitalised(_ prose: Prose) -> String {
    guard case .words(let words)? = prose.first else { return text(prose) }
    return text([.words(words.capitalisedFirst)] + prose.dropFirst())
  }

  /// Prose as a sentence of its own.
  func sentence(_ prose: Prose) -> String { capitalised(prose + (prose.endsSentence ? [] : [.words(".")])) }

  private typealias Row = (left: String, right: String)

  private func rows(_ equation: Article.Equation) -> [Row] {
    rows(
      left: backend.text(equation.left), relation: equation.relation, equation.right, indent: equation.left.letters)
  }

  /// A formula cut before signs where it would pass the line; later lines are indented.
  private func rows(left: String, relation: MathSign?, _ box: MathBox, indent: Int) -> [Row] {
    let relation = relation.map { backend.relation($0) } ?? ""
    if indent + box.letters <= lineLetters { return [(left, relation + backend.text(box))] }
    let segments = backend.segments(box, limit: lineLetters - 20)
    let breaking = LineBreaking(segments, used: indent, indent: indent + 4, width: lineLetters)
    return breaking.lines.enumerated().map { i, line in
      let lead = i == 0 ? "" : line[0].lead
      // A sign at the beginning of a line is still one between terms, with a blank after it.
      let body = line.map(\.text).joined()
      let text =
        "<mrow>\(lead)\(i > 0 && body.hasPrefix("<mo>") ? #"<mo form="infix">"# + body.dropFirst(4) : body)</mrow>"
      return i == 0 ? (left, relation + text) : ("", #"<mspace width="2em"></mspace>"# + text)
    }
  }

  private func formula(_ rows: [Row]) -> [String] {
    if rows.isEmpty { return [] }
    return formula(backend.aligned(rows))
  }

  /// A displayed formula; one that may be wider than a phone can be reached and scrolled by the keyboard.
  private func formula(_ math: String) -> [String] {
    let isWide = math.utf8.count > Self.wideFormula
    let access = isWide ? #" role="group" aria-label="Formula" tabindex="0""# : ""
    return [#"<div class="formula"\#(access)>\#(math)</div>"#]
  }

  /// The length of the markup of a formula that may not fit a narrow page.
  private static let wideFormula = 700
}
