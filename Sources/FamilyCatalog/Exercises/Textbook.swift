import Diagnostics

/// A set of exercises: the files of a folder in the order of their names.
public struct Textbook: Sendable {
  /// The paths of the exercises.
  public let paths: [String]

  /// The exercises of some folders and files; of those that came with the program where none are named.
  public init(_ places: [String]) {
    let folders = places.isEmpty ? FamilyCatalog.shippedFolders(named: "Textbook").prefix(1).map { $0 } : places
    paths = folders.flatMap { place in
      place.hasSuffix(Exercise.fileExtension)
        ? [place]
        : FileSystem.names(inFolder: place).filter { $0.hasSuffix(Exercise.fileExtension) }.map { "\(place)/\($0)" }
    }
  }

  /// The exercise in a file.
  public func exercise(at path: String) throws(FamilyError) -> Exercise {
    let text: String
    do {
      text = try FileSystem.text(at: path, limit: Family.maximumBytes)
    } catch {
      throw FamilyError(.unreadable(path, error), in: path)
    }
    let source = SourceText(name: path, text: text)
    do {
      return try Exercise(source)
    } catch {
      throw FamilyError(diagnostics: error, source: source)
    }
  }
}
