internal import CMPFR

/// GMP integers that are changed in place: for recurrences over tables, where fresh values would cost more than the work.
struct MutableIntegers: ~Copyable {
  private let cells: UnsafeMutablePointer<__mpz_struct>
  private let count: Int

  /// Creates integers that are all 1.
  init(count: Int) {
    cells = .allocate(capacity: count)
    self.count = count
    for index in 0..<count {
      cells.advanced(by: index).initialize(to: __mpz_struct())
      __gmpz_init_set_ui(cells + index, 1)
    }
  }

  deinit {
    for index in 0..<count { __gmpz_clear(cells + index) }
    cells.deallocate()
  }

  /// `dst = a * factor`.
  mutating func multiply(_ dst: Int, _ a: Int, _ factor: UInt) { __gmpz_mul_ui(cells + dst, cells + a, factor) }

  /// `dst = dst + a * factor`.
  mutating func addProduct(_ dst: Int, _ a: Int, _ factor: UInt) { __gmpz_addmul_ui(cells + dst, cells + a, factor) }

  /// A copy of the value.
  func integer(_ index: Int) -> Integer { Integer(computing: { __gmpz_set($0, cells + index) }) }
}
