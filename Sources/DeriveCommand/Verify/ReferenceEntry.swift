import Multiprecision
import Typesetting

/// One model of a file of reference results, with what it should come to.
struct ReferenceEntry {
  /// The name of the entry.
  let id: String
  /// The model in the log-density language.
  let model: String
  /// The names that the model declares.
  let names: Set<String>
  /// The parameters, in the order of the matrices.
  let parameters: [String]
  /// Whether the theory holds.
  let isRegular: Bool
  /// The information as expressions; nil where none is given.
  let closedForm: [[String]]?
  /// The parameter points with their numbers.
  let points: [Point]

  /// What a point's numbers should be; nil where the file has none.
  struct Point {
    let at: [(name: String, value: Rational)]
    let fisher: [[String]]?
    let expectedScore: [String]?
    let expectedScoreOuter: [[String]]?
    let expectedNegativeHessian: [[String]]?
  }

  /// Reads an entry; nil where a key is missing or of another kind. The model is put together from its parts, or stands
  /// under `model` as a whole.
  init?(_ value: JSONValue) {
    guard let id = value["id"]?.text, let parameters = value["params"]?.texts,
      let observed = value["observation"].flatMap({ $0.texts ?? $0.text.map { [$0] } }),
      case .bool(let isRegular) = value["regular"], let points = value["points"]?.items
    else { return nil }
    let known = (value["known"]?.items ?? []).compactMap { item in
      item["symbol"]?.text.flatMap { symbol in item["constraint"]?.text.map { (symbol, $0) } }
    }
    let read = points.compactMap(Point.init)
    let given = known.isEmpty ? "" : "; " + known.map(\.0).joined(separator: ", ")
    let header = "\(observed.joined(separator: ", ")) | \(parameters.joined(separator: ", "))\(given)"
    guard read.count == points.count,
      let model = value["model"]?.text ?? Self.model(value, header, conditions: known.map(\.1))
    else { return nil }
    self.id = id
    self.model = model
    self.parameters = parameters
    self.isRegular = isRegular
    self.points = read
    closedForm = value["closed_form"]?.matrix
    names = Set(observed + parameters + known.map(\.0))
  }

  private static func model(_ value: JSONValue, _ header: String, conditions: [String]) -> String? {
    guard let support = value["support"]?.text, let logDensity = value["log_density"]?.text,
      let constraints = value["constraints"]?.texts
    else { return nil }
    return "log p(\(header)) = " + ([logDensity, support] + constraints + conditions).joined(separator: ", ")
  }
}

extension ReferenceEntry.Point {
  init?(_ value: JSONValue) {
    guard case .object(let members) = value["at"] else { return nil }
    let values = members.compactMap { member in
      member.value.text.flatMap { Rational($0) }.map { (name: member.key, value: $0) }
    }
    guard values.count == members.count else { return nil }
    at = values
    fisher = value["fisher"]?.matrix
    let moments = value["moments"]
    expectedScore = moments?["E_score"]?.texts
    expectedScoreOuter = moments?["E_score_outer"]?.matrix
    expectedNegativeHessian = moments?["E_neg_hessian"]?.matrix
  }

  /// The point as `name = value, …`.
  var text: String { at.map { "\($0.name) = \($0.value)" }.joined(separator: ", ") }
}
