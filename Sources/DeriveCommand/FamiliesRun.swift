import Diagnostics
import FamilyCatalog

/// One run of `derive families`: the catalogue as a table.
struct FamiliesRun {
  private let command: FamiliesCommand

  init(_ command: FamiliesCommand) {
    self.command = command
  }

  /// Writes the table and says how it ended; families that cannot be read are complained about and left out.
  func status() -> ExitStatus {
    let catalog = FamilyCatalog.standard(option: command.families)
    var rows: [[String]] = []
    var status = ExitStatus.success
    for name in catalog.names {
      do throws(FamilyError) {
        let family = try catalog.family(named: name)
        if Set(command.tag).isSubset(of: family.tags) { rows.append(Self.row(family)) }
      } catch {
        StandardStream.error.write(
          DiagnosticRenderer().render(
            error.diagnostics, source: error.source, colour: StandardStream.error.wantsColour))
        status = .usage
      }
    }
    StandardStream.output.write(TextTable(rows).text)
    return status
  }

  /// Name, title, parameters with what is known after a semicolon, tags.
  private static func row(_ family: Family) -> [String] {
    let symbols = [family.parameters, family.known].filter { !$0.isEmpty }
      .map { $0.map(\.name.text).joined(separator: ", ") }.joined(separator: "; ")
    return [family.name.text, family.title, symbols, family.tags.joined(separator: ", ")]
  }
}
