import Testing

/// No family is recognised by name: outside comments, the names of families stand nowhere in the engine.
///
/// Words that also name a function of the language or a mathematical object (`gamma`, `beta`, `normal`, `binomial`,
/// `geometric`, `logistic`, `cauchy`) can't be told apart by a search and are left to the reader.
@Suite struct FamilyNameTests {
  static let families = [
    "bernoulli", "poisson", "weibull", "gumbel", "rayleigh", "kumaraswamy", "pareto", "nakagami", "maxwell", "frechet",
    "fréchet", "lognormal", "skellam", "gompertz", "dagum", "lomax", "lindley", "birnbaum", "wishart", "multinomial",
    "vonmises", "von mises", "laplace", "dirichlet", "erlang", "zipf", "studentt",
  ]

  /// Mathematical objects that carry the same person's name; taken out of a text before the search.
  static let objects = [
    "bernoullinumber", "bernoulli number", "bernoullipolynomial", "laplaceexpansion", "laplace's integral",
    "dirichletseries",
    "lognormaliz", "lognormalis", "lognormalcdf",
  ]

  /// The command line may show a name in its help; it derives nothing.
  static let modules = Module.names.filter { $0 != "DeriveCommand" }

  @Test(arguments: modules)
  func theEngineNamesNoFamily(module: String) throws {
    for file in try Repository.swiftFiles(under: "Sources/\(module)") {
      let found = Self.familiesNamed(in: file.text)
      #expect(found.isEmpty, "\(file.path) names \(found)")
    }
  }

  @Test func noFileIsCalledAfterAFamily() throws {
    for file in try Repository.swiftFiles(under: "Sources") {
      #expect(Self.families(in: file.path).isEmpty, "\(file.path)")
    }
  }

  /// The search would find a name in code and in a string, and passes over comments and mathematical objects.
  @Test(arguments: [
    ("if name == \"weibull\" { return known }", ["weibull"]),
    ("let answer = PoissonInformation()", ["poisson"]),
    ("let text = \"the \\(Gumbel.name) law\"", ["gumbel"]),
    ("/* Weibull */ let x = 1 // as for the Weibull law", []),
    ("let b = bernoulliNumbers(upTo: 12) // Bernoulli", []),
    ("let text = #\"\\mathrm{Pareto}\"#", ["pareto"]),
  ])
  func theSearchFindsNamesOutsideComments(source: String, expected: [String]) {
    #expect(Self.familiesNamed(in: source) == expected)
  }

  static func familiesNamed(in source: String) -> [String] {
    let text = SwiftText(source)
    return families(in: text.code + "\n" + text.literals.joined(separator: "\n"))
  }

  private static func families(in text: String) -> [String] {
    let searched = objects.reduce(text.lowercased()) { $0.replacing($1, with: "") }
    return families.filter { searched.contains($0) }
  }
}
