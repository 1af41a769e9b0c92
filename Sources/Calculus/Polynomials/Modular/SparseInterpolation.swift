/// The greatest common divisor modulo one prime, scaled to a given leading coefficient, by sparse interpolation.
///
/// One image in the main variable gives the first skeleton. Then one variable after another is raised from a value to an
/// unknown: for enough values of it the coefficients of the skeleton's monomials are found from images at the powers of a
/// point, and each of them is interpolated densely (Zippel 1979, 1990; Geddes, Czapor & Labahn, Algorithms for Computer
/// Algebra, 1992, ch. 7). Images are known but for a factor; with the values of
/// `leading`, which the true leading coefficient divides, as leading coefficients they fit together. Every answer is a guess: whoever uses it divides to prove it.
struct SparseInterpolation {
  private var a: ModularTerms
  private var b: ModularTerms
  /// A multiple of the divisor's leading coefficient in the main variable.
  private var leading: ModularTerms
  /// For each other variable a bound of the degree of the scaled divisor.
  private let bounds: [Int]
  /// The integers modulo the prime in use.
  private(set) var field: PrimeField

  /// Prepares the computation modulo the first prime.
  init(a: ModularTerms, b: ModularTerms, leading: ModularTerms, bounds: [Int]) {
    (self.a, self.b, self.leading, self.bounds) = (a, b, leading, bounds)
    field = .first
    reduceTerms()
  }

  /// Goes on to the next prime.
  mutating func advance() {
    field = field.next
    reduceTerms()
  }

  private mutating func reduceTerms() {
    a.reduce(over: field)
    b.reduce(over: field)
    leading.reduce(over: field)
  }

  private var otherCount: Int { bounds.count }

  /// The scaled divisors of the images at the powers of a point.
  private struct Images {
    var a: ImageSequence
    var b: ImageSequence
    var leading: ImageSequence
    let degrees: (a: Int, b: Int)
    let field: PrimeField

    init(_ problem: SparseInterpolation, count: Int, base: [UInt64], rest: [UInt64]) {
      field = problem.field
      a = ImageSequence(problem.a, count: count, base: base, rest: rest, over: field)
      b = ImageSequence(problem.b, count: count, base: base, rest: rest, over: field)
      leading = ImageSequence(problem.leading, count: count, base: base, rest: rest, over: field)
      degrees = (problem.a.mainDegree, problem.b.mainDegree)
    }

    /// The next one, or nil where a leading coefficient vanishes or the degree is not the expected one.
    mutating func next(degree: Int?) -> UnivariateImage? {
      let (f, g) = (a.next(), b.next())
      guard let scale = leading.next().coefficients.first, f.degree == degrees.a, g.degree == degrees.b else {
        return nil
      }
      var divisor = UnivariateImage.divisor(f, g, over: field)
      if let degree, divisor.degree != degree { return nil }
      divisor.scale(toLeading: scale, over: field)
      return divisor
    }
  }

  /// The scaled divisor without any knowledge of its terms, or nil where luck fails.
  func divisor(_ points: inout PointSequence) -> SparseImage? {
    let point = points.elements(otherCount, of: field)
    var images = Images(self, count: 0, base: point, rest: point)
    guard let first = images.next(degree: nil) else { return nil }
    var image = SparseImage(first, otherCount: otherCount)
    // The degree of an image is a bound, so a constant proves that there is no common divisor with the main variable.
    if image.mainDegree == 0 { return image }
    for variable in 0..<otherCount where bounds[variable] > 0 {
      guard let raised = raised(image, variable, point, &points) else { return nil }
      image = raised
    }
    return image
  }

  /// The scaled divisor with the monomials of another, or nil where luck fails or the monomials do not suffice.
  func divisor(like skeleton: SparseImage, _ points: inout PointSequence) -> SparseImage? {
    let base = points.elements(otherCount, of: field)
    guard let systems = systems(skeleton, otherCount, base),
      let found = coefficients(skeleton, systems, otherCount, base, base)
    else { return nil }
    var image = skeleton
    for k in image.groups.indices { image.groups[k].coefficients = found[k] }
    return image
  }

  private func systems(_ skeleton: SparseImage, _ count: Int, _ base: [UInt64]) -> [VandermondeSystem]? {
    skeleton.monomialValues(count, at: base, over: field)?.map { VandermondeSystem(nodes: $0, over: field) }
  }

  /// The coefficients of a skeleton in the first variables, the others at a point, group by group.
  private func coefficients(
    _ skeleton: SparseImage, _ systems: [VandermondeSystem], _ count: Int, _ base: [UInt64], _ rest: [UInt64]
  ) -> [[UInt64]]? {
    // One value more than unknowns, to notice monomials that are missing.
    let number = skeleton.longestGroup + (count > 0 ? 1 : 0)
    var values = [[UInt64]](repeating: [], count: skeleton.groups.count)
    var images = Images(self, count: count, base: base, rest: rest)
    for _ in 0..<number {
      guard let image = images.next(degree: skeleton.mainDegree) else { return nil }
      var used = 0
      for (k, group) in skeleton.groups.enumerated() {
        let coefficient = image.coefficients[group.mainExponent]
        if coefficient != 0 { used += 1 }
        values[k].append(coefficient)
      }
      guard used == image.coefficients.count(where: { $0 != 0 }) else { return nil }
    }
    var result: [[UInt64]] = []
    for (system, values) in zip(systems, values) {
      let solution = system.solution(values)
      guard count == 0 || system.predicts(values[number - 1], at: number, solution) else { return nil }
      result.append(solution)
    }
    return result
  }

  /// The image with one more variable, of which so far the value at the point is known.
  private func raised(
    _ image: SparseImage, _ variable: Int, _ point: [UInt64], _ points: inout PointSequence
  ) -> SparseImage? {
    let base = points.elements(otherCount, of: field)
    guard let systems = systems(image, variable, base) else { return nil }
    var newton = NewtonInterpolation(count: image.groups.reduce(0) { $0 + $1.coefficients.count }, over: field)
    newton.add(image.groups.flatMap(\.coefficients), at: point[variable])
    // One value beyond the degree that the last one showed is enough to believe it; the bound always is.
    while newton.pointCount <= bounds[variable] {
      var rest = point
      rest[variable] = points.element(of: field)
      guard !newton.contains(rest[variable]),
        let found = coefficients(image, systems, variable, base, rest)
      else { return nil }
      if !newton.add(found.flatMap { $0 }, at: rest[variable]) { break }
    }
    return image.raised(variable, newton.coefficients())
  }
}
