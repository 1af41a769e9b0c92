/// The Greek letters and the names by which they are known in the language and in LaTeX.
enum GreekLetters {
  private static let lower: [(Unicode.Scalar, String)] = [
    ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("ζ", "zeta"), ("η", "eta"),
    ("θ", "theta"), ("ι", "iota"), ("κ", "kappa"), ("λ", "lambda"), ("μ", "mu"), ("ν", "nu"), ("ξ", "xi"),
    ("ο", "omicron"), ("π", "pi"), ("ρ", "rho"), ("σ", "sigma"), ("τ", "tau"), ("υ", "upsilon"), ("φ", "phi"),
    ("χ", "chi"), ("ψ", "psi"), ("ω", "omega"),
    // Variant shapes of the same letters, and the micro sign that keyboards produce.
    ("ϵ", "epsilon"), ("ϑ", "theta"), ("ϰ", "kappa"), ("ϖ", "pi"), ("ϱ", "rho"), ("ς", "sigma"), ("ϕ", "phi"),
    ("\u{B5}", "mu"),
  ]
  private static let upper: [(Unicode.Scalar, String)] = [
    ("Α", "Alpha"), ("Β", "Beta"), ("Γ", "Gamma"), ("Δ", "Delta"), ("Ε", "Epsilon"), ("Ζ", "Zeta"), ("Η", "Eta"),
    ("Θ", "Theta"), ("Ι", "Iota"), ("Κ", "Kappa"), ("Λ", "Lambda"), ("Μ", "Mu"), ("Ν", "Nu"), ("Ξ", "Xi"),
    ("Ο", "Omicron"), ("Π", "Pi"), ("Ρ", "Rho"), ("Σ", "Sigma"), ("Τ", "Tau"), ("Υ", "Upsilon"), ("Φ", "Phi"),
    ("Χ", "Chi"), ("Ψ", "Psi"), ("Ω", "Omega"),
  ]
  private static let byScalar = Dictionary(lower + upper) { first, _ in first }
  private static let lowerNames = Set(lower.map(\.1))
  private static let upperNames = Set(upper.map(\.1))

  /// The name of a letter, or nil for any other character.
  static func name(of scalar: Unicode.Scalar) -> String? { byScalar[scalar] }

  /// The name that a LaTeX command of a letter stands for, e.g. `sigma` and `varsigma`, or nil.
  static func name(ofCommand command: String) -> String? {
    if lowerNames.contains(command) || upperNames.contains(command) { return command }
    guard command.hasPrefix("var") else { return nil }
    let rest = String(command.dropFirst(3))
    return lowerNames.contains(rest) ? rest : nil
  }

  /// The letter with a name; nil for any other name.
  static func letter(named name: String) -> Unicode.Scalar? { (lower + upper).first { $0.1 == name }?.0 }

  static func isLowerName(_ name: String) -> Bool { lowerNames.contains(name) }

  /// All names, for suggestions.
  static var commands: [String] { lower.map(\.1) + upper.map(\.1) }
}
