/// A function's position in its `FunctionTable`.
public struct FunctionID: Hashable, Sendable {
  let index: Int
}
