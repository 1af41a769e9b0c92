internal import Synchronization

/// A function over a list of inputs, evaluated on several threads; the results come in the order of the inputs.
public struct ParallelMap<Input: Sendable, Output: Sendable>: Sendable {
  private let inputs: [Input]
  private let body: @Sendable (Input) -> Output
  private let willBegin: @Sendable (Int, Input) -> Void

  /// Prepares an evaluation.
  ///
  /// - Parameters:
  ///   - willBegin: told of each input as its turn comes: in order, one at a time.
  ///   - body: the function; it runs on several threads at once.
  public init(
    _ inputs: [Input], willBegin: @escaping @Sendable (Int, Input) -> Void = { _, _ in },
    body: @escaping @Sendable (Input) -> Output
  ) {
    self.inputs = inputs
    self.body = body
    self.willBegin = willBegin
  }

  /// The results, by at most a number of threads, this one among them: as many as the machine has processors if none is
  /// given.
  public func results(threads: Int = WorkerThread.processorCount) -> [Output] {
    let progress = Progress(count: inputs.count)
    let others = max(0, min(threads, inputs.count) - 1)
    let workers = (0..<others).compactMap { _ in WorkerThread { work(progress) } }
    work(progress)
    for worker in workers { worker.join() }
    return progress.outputs.withLock { $0.compactMap { $0 } }
  }

  private func work(_ progress: Progress) {
    while let index = next(progress) {
      let output = body(inputs[index])
      progress.outputs.withLock { $0[index] = output }
    }
  }

  private func next(_ progress: Progress) -> Int? {
    progress.next.withLock { next -> Int? in
      guard next < inputs.count else { return nil }
      willBegin(next, inputs[next])
      next += 1
      return next - 1
    }
  }

  /// Which input comes next, and the results so far.
  private final class Progress: Sendable {
    let next = Mutex(0)
    let outputs: Mutex<[Output?]>

    init(count: Int) {
      outputs = Mutex(Array(repeating: nil, count: count))
    }
  }
}
