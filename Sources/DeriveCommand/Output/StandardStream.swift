#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A stream of the process, used through system calls: Foundation would cost more start-up time than a derivation.
enum StandardStream: Int32 {
  case input = 0
  case output = 1
  case error = 2

  /// Writes a text; what the other end no longer wants is dropped.
  func write(_ text: String) { _ = FileDescriptor(number: rawValue).write(text) }

  /// Whether the stream is a terminal that should show colours.
  var wantsColour: Bool {
    guard isatty(rawValue) == 1 else { return false }
    return !Self.isSet("NO_COLOR") && Self.variable("TERM") != "dumb"
  }

  /// Whether a terminal shows more than ASCII, by the encoding of its locale.
  var showsUnicode: Bool {
    guard isatty(rawValue) == 1 else { return true }
    if Self.variable("TERM") == "dumb" { return false }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Self.variable).first { !$0.isEmpty } ?? "C"
    let encoding = locale.lowercased()
    return encoding.contains("utf-8") || encoding.contains("utf8")
  }

  /// The number of columns of the terminal; nil where the stream is none.
  var columns: Int? {
    guard isatty(rawValue) == 1 else { return nil }
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func isSet(_ name: String) -> Bool { variable(name).map { !$0.isEmpty } ?? false }
}

/// An open file.
struct FileDescriptor {
  let number: Int32

  /// Everything up to the end of the file, or nil where there are more than `limit` bytes or reading fails.
  func read(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = sysRead(&buffer)
      if count == 0 { return bytes }
      if count < 0 { return nil }
      bytes += buffer[..<count]
    }
    return nil
  }

  /// Writes a text, and says whether all of it could be written.
  func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = sysWrite(start, rest.count)
        if count <= 0 { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
      return true
    }
  }

  /// Reads once; repeats what a signal interrupted.
  private func sysRead(_ buffer: inout [UInt8]) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { platformRead(number, $0.baseAddress, $0.count) }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private func sysWrite(_ start: UnsafeRawPointer, _ count: Int) -> Int {
    while true {
      let written = platformWrite(number, start, count)
      if written >= 0 || errno != EINTR { return written }
    }
  }
}

private func platformRead(_ file: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, start, count)
}

private func platformWrite(_ file: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, start, count)
}
