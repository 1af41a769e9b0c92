import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns drawings into PDF by a program of the system.
enum PDFConverter {
  /// Writes a drawing as a document; the failure where that went wrong.
  static func write(_ drawing: String, to document: String) -> InputFailure? {
    let intermediate = document + ".svg"
    if let reason = OutputFile(path: intermediate).write(drawing) {
      return InputFailure(.unwritable(intermediate, reason), in: "--output")
    }
    defer { remove(intermediate) }
    return convert(intermediate, to: document) ? nil : InputFailure(.noConverter(program), in: "--output")
  }

  /// The program.
  static let program = "rsvg-convert"

  /// Converts the drawing in one file into a document in another; false where the program is not there or fails.
  private static func convert(_ drawing: String, to document: String) -> Bool {
    let arguments = [program, "--format=pdf", "--output=\(document)", drawing]
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawnp(&process, program, nil, nil, &pointers, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }

  /// Removes a file.
  private static func remove(_ path: String) { unlink(path) }
}
