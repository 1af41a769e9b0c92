internal import Synchronization

/// Lets one thread at a time compile further parts of a problem into its store.
final class CompilationLock: Sendable {
  private let mutex = Mutex(())

  func run<Result>(_ body: () throws -> Result) throws -> Result {
    var result: Result?
    try mutex.withLock { _ in result = try body() }
    // The body has run, or has thrown.
    return result!
  }
}
