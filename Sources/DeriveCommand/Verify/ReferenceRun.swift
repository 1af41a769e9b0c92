import Diagnostics
import Numerics
import Typesetting

/// One run of `derive verify --reference FILE`.
struct ReferenceRun {
  private let command: VerifyCommand
  private let entries: [ReferenceEntry]

  /// The largest file that is read.
  private static let maximumBytes = 64 << 20

  /// Reads the file, and picks the entries that were asked for.
  init(_ command: VerifyCommand, path: String) throws(InputFailure) {
    self.command = command
    guard let bytes = InputFile.bytes(of: path, limit: Self.maximumBytes),
      let text = String(validating: bytes, as: UTF8.self)
    else { throw InputFailure(.referenceUnreadable(path), in: path) }
    let items: [JSONValue]?
    do throws(JSONReader.Failure) {
      items = try JSONReader.value(of: text).items
    } catch {
      let span = SourceSpan(error.offset, error.offset)
      throw InputFailure(DiagnosticList([.referenceNotJSON(span)]), in: SourceText(name: path, text: text))
    }
    guard let items else { throw InputFailure(.referenceNotAList(path), in: path) }
    var entries: [ReferenceEntry] = []
    for (index, item) in items.enumerated() {
      guard let entry = ReferenceEntry(item) else {
        throw InputFailure(.referenceEntryIncomplete(item["id"]?.text ?? "number \(index + 1)"), in: path)
      }
      entries.append(entry)
    }
    if let stranger = command.names.first(where: { name in !entries.contains { $0.id == name } }) {
      throw InputFailure(.referenceUnknown(stranger, in: path), in: path)
    }
    self.entries = command.names.isEmpty ? entries : entries.filter { command.names.contains($0.id) }
  }

  /// Runs the entries, writes a line on each and the totals, and says how it ended.
  func status() -> ExitStatus {
    let progress = ProgressLine(total: entries.count)
    let (digits, timeLimit) = (command.digits, command.timeLimit)
    let outcomes = ParallelMap(entries, willBegin: { progress.begin($0, $1.id) }) { entry in
      // Each point is an analysis of its own.
      let limit = TimeLimit(seconds: timeLimit * Double(max(1, entry.points.count)))
      do throws(InputFailure) {
        return try limit.result(in: SourceText(name: entry.id, text: entry.model)) {
          ReferenceComparison(entry, digits: digits, timeLimit: timeLimit).outcome()
        }
      } catch {
        return ReferenceOutcome(entry, withoutResult: error.diagnostics)
      }
    }.results()
    progress.end()
    let summary = ReferenceSummary(outcomes, digits: command.digits)
    StandardStream.output.write(TextTable(outcomes.map(\.row)).text + "\n" + summary.text)
    return summary.status
  }
}
