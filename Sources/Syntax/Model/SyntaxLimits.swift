/// Bounds on what a text may ask for; reaching one is a diagnostic whose identifier begins with `limit.`.
public struct SyntaxLimits: Sendable, Hashable {
  /// The size of a text in bytes.
  public var bytes: Int
  /// The depth to which parentheses, powers and signs may be nested.
  public var nesting: Int
  /// The number of parts of an expression, after sums and products with literal bounds have been written out.
  public var nodes: Int
  /// The numerator and denominator of a literal exponent.
  public var exponent: Int
  /// The number of characters of a number.
  public var digits: Int
  /// The number of bytes of a name.
  public var nameLength: Int
  /// The number of parts into which conditions of `cases` may cut a range.
  public var cells: Int
  /// The number of conditions of a model, each pair of neighbours in a chain counted.
  public var conditions: Int

  /// Creates limits; the defaults leave room for any density that a person would write.
  public init(
    bytes: Int = 1 << 20, nesting: Int = 200, nodes: Int = 200_000, exponent: Int = 10_000, digits: Int = 10_000,
    nameLength: Int = 256, cells: Int = 64, conditions: Int = 24
  ) {
    self.bytes = bytes
    self.nesting = nesting
    self.nodes = nodes
    self.exponent = exponent
    self.digits = digits
    self.nameLength = nameLength
    self.cells = cells
    self.conditions = conditions
  }

  /// The limits that apply where nothing else is said.
  public static let standard = SyntaxLimits()
}
