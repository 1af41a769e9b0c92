/// The Greek letters as they are typed, printed and set.
enum GreekAlphabet {
  /// One letter: its name in the log-density language, its character and its LaTeX command (nil where LaTeX has none).
  struct Letter: Sendable {
    let name: String
    let character: String
    let latex: String
  }

  /// The letter that a name or character stands for.
  static func letter(_ text: String) -> Letter? {
    letters.first { $0.name == text || $0.character == text }
  }

  /// Upper-case letters that look Latin have no LaTeX command and are set upright.
  static let letters: [Letter] = [
    Letter(name: "alpha", character: "α", latex: #"\alpha"#), Letter(name: "beta", character: "β", latex: #"\beta"#),
    Letter(name: "gamma", character: "γ", latex: #"\gamma"#), Letter(name: "delta", character: "δ", latex: #"\delta"#),
    Letter(name: "epsilon", character: "ε", latex: #"\varepsilon"#),
    Letter(name: "varepsilon", character: "ϵ", latex: #"\epsilon"#),
    Letter(name: "zeta", character: "ζ", latex: #"\zeta"#), Letter(name: "eta", character: "η", latex: #"\eta"#),
    Letter(name: "theta", character: "θ", latex: #"\theta"#),
    Letter(name: "vartheta", character: "ϑ", latex: #"\vartheta"#),
    Letter(name: "iota", character: "ι", latex: #"\iota"#), Letter(name: "kappa", character: "κ", latex: #"\kappa"#),
    Letter(name: "lambda", character: "λ", latex: #"\lambda"#), Letter(name: "mu", character: "μ", latex: #"\mu"#),
    Letter(name: "nu", character: "ν", latex: #"\nu"#), Letter(name: "xi", character: "ξ", latex: #"\xi"#),
    Letter(name: "omicron", character: "ο", latex: "o"), Letter(name: "pi", character: "π", latex: #"\pi"#),
    Letter(name: "varpi", character: "ϖ", latex: #"\varpi"#), Letter(name: "rho", character: "ρ", latex: #"\rho"#),
    Letter(name: "varrho", character: "ϱ", latex: #"\varrho"#),
    Letter(name: "sigma", character: "σ", latex: #"\sigma"#),
    Letter(name: "varsigma", character: "ς", latex: #"\varsigma"#),
    Letter(name: "tau", character: "τ", latex: #"\tau"#), Letter(name: "upsilon", character: "υ", latex: #"\upsilon"#),
    Letter(name: "phi", character: "φ", latex: #"\varphi"#), Letter(name: "varphi", character: "ϕ", latex: #"\phi"#),
    Letter(name: "chi", character: "χ", latex: #"\chi"#), Letter(name: "psi", character: "ψ", latex: #"\psi"#),
    Letter(name: "omega", character: "ω", latex: #"\omega"#),
    Letter(name: "Alpha", character: "Α", latex: #"\mathrm{A}"#),
    Letter(name: "Beta", character: "Β", latex: #"\mathrm{B}"#),
    Letter(name: "Gamma", character: "Γ", latex: #"\Gamma"#), Letter(name: "Delta", character: "Δ", latex: #"\Delta"#),
    Letter(name: "Epsilon", character: "Ε", latex: #"\mathrm{E}"#),
    Letter(name: "Zeta", character: "Ζ", latex: #"\mathrm{Z}"#),
    Letter(name: "Eta", character: "Η", latex: #"\mathrm{H}"#),
    Letter(name: "Theta", character: "Θ", latex: #"\Theta"#),
    Letter(name: "Iota", character: "Ι", latex: #"\mathrm{I}"#),
    Letter(name: "Kappa", character: "Κ", latex: #"\mathrm{K}"#),
    Letter(name: "Lambda", character: "Λ", latex: #"\Lambda"#),
    Letter(name: "Mu", character: "Μ", latex: #"\mathrm{M}"#),
    Letter(name: "Nu", character: "Ν", latex: #"\mathrm{N}"#), Letter(name: "Xi", character: "Ξ", latex: #"\Xi"#),
    Letter(name: "Omicron", character: "Ο", latex: #"\mathrm{O}"#),
    Letter(name: "Pi", character: "Π", latex: #"\Pi"#), Letter(name: "Rho", character: "Ρ", latex: #"\mathrm{P}"#),
    Letter(name: "Sigma", character: "Σ", latex: #"\Sigma"#),
    Letter(name: "Tau", character: "Τ", latex: #"\mathrm{T}"#),
    Letter(name: "Upsilon", character: "Υ", latex: #"\Upsilon"#),
    Letter(name: "Phi", character: "Φ", latex: #"\Phi"#), Letter(name: "Chi", character: "Χ", latex: #"\mathrm{X}"#),
    Letter(name: "Psi", character: "Ψ", latex: #"\Psi"#), Letter(name: "Omega", character: "Ω", latex: #"\Omega"#),
  ]
}
