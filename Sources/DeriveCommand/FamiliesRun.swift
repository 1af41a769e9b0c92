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
    var families: [Family] = []
    var status = ExitStatus.success
    let names: [String]
    do throws(FamilyError) {
      names = try catalog.allNames()
    } catch {
      explain(error.diagnostics, error.source)
      return .usage
    }
    for name in names {
      do throws(FamilyError) {
        families.append(try catalog.family(named: name))
      } catch {
        explain(error.diagnostics, error.source)
        status = .usage
      }
    }
    let counts = TagCounts(families)
    for tag in command.tag where counts[tag] == nil {
      let unknown = Diagnostic.familyTagUnknown(tag, nearest: counts.nearest(to: tag))
      explain(DiagnosticList([unknown]), SourceText(name: "--tag", text: ""))
      return .usage
    }
    let chosen = families.filter(isWanted)
    StandardStream.output.write(command.tags ? TagCounts(chosen).text : TextTable(chosen.map(Self.row)).text)
    return status
  }

  /// Whether a family has all the tags that were asked for, and each word in its name, title or tags.
  private func isWanted(_ family: Family) -> Bool {
    guard Set(command.tag).isSubset(of: family.tags) else { return false }
    let text = ([family.name.text, family.title] + family.tags).joined(separator: "\n").lowercased()
    return command.words.allSatisfy { text.contains($0.lowercased()) }
  }

  private func explain(_ diagnostics: DiagnosticList, _ source: SourceText) {
    StandardStream.error.write(
      DiagnosticRenderer().render(diagnostics, source: source, colour: StandardStream.error.wantsColour))
  }

  /// Name, title, parameters with what is known after a semicolon, tags.
  private static func row(_ family: Family) -> [String] {
    let symbols = [family.parameters, family.known].filter { !$0.isEmpty }
      .map { $0.map(\.name.text).joined(separator: ", ") }.joined(separator: "; ")
    return [family.name.text, family.title, symbols, family.tags.joined(separator: ", ")]
  }
}
