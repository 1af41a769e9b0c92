internal import Synchronization

/// Coefficients of an asymptotic series in Bernoulli numbers, rounded once to a working precision and kept.
///
/// Unchecked because the registers are written only while the object is built.
final class AsymptoticCoefficients: @unchecked Sendable {
  /// Which multiple of `B_2k` stands before the k-th term.
  enum Kind: Hashable {
    /// `B_2k / (2k (2k - 1))`, of log Gamma (DLMF 5.11.1).
    case logGamma
    /// `B_2k / (2k)`, of digamma (DLMF 5.11.2).
    case digamma
    /// `B_2k / (2k)!`, of the Euler-Maclaurin formula (DLMF 2.10.1).
    case eulerMaclaurin
  }

  private struct Key: Hashable {
    let kind: Kind
    let precision: Int
  }

  private static let tables = Mutex<[Key: AsymptoticCoefficients]>([:])

  /// The coefficients, the one of `B_2k` in register `k - 1`.
  let registers: Registers
  /// The binary exponents of the coefficients.
  let exponents: [Int]

  var count: Int { exponents.count }

  private init(_ key: Key) {
    let numbers = BernoulliNumbers.even(AsymptoticCoefficients.count(key))
    var registers = Registers(count: numbers.count, precision: key.precision)
    var factorial: Integer = 1
    for (index, number) in numbers.enumerated() {
      let even = 2 * (index + 1)
      factorial *= Integer(even * (even - 1))
      let divisor =
        switch key.kind {
        case .logGamma: Integer(even * (even - 1))
        case .digamma: Integer(even)
        case .eulerMaclaurin: factorial
        }
      // Common factors are left where they are: to find them costs more than all the rest.
      registers.set(index, number.numerator, over: number.denominator * divisor)
    }
    exponents = (0..<numbers.count).map { registers.exponent($0) }
    self.registers = registers
  }

  /// Arguments of at least `smallestArgument` need no more terms than this, with a margin (see `StirlingSeries` and
  /// `EulerMaclaurinZeta`).
  private static func count(_ key: Key) -> Int {
    key.kind == .eulerMaclaurin ? key.precision * 36 / 100 + 24 : key.precision / 4 + 16
  }

  static func table(_ kind: Kind, precision: Int) -> AsymptoticCoefficients {
    let key = Key(kind: kind, precision: precision)
    return tables.withLock { tables in
      if let table = tables[key] { return table }
      let table = AsymptoticCoefficients(key)
      tables[key] = table
      return table
    }
  }
}
