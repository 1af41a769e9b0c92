internal import Diagnostics
internal import Expressions

extension Lexer {
  /// A LaTeX command such as `\log`, `\frac` or `\,`.
  mutating func command() {
    usesLatex = true
    let lower = position
    position += 1
    let nameStart = position
    while byte(at: position).isLetter { position += 1 }
    guard position > nameStart else { return commandSign(from: lower) }
    let name = source.text(in: SourceSpan(nameStart, position))
    if let letter = GreekLetters.name(ofCommand: name), !isCapitalFunction(letter) {
      let traits: Token.Traits = GreekLetters.isLowerName(letter) ? [.command, .greekLetter] : .command
      return greekName(letter, from: lower, traits: traits)
    }
    switch LatexCommands.meanings[name] {
    case .sign(let kind):
      append(kind, from: lower, traits: .command)
      if kind == .fraction { singleDigits() }
    case .name(let text): append(.name, from: lower, payload: names.position(of: text), traits: .command)
    case .nothing: skipBlank(0)
    case .measured: measuredBlank()
    case .typeface: typeface(from: lower)
    case .environment(let kind): environment(kind, from: lower)
    case nil: functionCommand(name, from: lower)
    }
  }

  /// `\Gamma` is a function where the table knows one of that name, also with a subscript after it.
  private func isCapitalFunction(_ letter: String) -> Bool {
    !GreekLetters.isLowerName(letter) && functions.function(named: letter) != nil
  }

  private mutating func functionCommand(_ name: String, from lower: Int) {
    if functions.function(named: name) != nil {
      append(.name, from: lower, payload: names.position(of: name), traits: .command)
    } else {
      let known = LatexCommands.names + functions.names
      diagnostics.append(.unknownCommand(name, among: known, SourceSpan(lower, position)))
    }
  }

