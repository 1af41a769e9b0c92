#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where a report goes: standard output, or a file that is replaced.
struct OutputFile {
  /// The path; nil for standard output.
  let path: String?

  /// Writes the text, or says why it could not be written.
  func write(_ text: String) -> String? {
    guard let path else {
      StandardStream.output.write(text)
      return nil
    }
    let number = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard number >= 0 else { return String(cString: strerror(errno)) }
    defer { close(number) }
    return FileDescriptor(number: number).write(text) ? nil : String(cString: strerror(errno))
  }
}
