extension ReportObject {
  /// The object of a model that could not be analysed: every key of a report without a value, and the diagnostics.
  public static func failure(_ diagnostics: [JSONValue]) -> JSONValue {
    let empty = JSONValue.array([])
    let moments = ["expectedScore", "expectedScoreOuter", "covarianceOfScore", "expectedNegativeHessian"]
    return .object([
      .init("schema", .integer(schema)), .init("status", .string("undecided")), .init("observed", empty),
      .init("support", .null), .init("supportInferred", .bool(false)), .init("parameters", empty),
      .init("known", empty), .init("domains", .object([])), .init("conditions", empty), .init("logDensity", .null),
      .init("score", .null), .init("hessian", .null), .init("moments", .object(moments.map { .init($0, .null) })),
      .init("fisher", .null), .init("unresolved", .null), .init("specialPoints", empty), .init("entryStatus", empty),
      .init("bartlett", .object([.init("first", .string("unknown")), .init("second", .string("unknown"))])),
      .init("regularity", .null), .init("rank", .null), .init("nullDirections", empty), .init("singularAt", empty),
      .init("orthogonal", empty), .init("cramerRao", .null), .init("numeric", empty),
      .init("diagnostics", .array(diagnostics)),
    ])
  }
}
