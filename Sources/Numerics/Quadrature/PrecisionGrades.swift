internal import Multiprecision

/// Evaluators of lower precision for the nodes of a rule that contribute little.
///
/// An error of 2^-p relative to the largest contributions is all that matters, so that a node whose contributions to all
/// entries are 2^d times smaller takes p - d bits. How small they are is read off the nearest nodes of the first level. Of the
/// nodes of a gamma law at a thousand digits, a third takes fewer bits.
final class PrecisionGrades {
  private let make: (_ precision: Int) throws -> PieceEvaluator
  private let precision: Int
  private var evaluators: [Int: PieceEvaluator] = [:]
  private var map = CoordinateMap()
  private var step = 1.0
  /// For each stretch between nodes of the first level, outwards from 0, the precision there.
  private var precisions: (below: [Int], above: [Int]) = ([], [])

  /// Below this a node costs so little that another evaluator is not worth it.
  private static let leastPrecision = 512
  /// Bits beyond those that count, for what varies between nodes and for what tails cancel.
  private static let margin = 40
  private static let coarsest = 128

  /// Nil where the precision is low, or where a node is an integral itself.
  init?(
    _ evaluator: PieceEvaluator, _ make: @escaping (_ precision: Int) throws -> PieceEvaluator
  ) {
    let isPlain = evaluator.program.sides.allSatisfy { if case .terms = $0 { true } else { false } }
    guard isPlain, evaluator.precision >= Self.leastPrecision else { return nil }
    self.make = make
    precision = evaluator.precision
  }

  /// The bits for contributions that lie so many bits below the largest, for which `precision` bits are taken: one of eight
  /// grades.
  static func grade(of drop: Int, precision: Int) -> Int {
    guard precision >= leastPrecision else { return precision }
    let grain = PieceIntegration.rounded(precision / 8)
    let wanted = max(precision - max(drop, 0) + margin, coarsest)
    return min((wanted + grain - 1) / grain * grain, precision)
  }

  /// Takes up what the first level shows.
  ///
  /// - Parameters:
  ///   - below: the exponents of each entry's contributions at the nodes 0, -1, -2, ... steps.
  ///   - above: the same at 0, 1, 2, ...
  ///   - peaks: the largest of these, or of what matters elsewhere; nil for entries that do not count.
  func prepare(_ map: CoordinateMap, step: Double, below: [[Int]], above: [[Int]], peaks: [Int?]) {
    self.map = map
    self.step = step
    evaluators = [:]
    func list(_ nodes: [[Int]]) -> [Int] {
      nodes.indices.map { k in
        let near = nodes[max(k - 1, 0)...min(k + 2, nodes.count - 1)]
        let drops = peaks.indices.compactMap { entry -> Int? in
          guard let peak = peaks[entry], let here = near.map({ $0[entry] }).max(), here > Int.min else { return nil }
          return peak - here
        }
        return Self.grade(of: drops.min() ?? 0, precision: precision)
      }
    }
    precisions = (list(below), list(above))
  }

  /// The evaluator for a node; nil where it needs the whole precision.
  func evaluator(at t: Double) throws -> PieceEvaluator? {
    let list = t < 0 ? precisions.below : precisions.above
    guard !list.isEmpty else { return nil }
    let wanted = list[min(Int(t.magnitude / step), list.count - 1)]
    guard wanted < precision else { return nil }
    if let known = evaluators[wanted] { return known }
    let made = try make(wanted)
    made.use(map)
    evaluators[wanted] = made
    return made
  }

  /// Whether some node had no finite value before more bits were taken.
  var hasRefined: Bool { evaluators.values.contains { $0.sides.contains(where: \.hasRefined) } }

  /// The sums of an entry's positive and negative contributions, from the lowest precision up.
  func sums(_ entry: Int) -> [(positive: Real, negative: Real)] {
    evaluators.sorted { $0.key < $1.key }.map { $0.value.sums(entry) }
  }
}
