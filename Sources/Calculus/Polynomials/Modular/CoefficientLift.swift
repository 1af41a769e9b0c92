internal import Multiprecision

/// The integers nearest to 0 that leave given residues modulo several primes (the Chinese remainder theorem).
struct CoefficientLift {
  /// The coefficients, group by group.
  private(set) var coefficients: [Integer]
  private var modulus: Integer
  /// Whether the last prime changed nothing.
  private(set) var isUnchanged = false

  /// Begins with one prime.
  init(_ image: SparseImage, over field: PrimeField) {
    coefficients = image.groups.flatMap(\.coefficients).map { Self.nearest(field.number($0), field) }
    modulus = Integer(UInt(field.modulus))
  }

  private static func nearest(_ number: UInt64, _ field: PrimeField) -> Integer {
    Integer(number > field.modulus / 2 ? -Int(field.modulus - number) : Int(number))
  }

  /// Whether the coefficients are likely to be the true ones: residues of larger numbers would not all be small.
  var looksSettled: Bool {
    isUnchanged || coefficients.allSatisfy { $0.bitWidth + 16 <= modulus.bitWidth }
  }

  /// Adds the residues modulo another prime.
  mutating func add(_ image: SparseImage, over field: PrimeField) {
    let inverse = field.inverse(field.element(modulus))
    isUnchanged = true
    var k = 0
    for residue in image.groups.flatMap(\.coefficients) {
      let difference = field.subtract(residue, field.element(coefficients[k]))
      if difference != 0 {
        isUnchanged = false
        coefficients[k] += modulus * Self.nearest(field.number(field.multiply(difference, inverse)), field)
      }
      k += 1
    }
    modulus *= Integer(UInt(field.modulus))
  }
}
