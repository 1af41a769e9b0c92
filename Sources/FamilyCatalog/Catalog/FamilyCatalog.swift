public import Diagnostics

/// The families that can be called by name: the files `<name>.family` in a list of folders, of which the first wins.
public struct FamilyCatalog: Sendable {
  /// The folders, in the order in which they are searched.
  public let folders: [String]

  /// A catalogue of the files in some folders.
  public init(folders: [String]) {
    self.folders = folders
  }

  /// The names of all families, sorted.
  public var names: [String] {
    Set(folders.flatMap(FileSystem.names(inFolder:)).compactMap(Self.familyName)).sorted()
  }

  /// The same for a command that works on all of them.
  ///
  /// - Throws: a complaint if there are none.
  public func allNames() throws(FamilyError) -> [String] {
    let names = self.names
    guard !names.isEmpty else { throw FamilyError(.noFamilies(folders: folders), in: folders.first ?? "") }
    return names
  }

  /// The file of a family, whether or not it can be read; nil where no folder has one of that name.
  public func path(of name: String) -> String? {
    guard !name.contains("/") else { return nil }
    return folders.map { "\($0)/\(name)\(Self.fileExtension)" }.first(where: FileSystem.exists)
  }

  /// The family of a name.
  public func family(named name: String) throws(FamilyError) -> Family {
    guard let path = path(of: name) ?? path(of: Self.fileName(name)) else {
      let nearest = SpellingSuggestion(among: names).nearest(to: name)
      throw FamilyError(.unknownFamily(name, nearest: nearest, folders: folders), in: name)
    }
    return try Family(contentsOf: path)
  }

  /// The name that a file would have for a distribution's: `inverse-gamma` for `InverseGamma`.
  static func fileName(_ name: String) -> String {
    var result = ""
    var last: Character?
    for character in name {
      if character.isUppercase, let last, last.isLowercase { result += "-" }
      result += character.lowercased()
      last = character
    }
    return result
  }

  /// The extension of a family's file.
  public static let fileExtension = ".family"

  /// The name that a file's name gives to its family; nil for files of another kind.
  static func familyName(ofFile name: String) -> String? {
    guard name.hasSuffix(fileExtension), name.count > fileExtension.count, !name.hasPrefix(".") else { return nil }
    return String(name.dropLast(fileExtension.count))
  }
}

extension Family {
  /// The limit on the size of a family's file in bytes.
  public static let maximumBytes = 1 << 20

  /// Reads the family that a text describes.
  ///
  /// - Throws: the diagnostics, each pointing into the text.
  public init(_ source: SourceText) throws(DiagnosticList) {
    self = try FamilyReader.read(source)
  }

  /// Reads the family in a file; its name must be that of the file.
  public init(contentsOf path: String) throws(FamilyError) {
    let text: String
    do {
      text = try FileSystem.text(at: path, limit: Self.maximumBytes)
    } catch {
      throw FamilyError(.unreadable(path, error), in: path)
    }
    let source = SourceText(name: path, text: text)
    do {
      self = try Family(source)
    } catch {
      throw FamilyError(diagnostics: error, source: source)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard name.text + FamilyCatalog.fileExtension == file else {
      throw FamilyError(diagnostics: DiagnosticList([.nameOtherThanFile(name, file: file)]), source: source)
    }
  }
}

extension FamilyError {
  init(_ diagnostic: Diagnostic, in path: String) {
    self.init(diagnostics: DiagnosticList([diagnostic]), source: SourceText(name: path, text: ""))
  }
}
