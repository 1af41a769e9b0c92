/// A disc in the complex plane about a real centre, without what lies closer to 0 than a bound: every operation gives one that
/// holds all results.
struct Disc {
  let centre: Double
  let radius: Double
  /// No modulus is smaller; products keep clear of 0 where their factors do, even if the disc does not.
  let least: Double

  /// Covers the rounding of a few operations of machine arithmetic.
  static let inflation = 1 + 0x1p-40

  private static let deflation = 1 - 0x1p-40
  /// Covers what operations lose below the least numbers of machine arithmetic.
  static let underflow = 0x1p-1000

  /// - Parameter least: a lower bound for the moduli that is known besides.
  init(centre: Double, radius: Double, least: Double = 0) {
    self.centre = centre
    self.radius = radius * Self.inflation + centre.magnitude * 0x1p-44 + Self.underflow
    let known = least * Self.deflation
    self.least = max(known < Self.underflow ? 0 : known, centre.magnitude * Self.deflation - self.radius)
  }

  /// A small integer, exactly.
  init(_ number: Int) { (centre, radius, least) = (Double(number), 0, Double(number.magnitude)) }

  init(from low: Double, to high: Double) {
    self.init(centre: (low + high) / 2, radius: (high - low) / 2)
  }

  var isFinite: Bool { centre.isFinite && radius.isFinite }

  /// A bound for the modulus.
  var bound: Double { (centre.magnitude + radius) * Self.inflation }

  /// A bound for the real part.
  var greatestReal: Double { centre + radius + centre.magnitude * 0x1p-44 }

  var negated: Disc { Disc(centre: -centre, radius: radius, least: least) }

  static func + (a: Disc, b: Disc) -> Disc {
    // What the centres cancel leaves their rounding.
    Disc(
      centre: a.centre + b.centre,
      radius: a.radius + b.radius + (a.centre.magnitude + b.centre.magnitude) * 0x1p-44)
  }

  static func * (a: Disc, b: Disc) -> Disc {
    Disc(
      centre: a.centre * b.centre,
      radius: a.centre.magnitude * b.radius + b.centre.magnitude * a.radius + a.radius * b.radius,
      least: max(a.least, 0) * max(b.least, 0))
  }

  /// The quotients of 1; nil where 0 may be inside.
  var inverse: Disc? {
    guard least > 0x1p-500 else { return nil }
    // |1/z - 1/c| = |z - c|/(|c| |z|)
    let shifted = radius / (centre.magnitude * least)
    return shifted + 1 / centre.magnitude < 1 / least
      ? Disc(centre: 1 / centre, radius: shifted, least: 1 / bound)
      : Disc(centre: 0, radius: 1 / least, least: 1 / bound)
  }

  /// An integer power; nil for a negative one where 0 may be inside.
  func raised(to n: Int) -> Disc? {
    guard n >= 0 else { return n > -64 ? raised(to: -n)?.inverse : nil }
    guard n < 64 else { return nil }
    return (0..<n).reduce(Disc(1)) { power, _ in power * self }
  }

  /// The exponential: `|e^z - e^c| <= e^c (e^r - 1)`.
  var exponential: Disc {
    let scale = centre.exponential * Self.inflation
    return Disc(
      centre: centre.exponential, radius: scale * (radius.exponential * Self.inflation - 1),
      least: (centre - radius - centre.magnitude * 0x1p-44).exponential)
  }

  /// The logarithm: `|log z - log c| <= -log(1 - r/c)`; nil where 0 or a negative number may be inside.
  var logarithm: Disc? {
    guard centre > 0, radius * Self.inflation < centre * (1 - 0x1p-20) else { return nil }
    let ratio = radius / centre * Self.inflation
    return Disc(centre: centre.naturalLogarithm, radius: -(1 - ratio).naturalLogarithm + 0x1p-44)
  }

  /// The square root: `|sqrt z - sqrt c| <= r / sqrt c`; nil where 0 or a negative number may be inside.
  var squareRoot: Disc? {
    guard centre > 0, radius * Self.inflation < centre * (1 - 0x1p-20) else { return nil }
    return Disc(centre: centre.squareRoot(), radius: radius / centre.squareRoot() * Self.inflation)
  }
}
