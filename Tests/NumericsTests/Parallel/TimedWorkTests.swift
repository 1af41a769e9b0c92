import Numerics
import Synchronization
import Testing

/// Work that is given up from outside.
@Suite("Timed work")
struct TimedWorkTests {
  @Test("work that ends in time leaves its result", arguments: [1, 60, 1e300, Double.infinity])
  func inTime(seconds: Double) {
    #expect(TimedWork.result(within: seconds) { (1...100).reduce(0, +) } == 5050)
  }

  @Test("work that does not end is given up, and may end later")
  func tooLate() {
    let state = State()
    let result = TimedWork.result(within: 0.05) {
      while !state.mayEnd.load(ordering: .acquiring) {}
      state.hasEnded.store(true, ordering: .releasing)
      return 1
    }
    #expect(result == nil)
    let hasEnded = state.hasEnded.load(ordering: .acquiring)
    #expect(!hasEnded)
    state.mayEnd.store(true, ordering: .releasing)
    while !state.hasEnded.load(ordering: .acquiring) {}
  }

  private final class State: Sendable {
    let mayEnd = Atomic(false)
    let hasEnded = Atomic(false)
  }
}
