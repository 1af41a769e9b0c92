internal import Calculus
public import Expressions

extension Plot {
  /// The plot under another name, as one of several of its kind on a page.
  public func renamed(_ name: String) -> Plot {
    var plot = self
    plot.name = name
    return plot
  }

  /// The plot as that of one case of a model, which its caption says.
  ///
  /// - Parameter number: which case it is, for names that differ.
  public func restricted(to condition: Prose?, number: Int) -> Plot {
    guard let condition else { return self }
    var plot = renamed("case-\(number)-\(name)")
    plot.caption += [.words(", where ")] + condition
    let words = condition.map { part in
      switch part {
      case .words(let words), .code(let words): words
      case .formula(let box): UnicodeBackend().line(box)
      }
    }
    plot.summary += " In the case \(words.joined())."
    return plot
  }
}

extension [ProsePart] {
  /// A condition as a formula in a sentence.
  public init(stating condition: Condition, in store: ExpressionStore) {
    self = [.formula(BoxBuilder(store, layout: .inline).box([condition]))]
  }
}
