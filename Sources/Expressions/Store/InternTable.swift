/// An open-addressing table from structural hashes to node ids; its hash is its own, so that it is the same in every run.
struct InternTable {
  private var slots: [(hash: UInt32, id: Int32)] = Array(repeating: (0, -1), count: 1024)
  private var used = 0

  static func hash(_ op: Operator, _ payload: Int, _ operands: [Expr]) -> UInt32 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(op.rawValue)
    h = (h ^ UInt64(truncatingIfNeeded: payload)) &* 0x9e37_79b9_7f4a_7c15
    for operand in operands {
      h = (h ^ UInt64(truncatingIfNeeded: operand.index)) &* 0x9e37_79b9_7f4a_7c15
      h ^= h >> 29
    }
    h ^= h >> 32
    return UInt32(truncatingIfNeeded: h)
  }

  func find(_ hash: UInt32, where matches: (Int32) -> Bool) -> Int32? {
    let mask = slots.count - 1
    var i = Int(hash) & mask
    while slots[i].id >= 0 {
      if slots[i].hash == hash, matches(slots[i].id) { return slots[i].id }
      i = (i + 1) & mask
    }
    return nil
  }

  mutating func insert(_ hash: UInt32, _ id: Int32) {
    if used * 2 >= slots.count { grow() }
    place(hash, id)
    used += 1
  }

  private mutating func place(_ hash: UInt32, _ id: Int32) {
    let mask = slots.count - 1
    var i = Int(hash) & mask
    while slots[i].id >= 0 { i = (i + 1) & mask }
    slots[i] = (hash, id)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    for slot in old where slot.id >= 0 { place(slot.hash, slot.id) }
  }
}
