internal import Calculus
internal import Diagnostics
internal import Expressions
internal import Numerics
internal import Syntax

// What can go wrong after a model has been understood, in alphabetical order.
extension Diagnostic {
  /// A factor of more nodes is not read in a sentence.
  private static let longestFactor = 40

  static func coordinateMissing(_ name: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      id: "analysis.coordinate-missing", message: "the coordinates do not say what `\(name)` is", primary: Label(span),
      help: "state every parameter as a function of new ones, e.g. `\(name) = exp(eta)`")
  }

  static func missingValueAtPoint(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "analysis.point-incomplete", message: "the point gives no value to `\(name)`",
      help: "name every parameter and known constant, e.g. `--at \(name)=1/2`")
  }

  static func noSamplePoint(_ model: Model) -> Diagnostic {
    Diagnostic(
      id: "analysis.no-sample-point", message: "no point was found that satisfies all conditions on the parameters",
      help: "give one with `--at name=value,…`")
  }

  /// A density that is no fault of the input has a normaliser that was asked for and not found.
  static func notNormalized(_ check: CrossCheck, _ model: Model) -> Diagnostic {
    let place = check.point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    let support = model.supportConditions.map(PlainPrinter(model.store).print).joined(separator: ", ")
    guard model.isUpToNormalizer else {
      return .wrongMass(
        model.parsed.densitySpan, mass: "\(check.mass) at \(place)", over: support, notes: [],
        offer: MassMessages.offer)
    }
    return Diagnostic(
      id: "limit.normalizer", message: "no closed form of the normaliser was found, so there is no density to check",
      primary: Label(model.parsed.densitySpan),
      notes: ["the mass over `\(support)` is \(check.mass) at \(place)"])
  }

  /// A script takes differences of the log-density, of which the logarithm of the normaliser is a part.
  static func noNormalizerToReplay(_ model: Model) -> Diagnostic {
    Diagnostic(
      id: "check.replay-normalizer",
      message: "the normaliser has no closed form, and a script would have to integrate inside its derivatives",
      primary: Label(model.parsed.densitySpan),
      help: "repeat the check here, without `--replay`: the normaliser is differentiated numerically")
  }

  static func notReplayable(_ missing: ScriptPrinter.Missing, in language: ReplayLanguage) -> Diagnostic {
    Diagnostic(
      id: "check.no-script", message: "`\(missing.function)` cannot be written for \(language.rawValue)",
      help: "repeat the check here, or in another system: `--replay` takes mpmath or pari")
  }

  static func numericFailure(_ error: any Error, in model: Model) -> Diagnostic {
    switch error {
    case LimitReached.time:
      Diagnostic(
        id: "limit.time", message: "the time limit was reached during integration",
        help: "allow more with `--time-limit SECONDS`, or ask for fewer digits with `--digits N`")
    case is LogMassDifferences.InfiniteMass:
      Diagnostic(
        id: "analysis.infinite-mass", message: "the density has no finite mass at parameters next to the point",
        primary: Label(model.parsed.densitySpan), help: "ask for a point inside of the domain with `--at name=value,…`")
    case LimitReached.evaluations(let count):
      Diagnostic(
        id: "limit.evaluations", message: "the integration gave up after \(count) evaluations",
        help: "ask for fewer digits with `--digits N`")
    case LimitReached.precision(let bits):
      Diagnostic(
        id: "limit.precision", message: "the integration would need more than \(bits) bits",
        help: "ask for fewer digits with `--digits N`")
    case LimitReached.magnitude(let exponent):
      Diagnostic(
        id: "limit.magnitude",
        message: "a mean that the others are made of is beyond the powers 10^(±\(exponent)) that are reckoned with",
        primary: Label(model.parsed.densitySpan),
        help: "ask for a point with more moderate values with `--at name=value,…`")
    case UndefinedIntegrand.logDensity(let variable, let value):
      Diagnostic(
        id: "analysis.undefined-density",
        message:
          "the density has no finite value at \(variable) = \(value), inside the support, or none that can be computed",
        primary: Label(model.parsed.densitySpan),
        help: "restrict the support to where the density is defined, or ask for another point")
    case UndefinedIntegrand.integrand(_, let variable, let value):
      Diagnostic(
        id: "analysis.undefined-score",
        message: "the score or its derivative has no finite value at \(variable) = \(value), inside the support",
        primary: Label(model.parsed.densitySpan))
    case UndefinedIntegrand.factor(let factor):
      Diagnostic(
        id: "analysis.undefined-score",
        message: (model.store.nodeCount(factor) > longestFactor
          ? "a factor of the score or its derivative"
          : "`\(PlainPrinter(model.store).print(factor))`, a factor of the score or its derivative,")
          + " has no finite value at this point, or none that can be computed",
        primary: Label(model.parsed.densitySpan), help: "ask for another point with `--at name=value,…`")
    case UndefinedIntegrand.bounds(let variable):
      Diagnostic(
        id: "analysis.bounds",
        message: "the bounds of `\(variable)` at this point are out of order, or too large to count between",
        primary: Label(model.parsed.densitySpan), help: "ask for another point with `--at name=value,…`")
    default:
      Diagnostic(
        id: "analysis.numeric", message: "the integrals could not be evaluated: \(error)",
        primary: Label(model.parsed.densitySpan))
    }
  }

  static func pointOutsideDomain(_ point: String, _ condition: String) -> Diagnostic {
    Diagnostic(
      id: "analysis.point-outside", message: "the point \(point) lies outside the domain: `\(condition)` does not hold",
      help: "choose a point that satisfies every condition on the parameters")
  }

  static func unknownNameAtPoint(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "analysis.point-unknown", message: "`\(name)` is neither a parameter nor a known constant",
      help: "the model has " + known.map { "`\($0)`" }.joined(separator: ", "))
  }

  static func unnamedDerivative(_ error: Differentiation.Unnamed, in model: Model) -> Diagnostic {
    let call = PlainPrinter(model.store).print(error.call)
    return Diagnostic(
      id: "limit.unnamed-derivative",
      message: "the derivative of `\(call)` by its argument number \(error.position + 1) has no name yet",
      primary: Label(model.parsed.densitySpan))
  }
}
