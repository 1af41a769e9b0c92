/// The distinct names of one text; tokens and nodes carry positions in it.
struct NameTable {
  private(set) var names: [String] = []
  private var positions: [String: Int] = [:]

  /// The position of a name, which is added if it is new.
  mutating func position(of name: String) -> Int {
    if let known = positions[name] { return known }
    names.append(name)
    positions[name] = names.count - 1
    return names.count - 1
  }

  subscript(_ position: Int) -> String { names[position] }
  subscript(_ position: Int32) -> String { names[Int(position)] }
}
