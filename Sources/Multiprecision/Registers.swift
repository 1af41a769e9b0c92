internal import CMPFR

/// A fixed number of binary floating-point registers of one precision, the working memory of every numeric evaluation.
///
/// Registers start at 0. Each operation names its destination first, rounds to nearest, and allows the destination to be
/// one of the operands. Significands lie in one block, so creating registers costs two allocations whatever their
/// number. Precision belongs to the registers; nothing reads or changes MPFR's global defaults.
public struct Registers: ~Copyable {
  let cells: UnsafeMutablePointer<__mpfr_struct>
  private let significands: UnsafeMutableRawPointer

  /// The number of registers.
  public let count: Int
  /// The precision of each register, in bits.
  public let precision: Int

  /// Creates `count` registers that hold 0 with `precision` bits (at least 2).
  public init(count: Int, precision: Int) {
    precondition(count >= 0, "a negative number of registers")
    let bits = Swift.max(precision, 2)
    let stride = mpfr_custom_get_size(bits)
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: Swift.max(stride * count, 1), alignment: MemoryLayout<mp_limb_t>.alignment)
    let cells = UnsafeMutablePointer<__mpfr_struct>.allocate(capacity: Swift.max(count, 1))
    cells.initialize(repeating: __mpfr_struct(), count: count)
    for index in 0..<count {
      let significand = block + index * stride
      mpfr_custom_init(significand, bits)
      mpfr_custom_init_set(cells + index, Int32(MPFR_ZERO_KIND.rawValue), 0, bits, significand)
    }
    self.cells = cells
    self.significands = block
    self.count = count
    self.precision = bits
  }

  deinit {
    cells.deallocate()
    significands.deallocate()
  }

  func cell(_ index: Int) -> UnsafeMutablePointer<__mpfr_struct> {
    precondition(index >= 0 && index < count, "no such register")
    return cells + index
  }
}
