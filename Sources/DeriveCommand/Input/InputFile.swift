#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is read whole.
enum InputFile {
  /// The bytes of a file; nil where it cannot be read or has more than `limit`.
  static func bytes(of path: String, limit: Int) -> [UInt8]? {
    let number = open(path, O_RDONLY)
    guard number >= 0 else { return nil }
    defer { close(number) }
    return FileDescriptor(number: number).read(limit: limit)
  }
}
