import Foundation
import Testing
import Typesetting

/// The JSON object keeps the contract of the command line: every listed key, in order, expressions as text.
@Suite struct ReportObjectTests {
  static let keys = [
    "schema", "status", "observed", "support", "supportInferred", "parameters", "known", "domains", "conditions",
    "logDensity", "score", "hessian", "moments", "fisher", "unresolved", "specialPoints", "entryStatus", "bartlett",
    "regularity",
    "rank", "nullDirections", "singularAt", "orthogonal", "cramerRao", "numeric", "diagnostics",
  ]

  private func keys(_ value: JSONValue) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.key)
  }

  private func object(_ value: JSONValue) throws -> [String: Any] {
    let text = JSONWriter().text(value)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func everyListedKeyIsThereInOrder() throws {
    let fixture = ReportFixture()
    for report in [try fixture.oneParameter(), try fixture.twoParameters(), try fixture.irregular()] {
      #expect(keys(ReportObject(report).value()) == Self.keys)
    }
    #expect(keys(ReportObject.failure([])) == Self.keys)
    let steps = ReportObject(try fixture.oneParameter(), showsDerivations: true).value()
    #expect(keys(steps) == Self.keys + ["derivations"])
  }

  @Test func valuesAreTextInTheLanguage() throws {
    let object = try object(ReportObject(try ReportFixture().oneParameter()).value())
    #expect(object["schema"] as? Int == 1)
    #expect(object["status"] as? String == "verified")
    #expect(object["support"] as? String == "x in {0, 1}")
    #expect(object["domains"] as? [String: String] == ["theta": "0 < theta < 1"])
    #expect(object["logDensity"] as? String == "x*log(theta) + (1 - x)*log(1 - theta)")
    #expect(object["fisher"] as? [[String]] == [["1/(theta*(1 - theta))"]])
    #expect(object["entryStatus"] as? [[String]] == [["verified"]])
    #expect(object["bartlett"] as? [String: String] == ["first": "proved", "second": "proved"])
    #expect(object["rank"] as? Int == 1)
    let numeric = try #require(object["numeric"] as? [[String: Any]])
    #expect(numeric.map { $0["at"] as? [String: String] } == [["theta": "2/5"], ["theta": "1/7"]])
    #expect(numeric[0]["agreedDigits"] as? Int == 50)
    let remarks = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(remarks.count == 1)
  }

  @Test func whatIsMissingIsNull() throws {
    let fixture = ReportFixture()
    let two = try object(ReportObject(try fixture.twoParameters()).value())
    let fisher = try #require(two["fisher"] as? [[Any]])
    #expect(fisher[0][0] is NSNull)
    #expect(fisher[0][1] as? String == "-1/beta")
    #expect(two["orthogonal"] as? [[String]] == [["alpha", "beta"]])
    #expect(two["conditions"] as? [String] == ["alpha > 2"])
    #expect(two["cramerRao"] is NSNull)
    let irregular = try object(ReportObject(try fixture.irregular()).value())
    #expect(irregular["fisher"] is NSNull)
    let moments = try #require(irregular["moments"] as? [String: Any])
    #expect(moments["expectedScore"] as? [String] == ["-1/theta"])
    #expect((moments["covarianceOfScore"] as? [[Any]])?[0][0] is NSNull)
  }
}
