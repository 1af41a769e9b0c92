import Multiprecision

/// The version of the program and of the libraries whose arithmetic it stands on.
enum ProgramVersion {
  /// The program's own version.
  static let number = "0.1.0"

  /// One line for each.
  static var text: String {
    "derive \(number)\nGMP \(LibraryVersion.gmp)\nMPFR \(LibraryVersion.mpfr)"
  }
}
