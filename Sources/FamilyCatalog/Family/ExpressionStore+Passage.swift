public import Diagnostics
public import Expressions
import Syntax

extension ExpressionStore {
  /// The expression that a passage of a family's file writes down; `declaring` lists the names that the family declares.
  ///
  /// - Throws: the diagnostics, each pointing into the file.
  public func parse(_ passage: Passage, declaring names: Set<String>) throws(DiagnosticList) -> Expr {
    do { return try parse(passage.text, declaring: names) } catch { throw passage.relocated(error) }
  }

  /// The condition that a passage of a family's file writes down; `declaring` lists the names that the family declares.
  ///
  /// - Throws: the diagnostics, each pointing into the file.
  public func parseCondition(_ passage: Passage, declaring names: Set<String>) throws(DiagnosticList) -> Condition {
    do { return try parseCondition(passage.text, declaring: names) } catch { throw passage.relocated(error) }
  }
}

extension Passage {
  fileprivate func relocated(_ list: DiagnosticList) -> DiagnosticList {
    DiagnosticList(
      list.diagnostics.map { diagnostic in
        diagnostic.relocated { SourceSpan($0.lower + span.lower, $0.upper + span.lower) }
      })
  }
}
