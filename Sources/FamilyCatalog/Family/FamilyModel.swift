public import Diagnostics
public import Expressions
public import Syntax

/// The model of a family as one sentence of the log-density language, put together from passages of the family's file.
///
///     log p(x | k, lambda) = log(k) - k*log(lambda) + …, x in (0, inf), k in (0, inf), lambda in (0, inf)
public struct FamilyModel: Sendable {
  /// The sentence.
  public let text: String
  private let fileName: String
  private let pieces: [Piece]
  private let elsewhere: SourceSpan

  /// A passage, and the offset at which the sentence has it.
  private struct Piece: Sendable {
    let offset: Int
    let span: SourceSpan
    var end: Int { offset + span.upper - span.lower }
  }

  /// Puts a sentence together.
  ///
  /// - Parameter elsewhere: the place to blame for a mistake in what stands in no passage.
  init(parts: [Part], fileName: String, elsewhere: SourceSpan) {
    var text = ""
    var pieces: [Piece] = []
    for part in parts {
      switch part {
      case .words(let words): text += words
      case .passage(let passage):
        pieces.append(Piece(offset: text.utf8.count, span: passage.span))
        text += passage.text
      }
    }
    self.text = text
    self.pieces = pieces
    self.fileName = fileName
    self.elsewhere = elsewhere
  }

  /// A part of the sentence: from the file, or between the passages.
  enum Part {
    case words(String)
    case passage(Passage)
  }

  /// Parses the sentence into a store.
  ///
  /// - Throws: the diagnostics, each pointing into the family's file.
  public func parsed(
    in store: ExpressionStore, limits: SyntaxLimits = .standard
  ) throws(DiagnosticList) -> ParsedModel {
    do {
      return try ModelParser(store: store, limits: limits).parse(SourceText(name: fileName, text: text))
    } catch {
      throw DiagnosticList(error.diagnostics.map(relocated))
    }
  }

  /// A diagnostic about the sentence, as one about the file.
  public func relocated(_ diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.relocated { relocated($0) }
  }

  private func relocated(_ span: SourceSpan) -> SourceSpan {
    guard let piece = pieces.first(where: { $0.offset <= span.lower && span.lower <= $0.end }) else { return elsewhere }
    let shift = piece.span.lower - piece.offset
    return SourceSpan(span.lower + shift, min(span.upper, piece.end) + shift)
  }
}

extension Diagnostic {
  /// The same diagnostic about a text in which every span stands elsewhere.
  func relocated(_ place: (SourceSpan) -> SourceSpan) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message: message, primary: primary.map { Label(place($0.span), $0.text) },
      secondary: secondary.map { Label(place($0.span), $0.text) }, notes: notes, help: help)
  }
}
