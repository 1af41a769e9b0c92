#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The few calls to the operating system that finding and reading families takes; Foundation would cost more start-up time
/// than a derivation.
enum FileSystem {
  /// Why a file could not be read.
  enum Failure: Error {
    case system(String)
    case tooLong
    case notText
  }

  /// The text of a file of at most `limit` bytes.
  static func text(at path: String, limit: Int) throws(Failure) -> String {
    guard let file = fopen(path, "rb") else { throw .system(lastError()) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count <= limit {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw .system(lastError()) }
    if bytes.count > limit { throw .tooLong }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  /// The names in a folder, sorted; none where there is no such folder.
  static func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// The path without symbolic links; nil where nothing is there.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The program that is running, without symbolic links.
  static func executable() -> String? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { $0.baseAddress.flatMap { resolved(String(cString: $0)) } }
    #else
      return resolved("/proc/self/exe")
    #endif
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}
