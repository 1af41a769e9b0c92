extension FamilyCatalog {
  /// The catalogue that the program uses: the folders of the option `--families` and of `$DERIVE_FAMILIES` (each a list
  /// with colons), then those that came with the program.
  ///
  /// What comes first hides what comes later under the same name, so a reader's own files may replace the program's.
  ///
  /// - Parameter option: the value of `--families`, if it was given.
  public static func standard(option: String? = nil) -> FamilyCatalog {
    let named = [option, FileSystem.environment("DERIVE_FAMILIES")].compactMap { $0 }
    let listed = named.flatMap { $0.split(separator: ":").map(String.init) }
    return FamilyCatalog(folders: listed + shippedFolders(named: "Families"))
  }

  /// The folders of a name that came with the program.
  static func shippedFolders(named name: String) -> [String] {
    FileSystem.executable().map { folders(besideExecutable: $0, named: name) } ?? []
  }

  /// The folders that belong to a program at a path: `<prefix>/share/derive/Families` for `<prefix>/bin/derive`, and
  /// `Families` of the checkout in which it was built.
  static func folders(besideExecutable path: String, named name: String = "Families") -> [String] {
    var folder = parent(of: path)
    var found = ["\(parent(of: folder))/share/derive/\(name)"]
    while !folder.isEmpty {
      if FileSystem.exists("\(folder)/Package.swift"), FileSystem.exists("\(folder)/\(name)") {
        found.append("\(folder)/\(name)")
        break
      }
      folder = parent(of: folder)
    }
    return found.filter(FileSystem.exists)
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
