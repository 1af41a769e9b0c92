/// Words in LaTeX, outside math mode.
enum LaTeXProse {
  /// The words with LaTeX's special characters, Greek letters and mathematical signs standing for themselves.
  static func escaped(_ words: String) -> String {
    var result = ""
    for character in words {
      switch character {
      case "\\": result += #"\textbackslash{}"#
      case "~": result += #"\textasciitilde{}"#
      case "^": result += #"\textasciicircum{}"#
      case "<", ">", "|": result += "$\(character)$"
      case "#", "$", "%", "&", "_", "{", "}": result += "\\\(character)"
      default: result += command(String(character)) ?? String(character)
      }
    }
    return result
  }

  private static func command(_ character: String) -> String? {
    if let command = commands[character] { return command }
    guard let letter = GreekAlphabet.letter(character), letter.character == character else { return nil }
    return "$\(letter.latex)$"
  }

  private static let commands = [
    "–": "--", "—": "---", "−": "$-$", "∞": #"$\infty$"#, "≤": #"$\leq$"#, "≥": #"$\geq$"#, "≠": #"$\neq$"#,
    "∈": #"$\in$"#, "ℝ": #"$\mathbb{R}$"#, "ℤ": #"$\mathbb{Z}$"#, "√": #"$\surd$"#, "·": #"$\cdot$"#, "²": "$^2$",
    "³": "$^3$", "ᵀ": #"$^{\mathsf T}$"#, "…": #"\dots{}"#, "∫": #"$\int$"#, "∑": #"$\sum$"#, "∂": #"$\partial$"#,
    "→": #"$\to$"#, "×": #"$\times$"#,
  ]
}
