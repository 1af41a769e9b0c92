internal import Synchronization

/// The node tables of one evaluation: those that earlier ones have left, or new ones.
///
/// The tables of integrals at several parameter points are much the same, as widths are rounded (`RoundWidth`), and take a
/// third of the time of an integral of few operations.
final class NodeTables {
  private var tables: [NodeTable.Key: NodeTable] = [:]

  func table(_ key: NodeTable.Key) -> NodeTable {
    if let known = tables[key] { return known }
    let table = Idle.take(key) ?? NodeTable(key)
    tables[key] = table
    return table
  }

  /// Leaves the tables to later evaluations; nothing of this one may use them any more.
  func leave() {
    Idle.add(Array(tables.values))
    tables = [:]
  }

  /// Tables that no evaluation uses.
  private struct Idle {
    private var tables: [NodeTable.Key: [NodeTable]] = [:]
    private var byteCount = 0

    private static let shared = Mutex(Idle())
    /// No more memory than this is kept from use.
    private static let mostBytes = 1 << 25

    static func take(_ key: NodeTable.Key) -> NodeTable? {
      shared.withLock { idle in
        guard let table = idle.tables[key]?.popLast() else { return nil }
        idle.byteCount -= table.byteCount
        return table
      }
    }

    static func add(_ tables: [NodeTable]) {
      shared.withLock { idle in
        for table in tables {
          let size = table.byteCount
          if idle.byteCount + size > mostBytes { idle = Idle() }
          guard size <= mostBytes else { continue }
          idle.tables[table.key, default: []].append(table)
          idle.byteCount += size
        }
      }
    }
  }
}
