import Foundation

/// One run of a program, from `posix_spawn` to its end: what a person at a terminal waits for.
struct Child {
  let milliseconds: Double
  let exitStatus: Int32

  struct CannotStart: Error, CustomStringConvertible {
    let program: String
    let code: Int32
    var description: String { "cannot start \(program): \(String(cString: strerror(code)))" }
  }

  /// Runs a program with its output sent to a file, and waits for it.
  init(_ program: String, _ arguments: [String], output: String = "/dev/null") throws {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    let words = cStrings([program] + arguments)
    let environment = cStrings(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" })
    defer { for pointer in words + environment { free(pointer) } }

    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, words, environment)
    guard code == 0 else { throw CannotStart(program: program, code: code) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let elapsed = clock.now - start

    milliseconds = elapsed / .milliseconds(1)
    // Low seven bits zero: the program ended by itself, and the next byte is its exit status.
    exitStatus = status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
  }
}

/// Copies of strings as C wants them: pointers, the last of them null; the caller frees them.
private func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
  strings.map { strdup($0) } + [nil]
}
