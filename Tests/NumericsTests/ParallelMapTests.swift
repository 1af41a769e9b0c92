import Numerics
import Synchronization
import Testing

@Suite("functions over lists on several threads")
struct ParallelMapTests {
  @Test("results come in the order of the inputs", arguments: [0, 1, 2, 3, 17], [0, 1, 2, 5])
  func order(count: Int, threads: Int) {
    let inputs = Array(0..<count)
    let begun = Mutex<[Int]>([])
    let map = ParallelMap(
      inputs, willBegin: { position, _ in begun.withLock { $0.append(position) } }, body: { $0 * $0 })
    #expect(map.results(threads: threads) == inputs.map { $0 * $0 })
    #expect(begun.withLock { $0 } == inputs)
  }

  @Test("no more inputs are worked on at once than there are threads", arguments: 1...3)
  func atOnce(threads: Int) {
    let working = Mutex((now: 0, most: 0))
    let map = ParallelMap(Array(0..<24)) { _ in
      working.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      // Long enough for the others to begin.
      var sum = 0.0
      for i in 1...200_000 { sum += 1 / Double(i) }
      working.withLock { $0.now -= 1 }
      return sum
    }
    #expect(Set(map.results(threads: threads)).count == 1)
    #expect(working.withLock { $0.most } <= threads)
  }
}