  /// `\,` and its kin are spacing, `\{` and `\}` are braces, `\\` breaks a line.
  private mutating func commandSign(from lower: Int) {
    let sign = byte(at: position)
    position = min(position + 1, end)
    switch sign {
    case UInt8(ascii: "{"): append(.leftBrace, from: lower, traits: .command)
    case UInt8(ascii: "}"): append(.rightBrace, from: lower, traits: .command)
    case UInt8(ascii: "|"): append(.bar, from: lower, traits: .command)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: " "),
      UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"):
      skipBlank(0)
    case UInt8(ascii: "\\"):
      alignment(.lineBreak, from: lower, 2)
      lineDistance()
    default:
      if sign >= 0x80 { position = lower + 1 + decodeScalar(at: lower + 1).length }
      diagnostics.append(.unexpectedCharacter(source, SourceSpan(lower, lower + 1)))
    }
  }

  /// `\begin{cases}` and `\end{cases}`; an environment that only lays out means nothing.
  private mutating func environment(_ kind: Token.Kind, from lower: Int) {
    let start = position + 1
    var text = ""
    if byte(at: position) == UInt8(ascii: "{") {
      position += 1
      while byte(at: position).isLetter || byte(at: position) == UInt8(ascii: "*") { position += 1 }
      text = source.text(in: SourceSpan(start, position))
    }
    guard !text.isEmpty, byte(at: position) == UInt8(ascii: "}") else {
      diagnostics.append(.unreadableEnvironment(SourceSpan(lower, position)))
      return
    }
    position += 1
    if text == "array" { return array(kind, from: lower) }
    if LatexCommands.layouts.contains(text) { return skipBlank(0) }
    guard ["cases", "dcases", "rcases"].contains(text) else {
      diagnostics.append(.unknownEnvironment(text, SourceSpan(lower, position)))
      return
    }
    openCases = max(0, openCases + (kind == .beginCases ? 1 : -1))
    append(kind, from: lower, traits: .command)
  }

  /// `\mathrm{erf}`, `\mathbb{R}`, `\mathbb R`: the argument as a name.
  private mutating func typeface(from lower: Int) {
    while byte(at: position) == UInt8(ascii: " ") { position += 1 }
    let isBraced = byte(at: position) == UInt8(ascii: "{")
    if isBraced, runningText(from: lower) { return }
    let start = isBraced ? position + 1 : position
    var text = ""
    position = start
    while byte(at: position).isLetter || byte(at: position).isDigit || byte(at: position) == UInt8(ascii: " ") {
      if byte(at: position) != UInt8(ascii: " ") { text.unicodeScalars.append(Unicode.Scalar(byte(at: position))) }
      position += 1
      if !isBraced { break }
    }
    guard text == "1" || text.unicodeScalars.first?.properties.isAlphabetic == true,
      !isBraced || byte(at: position) == UInt8(ascii: "}")
    else {
      diagnostics.append(.unreadableTypeface(SourceSpan(lower, position)))
      return
    }
    if isBraced { position += 1 }
    if text == "1" { return append(.indicator, from: lower, traits: .command) }
    if byte(at: position) == UInt8(ascii: "_") { text += subscriptAfterSign(single: true) }
    finishName(text, from: lower, traits: .command)
  }

  /// `\left\{\begin{array}{ll} … \end{array}\right.`, as cases are set without the environment of that name.
  private mutating func array(_ kind: Token.Kind, from lower: Int) {
    if kind == .beginCases {
      if byte(at: position) == UInt8(ascii: "{") {
        while position < end, byte(at: position) != UInt8(ascii: "}") { position += 1 }
        position = min(position + 1, end)
      }
      if let last = tokens.last, last.kind == .leftBrace, last.traits.contains(.command) { tokens.removeLast() }
    }
    openCases = max(0, openCases + (kind == .beginCases ? 1 : -1))
    append(kind, from: lower, traits: .command)
  }

  /// `\text{ for }`, `\text{, where }`, `\text{, }`: words and signs between formulas; false for anything else.
  private mutating func runningText(from lower: Int) -> Bool {
    var last = position + 1
    while last < end, byte(at: last) != UInt8(ascii: "}"), byte(at: last) != UInt8(ascii: "{") { last += 1 }
    guard byte(at: last) == UInt8(ascii: "}") else { return false }
    let typed = source.text(in: SourceSpan(position + 1, last))
    let text = typed.lowercased().filter { !" .,;:~".contains($0) }
    let word = LatexCommands.words[text]
    guard text.isEmpty && !typed.isEmpty || word != nil else { return false }
    position = last + 1
    if let word {
      append(word, from: lower, traits: .command)
    } else if typed.contains(",") || typed.contains(";") {
      append(.comma, from: lower, traits: .command)
    } else {
      append(.gap, from: lower, traits: .command)
    }
    return true
  }

  /// `\\[2pt]`: how far apart two lines are set.
  private mutating func lineDistance() {
    guard byte(at: position) == UInt8(ascii: "["), byte(at: position + 1).isDigit || byte(at: position + 1) == 0x2D
    else {
      return
    }
    var last = position
    while last < end, byte(at: last) != UInt8(ascii: "]") { last += 1 }
    position = min(last + 1, end)
  }

  /// `\hspace{1em}`: a wide blank whose width, or `\tag{2}`, a mark whose text, is skipped.
  private mutating func measuredBlank() {
    let lower = position
    if byte(at: position) == UInt8(ascii: "*") { position += 1 }
    if byte(at: position) == UInt8(ascii: "{") {
      while position < end, byte(at: position) != UInt8(ascii: "}") { position += 1 }
      position = min(position + 1, end)
    }
    append(.gap, from: lower, traits: .command)
  }

  /// `\frac12` takes two arguments of one digit each.
  private mutating func singleDigits() {
    for _ in 0..<2 {
      while byte(at: position) == UInt8(ascii: " ") { skipBlank(1) }
      guard byte(at: position).isDigit else { return }
      let lower = position
      position += 1
      append(.number, from: lower)
    }
  }
}
