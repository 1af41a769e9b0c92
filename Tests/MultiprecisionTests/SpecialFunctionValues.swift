import Foundation
import Multiprecision

/// Reference values from ball arithmetic, written by `Scripts/fixtures/special_functions.py`.
enum SpecialFunctionValues {
  /// Every line of the file.
  static let table: [SpecialFunctionCase] = {
    let file = URL(filePath: #filePath, directoryHint: .notDirectory).deletingLastPathComponent()
      .appending(path: "Fixtures/special-functions.tsv", directoryHint: .notDirectory)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, let function = functions[fields[0]] else { return nil }
      return SpecialFunctionCase(function, fields[0], fields[1], fields[2])
    }
  }()

  /// The first case of each function.
  static var oneOfEach: [SpecialFunctionCase] {
    var seen: Set<String> = []
    return table.filter { seen.insert($0.name).inserted }
  }

  /// The evaluators by the names that the file uses.
  static let functions: [String: RealFunction] = [
    "lgamma": .lgamma, "gamma": .gamma, "digamma": .digamma, "trigamma": .trigamma, "polygamma": .polygamma,
    "lbeta": .lbeta, "beta": .beta, "binomial": .binomial, "factorial": .factorial, "lfactorial": .lfactorial,
    "erf": .erf, "erfc": .erfc, "log erfc": .logErfc, "normal_pdf": .normalPDF, "normal_cdf": .normalCDF,
    "log normal_cdf": .logNormalCDF, "zeta": .zeta, "zeta_deriv": .zetaDeriv, "hurwitz_zeta": .hurwitzZeta,
    "besseli": .besseli, "besselk": .besselk, "gammainc": .gammainc, "expint": .expint, "e1": .e1, "ei": .ei,
    "li2": .li2, "polylog": .polylog, "lerch": .lerch, "asinh": .asinh, "acosh": .acosh, "atanh": .atanh,
    "besseli'0": .besseliByOrder(1), "besselk'0": .besselkByOrder(1), "gammainc'0": .gammaincByShape(1),
    "expint'0": .expintByOrder(1), "polylog'0": .polylogByOrder(1), "hurwitz_zeta'0": .hurwitzZetaByExponent(1),
    "lerch'1": .lerchByExponent(1), "besseli''0": .besseliByOrder(2), "besselk''0": .besselkByOrder(2),
    "gammainc''0": .gammaincByShape(2), "hurwitz_zeta''0": .hurwitzZetaByExponent(2),
    "expint''0": .expintByOrder(2), "polylog''0": .polylogByOrder(2), "lerch''1": .lerchByExponent(2),
  ]
}
