/// What the LaTeX commands mean that people paste; Greek letters and functions of the table are recognised besides.
enum LatexCommands {
  /// What the lexer does at a command.
  enum Meaning {
    /// A token of its own.
    case sign(Token.Kind)
    /// A name of the language.
    case name(String)
    /// A matter of spacing or size, which carries no meaning.
    case nothing
    /// Spacing, or a mark in the margin, whose argument carries no meaning.
    case measured
    /// A change of typeface: its argument is the name.
    case typeface
    /// The beginning or end of an environment, of which cases mean something.
    case environment(Token.Kind)
  }

  /// Environments that only lay a formula out.
  static let layouts: Set<String> = [
    "equation", "equation*", "align", "align*", "aligned", "gather", "gather*", "split", "displaymath", "math",
  ]

  /// Words of running text that introduce a condition or a last case.
  static let words: [String: Token.Kind] = [
    "if": .keywordIf, "for": .keywordIf, "when": .keywordIf, "where": .keywordIf, "with": .keywordIf,
    "forall": .keywordIf, "forany": .keywordIf, "forevery": .keywordIf, "whenever": .keywordIf,
    "provided": .keywordIf, "providedthat": .keywordIf, "suchthat": .keywordIf, "on": .keywordIf,
    "otherwise": .keywordOtherwise, "else": .keywordOtherwise, "elsewhere": .keywordOtherwise,
    "ow": .keywordOtherwise, "and": .keywordAnd,
  ]

  static let meanings: [String: Meaning] = [
    "frac": .sign(.fraction), "dfrac": .sign(.fraction), "tfrac": .sign(.fraction), "sqrt": .sign(.root),
    "binom": .sign(.binomial), "dbinom": .sign(.binomial), "tbinom": .sign(.binomial),
    "nicefrac": .sign(.fraction), "cfrac": .sign(.fraction), "sfrac": .sign(.fraction), "choose": .sign(.choose),
    "over": .sign(.over),
    "sum": .sign(.bigSum), "prod": .sign(.bigProduct), "begin": .environment(.beginCases),
    "end": .environment(.endCases),
    "cdot": .sign(.star), "times": .sign(.star), "ast": .sign(.star), "div": .sign(.slash),
    "le": .sign(.lessOrEqual), "leq": .sign(.lessOrEqual), "leqslant": .sign(.lessOrEqual), "lt": .sign(.less),
    "ge": .sign(.greaterOrEqual), "geq": .sign(.greaterOrEqual), "geqslant": .sign(.greaterOrEqual),
    "gt": .sign(.greater), "ne": .sign(.notEqual), "neq": .sign(.notEqual), "in": .sign(.keywordIn),
    "equiv": .sign(.equal), "coloneqq": .sign(.equal), "triangleq": .sign(.equal), "doteq": .sign(.equal),
    "forall": .sign(.keywordIf), "wedge": .sign(.keywordAnd), "land": .sign(.keywordAnd), "Vert": .sign(.bar),
    "sim": .sign(.tilde), "propto": .sign(.tilde), "mid": .sign(.bar), "vert": .sign(.bar), "lvert": .sign(.bar),
    "rvert": .sign(.bar), "ldots": .sign(.ellipsis), "dots": .sign(.ellipsis), "cdots": .sign(.ellipsis),
    "lbrace": .sign(.leftBrace), "rbrace": .sign(.rightBrace), "lbrack": .sign(.leftBracket),
    "rbrack": .sign(.rightBracket),
    "infty": .name("inf"), "R": .name("R"), "Z": .name("Z"), "N": .name("N"), "ell": .name("ell"), "Pr": .name("Pr"),
    "left": .nothing, "right": .nothing, "big": .nothing, "Big": .nothing, "bigg": .nothing, "Bigg": .nothing,
    "bigl": .nothing, "bigr": .nothing, "Bigl": .nothing, "Bigr": .nothing, "biggl": .nothing, "biggr": .nothing,
    "quad": .sign(.gap), "qquad": .sign(.gap), "enspace": .sign(.gap), "hspace": .measured, "vspace": .measured,
    "tag": .measured, "label": .measured, "middle": .nothing, "thinspace": .nothing, "scriptstyle": .nothing,
    "displaystyle": .nothing, "textstyle": .nothing, "limits": .nothing,
    "operatorname": .typeface, "mathrm": .typeface, "mathit": .typeface, "mathbb": .typeface, "text": .typeface,
    "textrm": .typeface, "mathbf": .typeface, "mathbbm": .typeface, "mathds": .typeface, "mbox": .typeface,
    "mathcal": .typeface, "mathscr": .typeface, "mathfrak": .typeface, "mathtt": .typeface, "mathnormal": .typeface,
    "textbf": .typeface, "textit": .typeface, "mathsf": .typeface, "boldsymbol": .typeface, "bm": .typeface,
    "nonumber": .nothing, "notag": .nothing, "bigm": .nothing, "nolimits": .nothing, "hfill": .nothing,
  ]

  /// All commands, for suggestions, in an order that never changes.
  static var names: [String] { (meanings.keys + GreekLetters.commands).sorted() }
}
