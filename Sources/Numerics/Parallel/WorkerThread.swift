internal import Multiprecision

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A thread of the operating system with a stack as large as that of the main thread.
///
/// Expressions are walked recursively; the stacks that some systems give to further threads are too small for that.
public struct WorkerThread {
  private let identifier: pthread_t

  private static let stackBytes = 8 << 20

  /// The number of processors that are at work.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Starts a thread; nil where the system has none to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, Self.stackBytes) == 0 else { return nil }
    let task = Unmanaged.passRetained(Task(body))
    #if canImport(Darwin)
      var started: pthread_t?
      let status = pthread_create(&started, &attributes, { Self.run($0) }, task.toOpaque())
      guard status == 0, let started else {
        task.release()
        return nil
      }
    #else
      var started = pthread_t()
      guard pthread_create(&started, &attributes, { Self.run($0) }, task.toOpaque()) == 0 else {
        task.release()
        return nil
      }
    #endif
    identifier = started
  }

  /// Waits for the thread to end.
  func join() { pthread_join(identifier, nil) }

  /// Leaves the thread to itself.
  func detach() { pthread_detach(identifier) }

  private static func run(_ task: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let task { Unmanaged<Task>.fromOpaque(task).takeRetainedValue().body() }
    // What the library keeps for each thread would stay behind.
    ThreadCaches.free()
    return nil
  }

  /// What a thread has to do, as an object whose address can be handed over.
  private final class Task: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}
