internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Work that is waited for no longer than a limit, whatever it is doing.
///
/// It runs on a thread of its own. A thread cannot be stopped from outside without leaving its data in disorder, so work that
/// takes too long is left to itself: its result is dropped, and it ends with the process at the latest.
public enum TimedWork {
  /// The result of a function, or nil where it takes more than so many seconds.
  ///
  /// Where the system has no thread to give, the function runs on this one, without a limit.
  public static func result<Output: Sendable>(
    within seconds: Double, of body: @escaping @Sendable () -> Output
  ) -> Output? {
    let outcome = Outcome<Output>()
    guard let worker = WorkerThread({ outcome.finish(body()) }) else { return body() }
    let result = outcome.value(before: .now + .seconds(min(max(seconds, 0), longestWait)))
    if result == nil { worker.detach() } else { worker.join() }
    return result
  }

  /// About thirty years: what is longer would leave the range of the clock.
  private static let longestWait = 1e9

  /// The place where the result is left.
  private final class Outcome<Output: Sendable>: Sendable {
    private let output = Mutex<Output?>(nil)
    private let signal = Signal()

    func finish(_ value: Output) {
      output.withLock { $0 = value }
      signal.raise()
    }

    func value(before deadline: ContinuousClock.Instant) -> Output? {
      signal.wait(before: deadline) { output.withLock { $0 != nil } }
      return output.withLock { $0 }
    }
  }

  /// A condition that one thread waits for and another brings about.
  private final class Signal: @unchecked Sendable {
    // The system's objects must stay where they are, and only the functions of the system touch them.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
      mutex.initialize(to: pthread_mutex_t())
      condition.initialize(to: pthread_cond_t())
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(condition, nil)
    }

    deinit {
      pthread_cond_destroy(condition)
      pthread_mutex_destroy(mutex)
      condition.deallocate()
      mutex.deallocate()
    }

    func raise() {
      pthread_mutex_lock(mutex)
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }

    /// Waits in pieces of a second at most, so that a clock that is set meanwhile does no harm.
    func wait(before deadline: ContinuousClock.Instant, until isReached: () -> Bool) {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      while !isReached() {
        let left = ContinuousClock.now.duration(to: deadline)
        if left <= .zero { return }
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let nanoseconds = time.tv_nsec + Int(min(left, .seconds(1)) / .nanoseconds(1))
        time.tv_sec += nanoseconds / 1_000_000_000
        time.tv_nsec = nanoseconds % 1_000_000_000
        pthread_cond_timedwait(condition, mutex, &time)
      }
    }
  }
}
